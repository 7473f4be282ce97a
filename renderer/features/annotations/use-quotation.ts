// Finds for words of an article the line that cites them.
import type { ArticleId } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { findListed } from '../../state/library-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { citationOf } from '../notebook/citation.ts'
import type { Quotation } from './quotation.ts'

/** Gives the way from words and the number of their paragraph, `null` where it has none, to a quotation. */
export function useQuotation(): (
  words: { articleId: ArticleId; quote: string },
  paragraph: number | null,
) => Quotation {
  const { library } = usePageState()
  const translate = useTranslate()
  return ({ articleId, quote }, paragraph) => {
    const listed = findListed(library.store.getState(), articleId)
    return { quote, citation: citationOf(listed ?? { title: articleId }, paragraph, translate) }
  }
}
