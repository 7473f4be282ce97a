// Opening an article from a list: in the focused pane, or beside it.
import type { ArticleId } from '../../../electron/contract/article.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { usePageState } from '../../state/page-state.ts'

/** Pixels that a pane needs at least to be read with ease; two panes are always offered. */
const comfortableWidth = 400

/** How many panes fit the room that panes have now. */
function capacity(): number {
  const width = document.querySelector('.desk')?.clientWidth ?? 0
  return Math.max(2, Math.floor(width / comfortableWidth))
}

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
      const undo = workspace.openBeside(articleId, range, capacity())
      if (undo) toasts.show({ message: 'toast.replaced', action: { label: 'action.undo', run: undo } })
    },
  }
}
