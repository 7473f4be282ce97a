// Finding in a pane, for buttons, menus and keys alike.
import { flushSync } from 'react-dom'
import type { PageState } from '../../state/page-state.ts'

/** The longest selection that is taken for words to be found, in UTF-16 units. */
const longestWish = 80

/** Opens the find bar of a pane, counted from 0, with the words that are selected in it where they are few. */
export function openFind({ workspace, find, selections }: PageState, index: number): void {
  const pane = workspace.store.getState().panes[index]
  if (!pane) return
  const { words } = selections.store.getState()
  const isFit =
    words?.paneKey === pane.key && words.quote.length <= longestWish && !words.quote.includes('\n')
  // Drawn at once: the letters that are typed next must find the field.
  flushSync(() => {
    workspace.showPanes()
    workspace.focusPane(index)
    find.open(pane.key, isFit ? words.quote : undefined)
  })
}
