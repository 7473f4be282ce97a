// Takes the words of a highlight or a selection along, with where they stand.
import type { ArticleId } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { citationOf } from '../notebook/citation.ts'

/** Gives the way to copy words in quotation marks with their citation; what goes wrong is told by a message. */
export function useCopyQuotation(): (
  words: { articleId: ArticleId; quote: string },
  paragraph: number | null,
) => Promise<void> {
  const { library, toasts } = usePageState()
  const translate = useTranslate()
  return async ({ articleId, quote }, paragraph) => {
    const listed = library.store.getState().library?.articles.find(({ id }) => id === articleId)
    const citation = citationOf(listed ?? { title: articleId }, paragraph, translate)
    try {
      await navigator.clipboard.writeText(`“${quote}”\n${citation}`)
      toasts.show({ message: 'toast.quotationCopied' })
    } catch (cause) {
      // The browser refuses where the page lacks the focus or the permission.
      if (!(cause instanceof DOMException)) throw cause
      toasts.show({ message: 'toast.quotationNotCopied' })
    }
  }
}
