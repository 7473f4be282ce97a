// Keeps the search index in step with the library, and makes questions wait until it is. Plain Node.
import type { Article, ArticleId } from '../contract/article.ts'
import type { SearchAnswer } from '../contract/search.ts'
import type { TextRange } from '../contract/text-range.ts'
import type { Log, Publish, SearchIndex } from './ports.ts'

/** Search over the library as it stands. */
export interface LibrarySearch {
  /**
   * Indexes the library anew and tells all pages `index-ready`. Never rejects: a failure is logged, told as
   * `status-changed`, and every search fails until a later refresh succeeds. Calls run one after another.
   */
  refresh(): Promise<void>
  /** Whether all articles can be searched now. */
  isReady(): boolean
  /** As the index answers, after every refresh that was asked for before. */
  search(query: string, limit: number): Promise<SearchAnswer>
  /** As the index answers, after every refresh that was asked for before. */
  matchArticle(articleId: ArticleId, query: string): Promise<TextRange[]>
  /** Closes the index once all that was asked before is done. */
  close(): Promise<void>
}

/** What the library's search works with; `articles` is asked at each refresh. */
export interface LibrarySearchParts {
  searchIndex: SearchIndex
  articles: () => readonly Article[]
  publish: Publish
  log: Log
}

/** Makes the library's search. It holds nothing until the first `refresh`. */
export function createLibrarySearch({
  searchIndex,
  articles,
  publish,
  log,
}: LibrarySearchParts): LibrarySearch {
  let state: 'waiting' | 'ready' | 'failed' = 'waiting'
  let refreshed = Promise.resolve()
  let refreshCount = 0
  const running = new Set<Promise<unknown>>()

  async function fillIndex(refresh: number): Promise<void> {
    const current = articles()
    try {
      await searchIndex.replaceArticles(current)
    } catch (cause) {
      state = 'failed'
      log.error('the library could not be indexed; searching is out of order', cause)
      publish({ type: 'status-changed' })
      return
    }
    // The library has changed again meanwhile: the refresh that follows will tell.
    if (refresh !== refreshCount) return
    state = 'ready'
    publish({ type: 'index-ready', articleCount: current.length })
  }

  async function whenRefreshed<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    await refreshed
    if (state === 'failed') throw new Error('the library is not indexed; an earlier line says why')
    return ask()
  }

  function untilDone<Value>(work: Promise<Value>): Promise<Value> {
    const forget = (): boolean => running.delete(work)
    running.add(work)
    work.then(forget, forget)
    return work
  }

  return {
    refresh() {
      state = 'waiting'
      const refresh = ++refreshCount
      refreshed = untilDone(refreshed.then(() => fillIndex(refresh)))
      return refreshed
    },
    isReady: () => state === 'ready',
    search: (query, limit) => untilDone(whenRefreshed(() => searchIndex.search(query, limit))),
    matchArticle: (articleId, query) =>
      untilDone(whenRefreshed(() => searchIndex.matchArticle(articleId, query))),
    async close() {
      await Promise.allSettled(running)
      await searchIndex.close()
    },
  }
}
