// The search engine within one thread. The worker wraps it; without a worker it serves as it is. Plain Node.
import type { SearchIndex } from '../ports.ts'
import { createLibraryIndex } from './library-index.ts'
import { matchInArticle, searchLibrary } from './search-library.ts'

/** Makes an engine that holds no articles yet. A new set of articles takes the place of the old one at once. */
export function createLunrIndex(): SearchIndex {
  let index = createLibraryIndex([])
  // Async throughout, so that a failure is a rejected promise here as it is behind a worker.
  return {
    async replaceArticles(articles) {
      index = createLibraryIndex(articles)
    },
    async search(query, limit) {
      return searchLibrary(index, query, limit)
    },
    async matchArticle(articleId, query) {
      return matchInArticle(index, articleId, query)
    },
    async close() {
      index = createLibraryIndex([])
    },
  }
}
