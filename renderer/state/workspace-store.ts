// The desk: which articles stand open, which pane commands act on, which sides are folded. It keeps itself.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'
import { paneLimit } from '../../electron/contract/limits.ts'
import type { NotebookView, Place, Workspace } from '../../electron/contract/settings.ts'
import type { LibraryListing } from '../../electron/contract/library-listing.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'
import { plainListing } from './empty-filter.ts'
import type { Pane } from './pane.ts'
import { fromStoredPane, newPane, rememberPlace, stepThroughHistory, toStoredPane } from './pane.ts'

/** The state of the desk. */
export interface WorkspaceState extends Omit<Workspace, 'panes' | 'query'> {
  /** Whether the notebook lies over the panes, where the window is too narrow to hold it beside them. Not kept. */
  drawerOpen: boolean
  /** Whether the library lies over the pane, where there is room for one of them only. Not kept. */
  sheetOpen: boolean
  /** False until the stored workspace has been read: nothing is kept before. */
  ready: boolean
  panes: Pane[]
}

const emptyDesk: WorkspaceState = {
  ready: false,
  drawerOpen: false,
  sheetOpen: false,
  panes: [],
  focusedPane: 0,
  wide: false,
  libraryOpen: true,
  libraryWidth: 304,
  listing: plainListing,
  notebookOpen: true,
  notebookWidth: 312,
  notebook: { scope: 'article', text: '', colours: [], notes: 'any', tag: null, grouping: 'article' },
}

/** Panes give up their sizes when their number changes: equal shares are the least surprise. */
const inEqualShares = (panes: Pane[]): Pane[] => panes.map((pane) => ({ ...pane, size: null }))

