// A search index without a search: each filling waits until the test ends it, so that order can be shown.
import type { Article } from '../../../electron/contract/article.ts'
import type { SearchIndex } from '../../../electron/services/ports.ts'

/** A filling that has begun; it lasts until the test ends it. */
export interface Fill {
  articleIds: string[]
  finish(): void
  fail(cause: Error): void
}

/** An index that notes what it was asked, in order. */
export interface HeldIndex extends SearchIndex {
  /** `fill`, `search <query> <limit>`, `match <article> <query>`, `close`. */
  calls: string[]
  /** The next filling that no earlier call of this function has answered, once it has begun. */
  nextFill(): Promise<Fill>
}

/** Makes an index that answers every search with nothing, every match with one range, and throws at "broken". */
export function createHeldIndex(): HeldIndex {
  const calls: string[] = []
  const begun: Fill[] = []
  const awaited: ((fill: Fill) => void)[] = []

  function announce(fill: Fill): void {
    const take = awaited.shift()
    if (take === undefined) begun.push(fill)
    else take(fill)
  }

  return {
    calls,
    nextFill() {
      const fill = begun.shift()
      return fill === undefined ? new Promise((resolve) => awaited.push(resolve)) : Promise.resolve(fill)
    },
    replaceArticles(articles: readonly Article[]) {
      calls.push('fill')
      return new Promise((finish, fail) => {
        announce({ articleIds: articles.map(({ id }) => id), finish, fail })
      })
    },
    async search(query, limit) {
      calls.push(`search ${query} ${limit}`)
      if (query === 'broken') throw new Error('a broken query')
      return { total: 0, hits: [], undatedLeftOut: 0, tooShort: false }
    },
    async matchArticle(articleId, query) {
      calls.push(`match ${articleId} ${query}`)
      return [{ start: 0, end: 6 }]
    },
    async close() {
      calls.push('close')
    },
  }
}
