// Takes the words of a highlight or a selection along, with where they stand.
import type { ArticleId } from '../../../electron/contract/article.ts'
import { usePageState } from '../../state/page-state.ts'
import { quotationText } from './quotation.ts'
import { useQuotation } from './use-quotation.ts'

/** Gives the way to copy words in quotation marks with their citation; what goes wrong is told by a message. */
export function useCopyQuotation(): (
  words: { articleId: ArticleId; quote: string },
  paragraph: number | null,
) => Promise<void> {
  const { toasts } = usePageState()
  const quotationOf = useQuotation()
  return async (words, paragraph) => {
    try {
      await navigator.clipboard.writeText(quotationText(quotationOf(words, paragraph)))
      toasts.show({ message: 'toast.quotationCopied' })
    } catch (cause) {
      // The browser refuses where the page lacks the focus or the permission.
      if (!(cause instanceof DOMException)) throw cause
      toasts.show({ message: 'toast.quotationNotCopied' })
    }
  }
}
