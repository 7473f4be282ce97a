// Where the focus goes: round the parts of the page, to a pane, and on from what is closed.
import { flushSync } from 'react-dom'
import type { PageState } from '../../state/page-state.ts'
import type { WorkspaceState } from '../../state/workspace-store.ts'
import { readWidth } from '../../ui/use-is-narrow.ts'
import { searchFieldId } from '../search/search-field-id.ts'

/** Parts that F6 goes round, and what takes the focus in each; those that are not there are passed over. */
const stops: readonly { part: string; target: string }[] = [
  { part: '.library', target: `#${searchFieldId}` },
  { part: '.pane', target: '.pane-scroll' },
  { part: '.notebook', target: '.notebook' },
  { part: '.toast', target: '.toast-action' },
]

/** The parts in the order of the page, each with the element in it that takes the focus. */
function presentStops(): { part: Element; target: HTMLElement }[] {
  return stops.flatMap(({ part, target }) =>
    [...document.querySelectorAll(part)].flatMap((element) => {
      const found = element.matches(target) ? element : element.querySelector(target)
      return found instanceof HTMLElement ? [{ part: element, target: found }] : []
    }),
  )
}

/** Gives the focus to the next part of the page, or to the one before. */
export function focusNextPart(backwards: boolean): void {
  const present = presentStops()
  const here = present.findIndex(({ part }) => part.contains(document.activeElement))
  const step = backwards ? -1 : 1
  present.at((Math.max(here, backwards ? 0 : -1) + step) % present.length)?.target.focus()
}

/** The element of a pane, where it is drawn: a small window shows one pane at a time. */
const elementOf = (key: string | undefined): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-pane="${key}"]`)

/** Gives the focus to the article in a pane, counted from 0, or to what else stands there; to the search where no pane is. */
export function focusPane({ workspace }: PageState, index: number): void {
  // Drawn at once: what lay over the pane, or another pane in its place, goes away.
  flushSync(() => {
    workspace.showPanes()
    workspace.focusPane(index)
  })
  const pane = elementOf(workspace.store.getState().panes[index]?.key)
  const inPane = pane?.querySelector<HTMLElement>('.pane-scroll') ?? pane?.querySelector('button')
  const target = inPane ?? document.getElementById(searchFieldId)
  target?.focus()
}

/** Gives the focus to the article of the focused pane. */
export function focusArticle(state: PageState): void {
  focusPane(state, state.workspace.store.getState().focusedPane)
}

/** Closes a pane; a focus that was in it goes to the pane that is focused then. */
export function closePane(state: PageState, key: string): void {
  const hadFocus = elementOf(key)?.contains(document.activeElement) ?? false
  flushSync(() => state.workspace.close(key))
  if (hadFocus || document.activeElement === document.body) focusArticle(state)
}

/** Whether the library is to be seen: in a narrow window the notebook takes its place. */
export function isLibraryShown(
  desk: WorkspaceState,
  width: { isNarrow: boolean; isSmall: boolean },
): boolean {
  if (width.isSmall) return desk.sheetOpen
  return desk.libraryOpen && !(width.isNarrow && desk.drawerOpen)
}

/** Which member of the desk says whether a side is shown, at the window's present width. */
function memberOf(side: 'library' | 'notebook'): 'libraryOpen' | 'sheetOpen' | 'notebookOpen' | 'drawerOpen' {
  const { isNarrow, isSmall } = readWidth()
  if (side === 'library') return isSmall ? 'sheetOpen' : 'libraryOpen'
  return isNarrow ? 'drawerOpen' : 'notebookOpen'
}

/** Shows a folded side and gives it the focus, or folds it away; a focus that was in it goes to the article. */
export function toggleSide(state: PageState, side: 'library' | 'notebook'): void {
  const { workspace } = state
  const member = memberOf(side)
  const desk = workspace.store.getState()
  const isOpen = side === 'library' ? isLibraryShown(desk, readWidth()) : desk[member]
  const hadFocus = document.querySelector(`.${side}`)?.contains(document.activeElement) ?? false
  flushSync(() => {
    // What lies over the panes puts away what lay there before.
    workspace.showPanes()
    workspace.store.setState({ [member]: !isOpen })
  })
  const target = document.querySelector<HTMLElement>(side === 'library' ? `#${searchFieldId}` : '.notebook')
  if (!isOpen) target?.focus()
  else if (hadFocus) focusArticle(state)
}