/** Makes the store of the desk. */
export function createWorkspaceStore() {
  const store = createStore<WorkspaceState>(() => emptyDesk)
  const { setState, getState } = store
  /** Tells where each pane stands this moment, while it is on the page: what is kept follows only after a rest. */
  const readers = new Map<string, () => number>()

  /** Where a pane stands this moment: the offset of its first visible text (UTF-16). */
  const topOffset = (pane: Pane): number => readers.get(pane.key)?.() ?? pane.topOffset

  const placeOf = (pane: Pane): Place => ({ articleId: pane.articleId, topOffset: topOffset(pane) })

  /** Takes up how to learn where a pane stands (UTF-16 offset); answers what forgets it again. */
  function watchPlace(key: string, read: () => number): () => void {
    readers.set(key, read)
    return () => void (readers.get(key) === read && readers.delete(key))
  }

  /** Lays the desk as it was stored, or with `firstRun` articles where it never was. */
  function lay(stored: Workspace | null, firstRun: ArticleId[]): void {
    if (stored === null) return setState({ panes: firstRun.map((id) => newPane(id)), ready: true })
    const { panes, query: _query, ...rest } = stored
    setState({
      ...rest,
      panes: panes.map(fromStoredPane),
      focusedPane: Math.max(0, Math.min(rest.focusedPane, panes.length - 1)),
      ready: true,
    })
  }

  function updatePane(key: string, change: Partial<Pane>): void {
    if (!getState().panes.some((pane) => pane.key === key)) return
    setState(({ panes }) => ({
      panes: panes.map((pane) => (pane.key === key ? { ...pane, ...change } : pane)),
    }))
  }

  function focusPane(index: number): void {
    if (index !== getState().focusedPane) setState({ focusedPane: index })
  }

  /**
   * Brings `range` into view in the pane and gives it the focus; `currentMatch` where the place is a match. Where the
   * reader was is remembered.
   */
  function reveal(index: number, range: TextRange | null, currentMatch: number | null = null): void {
    const pane = getState().panes[index]
    if (!pane) return
    focusPane(index)
    if (range)
      updatePane(pane.key, { ...rememberPlace(pane, placeOf(pane)), target: { range }, currentMatch })
  }

  /** Brings the text at an offset to the top of the pane and gives it the focus. Where the reader was is remembered. */
  function jumpTo(index: number, top: number): void {
    const pane = getState().panes[index]
    if (!pane) return
    focusPane(index)
    updatePane(pane.key, { ...rememberPlace(pane, placeOf(pane)), target: { top }, currentMatch: null })
  }

  /** Goes to where the reader was before the last jump in the pane, or forward again; does nothing at the end. */
  function goThroughHistory(index: number, direction: 'back' | 'forward'): void {
    const { panes } = getState()
    const pane = panes[index]
    const next = pane && stepThroughHistory(pane, direction, placeOf(pane))
    if (next) setState({ panes: panes.with(index, next), focusedPane: index })
  }

  /** Forgets where in the matches the reader was: another query has other matches. */
  function forgetMatches(): void {
    if (getState().panes.every((pane) => pane.currentMatch === null)) return
    setState(({ panes }) => ({ panes: panes.map((pane) => ({ ...pane, currentMatch: null })) }))
  }

  /**
   * Shows the article in the focused pane, or goes to the pane where it stands already. `isMatch` says whether `range`
   * is the first match of the standing query.
   */
  function open(articleId: ArticleId, range: TextRange | null, isMatch = true): void {
    const { panes, focusedPane } = getState()
    const standing =
      panes[focusedPane]?.articleId === articleId
        ? focusedPane
        : panes.findIndex((pane) => pane.articleId === articleId)
    const match = range && isMatch ? 0 : null
    if (standing >= 0) return reveal(standing, range, match)
    if (panes.length === 0) {
      const pane = { ...newPane(articleId, range), currentMatch: match }
      return setState({ panes: [pane], focusedPane: 0 })
    }
    replaceAt(focusedPane, { articleId, range, currentMatch: match })
  }

  /** Puts an article into the pane with this index, where it can be gone back from; answers the new pane's key. */
  function replaceAt(
    index: number,
    shown: { articleId: ArticleId; range: TextRange | null; currentMatch: number | null },
  ): string {
    const { panes } = getState()
    const before = panes[index]
    const { articleId, range, currentMatch } = shown
    const pane: Pane = {
      ...newPane(articleId, range),
      currentMatch,
      size: before?.size ?? null,
      ...(before && rememberPlace(before, placeOf(before))),
    }
    setState({ panes: panes.with(index, pane), focusedPane: index })
    return pane.key
  }

  /**
   * Shows the article in the pane with this index, whatever stands elsewhere: what a drop on the pane does. Beyond the
   * last pane it is opened beside that.
   */
  function openIn(articleId: ArticleId, index: number): void {
    const { panes } = getState()
    if (index < panes.length) {
      if (panes[index]?.articleId === articleId) return focusPane(index)
      return void replaceAt(index, { articleId, range: null, currentMatch: null })
    }
    if (panes.length < paneLimit) insertAt(panes.length, newPane(articleId))
  }

  function insertAt(index: number, pane: Pane): void {
    const panes = inEqualShares(getState().panes.toSpliced(index, 0, pane))
    setState({ panes, focusedPane: index, wide: false })
  }

  /**
   * Shows the article in a new pane after the focused one, or at the place `at`. With `capacity` panes open it takes the
   * place of the next pane (of the one at `at`); answers a function that undoes that, or `null` where nothing was
   * replaced.
   */
  function openBeside(
    articleId: ArticleId,
    range: TextRange | null,
    capacity: number,
    at?: number,
  ): (() => void) | null {
    const { panes, focusedPane } = getState()
    if (panes.length < Math.min(capacity, paneLimit)) {
      insertAt(at ?? (panes.length === 0 ? 0 : focusedPane + 1), newPane(articleId, range))
      return null
    }
    const next = (at ?? focusedPane + 1) % panes.length
    const replaced = panes[next]
    const pane = { ...newPane(articleId, range), size: replaced?.size ?? null }
    setState({ panes: panes.with(next, pane), focusedPane: next, wide: false })
    return () => replaced && putBack(pane.key, replaced, panes[focusedPane]?.key)
  }

  /** Puts a pane that was replaced back into its place; all that has changed elsewhere since stays. */
  function putBack(inPlaceOf: string, pane: Pane, focusedBefore: string | undefined): void {
    const { panes, focusedPane } = getState()
    const index = panes.findIndex(({ key }) => key === inPlaceOf)
    if (index < 0) return
    const before = panes.findIndex(({ key }) => key === focusedBefore)
    setState({
      panes: panes.with(index, { ...pane, size: panes[index]?.size ?? null }),
      focusedPane: index === focusedPane && before >= 0 ? before : focusedPane,
    })
  }

  /** Lets a pane and its neighbour change places; the focus stays on its article. At the edge nothing happens. */
  function move(index: number, step: 1 | -1): void {
    const { panes, focusedPane } = getState()
    const [pane, neighbour] = [panes[index], panes[index + step]]
    if (!pane || !neighbour) return
    const moved: Record<number, number> = { [index]: index + step, [index + step]: index }
    setState({
      panes: panes.with(index, neighbour).with(index + step, pane),
      focusedPane: moved[focusedPane] ?? focusedPane,
    })
  }

  /** Gives the focused pane the whole middle, or the others their places again. */
  function toggleWide(): void {
    setState(({ wide, panes }) => ({ wide: !wide && panes.length > 1 }))
  }

  function close(key: string): void {
    setState(({ panes, focusedPane, wide }) => {
      const index = panes.findIndex((pane) => pane.key === key)
      if (index < 0) return {}
      const moved = index < focusedPane ? focusedPane - 1 : focusedPane
      const left = inEqualShares(panes.toSpliced(index, 1))
      return {
        panes: left,
        focusedPane: Math.max(0, Math.min(moved, left.length - 1)),
        wide: wide && left.length > 1,
      }
    })
  }

  /** Shows the notebook, beside the panes or over them. */
  function showNotebook(): void {
    setState({ notebookOpen: true, drawerOpen: true, sheetOpen: false })
  }

  /** Shows the library, beside the panes or over them. */
  function showLibrary(): void {
    setState({ libraryOpen: true, sheetOpen: true, drawerOpen: false })
  }

  /** What lay over the panes is put away: the reader goes on in an article. */
  function showPanes(): void {
    setState({ sheetOpen: false, drawerOpen: false })
  }

  /** Changes what the notebook shows; members left out stay as they are. */
  function changeNotebook(change: Partial<NotebookView>): void {
    setState(({ notebook }) => ({ notebook: { ...notebook, ...change } }))
  }

  /** Changes how the library is listed; members left out stay as they are. */
  function changeListing(change: Partial<LibraryListing>): void {
    setState(({ listing }) => ({ listing: { ...listing, ...change } }))
  }

  /** `sizes` are shares in percent, by pane key. */
  function setSizes(sizes: Readonly<Record<string, number>>): void {
    setState(({ panes }) => ({
      panes: panes.map((pane) => ({ ...pane, size: sizes[pane.key] ?? pane.size })),
    }))
  }

  return {
    store,
    lay,
    updatePane,
    focusPane,
    reveal,
    jumpTo,
    forgetMatches,
    watchPlace,
    topOffset,
    goThroughHistory,
    open,
    openIn,
    openBeside,
    move,
    toggleWide,
    close,
    showNotebook,
    showLibrary,
    showPanes,
    changeNotebook,
    changeListing,
    setSizes,
  }
}

/** See {@link createWorkspaceStore}. */
export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>

/** The desk in the shape in which it is kept. */
export function toStoredWorkspace(state: WorkspaceState, query: string): Workspace {
  const { ready: _ready, drawerOpen: _drawerOpen, sheetOpen: _sheetOpen, panes, ...rest } = state
  return {
    ...rest,
    query,
    panes: panes.map(toStoredPane),
  }
}
