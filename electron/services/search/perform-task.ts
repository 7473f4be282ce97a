// Carries out one task of the search worker: in the worker, or in its place where there is none. Plain Node.
import type { SearchIndex } from '../ports.ts'
import type { SearchTask, SearchYield } from './worker-messages.ts'

/** Hands the task to the engine and names what came of it. Rejects as the engine does. */
export async function performTask(index: SearchIndex, task: SearchTask): Promise<SearchYield> {
  const { operation } = task
  switch (operation) {
    case 'replaceArticles':
      await index.replaceArticles(task.articles)
      return { operation }
    case 'search':
      return { operation, answer: await index.search(task.query, task.limit) }
    case 'matchArticle':
      return { operation, ranges: await index.matchArticle(task.articleId, task.query) }
  }
}
