// Opening an article from a list: in the focused pane, or beside it.
import type { ArticleId } from '../../../electron/contract/article.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { usePageState } from '../../state/page-state.ts'
import { paneCapacity } from '../reading/pane-room.ts'

/** Gives the two ways of opening; `range` is the place to go to, or `null` for where the article was left. */
export function useOpenArticle(): {
  open: (articleId: ArticleId, range: TextRange | null) => void
  openBeside: (articleId: ArticleId, range: TextRange | null) => void
} {
  const { workspace, toasts } = usePageState()
  return {
    open(articleId, range) {
      workspace.open(articleId, range)
      workspace.store.setState({ sheetOpen: false })
    },
    openBeside(articleId, range) {
      workspace.store.setState({ sheetOpen: false })
      const undo = workspace.openBeside(articleId, range, paneCapacity())
      if (undo) toasts.show({ message: 'toast.replaced', action: { label: 'action.undo', run: undo } })
    },
  }
}
