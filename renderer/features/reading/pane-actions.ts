// What is done with a pane, by buttons, menus, keys and the mouse alike.
import { flushSync } from 'react-dom'
import type { PageState } from '../../state/page-state.ts'
import { focusPane } from '../desk/focus-parts.ts'

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

/**
 * Goes to where the reader was in a pane, counted from 0. Another article there is another pane in its place: a focus that was
 * in the one before, or in its menu, goes to its text.
 */
export function goThroughHistory(state: PageState, index: number, direction: 'back' | 'forward'): void {
  const { workspace } = state
  const keyOf = (): string | undefined => workspace.store.getState().panes[index]?.key
  const before = keyOf()
  const hadFocus = document.activeElement?.closest(`[data-pane="${before}"], [role="menu"]`) != null
  flushSync(() => workspace.goThroughHistory(index, direction))
  if (hadFocus && keyOf() !== before) focusPane(state, index)
}
