// Finds letters in one article for the find bar of a pane. Runs everywhere.
import type { Article, ArticleId } from '../../contract/article.ts'
import { articleText } from '../../contract/article-text.ts'
import type { FoundPlaces } from '../../contract/found-places.ts'
import { findLimit } from '../../contract/limits.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import type { PreparedText } from './find-in-text.ts'
import { findInText, prepareText } from './find-in-text.ts'

/** As many articles as panes can show keep their words at hand, so that each letter typed is answered at once. */
const heldTexts = 4

/** Finding within one article. */
export interface FindService {
  /** Throws `article-not-found` where the library lacks the article. */
  find(wish: CheckedInput<'findInArticle'>): FoundPlaces
}

/** Makes the find service. `readArticle` throws where there is no such article. */
export function createFindService(parts: { readArticle: (id: ArticleId) => Article }): FindService {
  const held = new Map<string, PreparedText>()

  function prepare({ contentHash, blocks }: Article): PreparedText {
    const prepared = held.get(contentHash) ?? prepareText(articleText(blocks))
    held.delete(contentHash)
    held.set(contentHash, prepared)
    const [oldest] = held.keys()
    if (held.size > heldTexts && oldest !== undefined) held.delete(oldest)
    return prepared
  }

  return {
    find({ articleId, words, matchCase, wholeWords }) {
      const prepared = prepare(parts.readArticle(articleId))
      const places = findInText(prepared, words, { matchCase, wholeWords })
      return { places: places.slice(0, findLimit), more: places.length > findLimit }
    },
  }
}
