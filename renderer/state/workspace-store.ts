// The desk: which articles stand open, which pane commands act on, which sides are folded. It keeps itself.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'
import { paneLimit } from '../../electron/contract/limits.ts'
import type { NotebookView, Workspace } from '../../electron/contract/settings.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'

/** An open article. `key` tells apart two panes of the same article. */
export interface Pane {
  key: string
  articleId: ArticleId
  /** First visible text: UTF-16 offset into the article's text. Where to start; then kept up by the pane. */
  topOffset: number
  /** Share of the panes' width in percent, or `null` for an equal share. */
  size: number | null
  /** A place to bring into view; a new object at each wish, also for the same place. */
  target: { range: TextRange } | null
  /** Which match of the standing query the reader is at: an index into its matches, or `null`. */
  currentMatch: number | null
}

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

let lastKey = 0
/** `range` is the first match of the query that led here, where one did. */
const newPane = (articleId: ArticleId, range: TextRange | null = null): Pane => ({
  key: `pane-${++lastKey}`,
  articleId,
  topOffset: 0,
  size: null,
  target: range && { range },
  currentMatch: range && 0,
})

const emptyDesk: WorkspaceState = {
  ready: false,
  drawerOpen: false,
  sheetOpen: false,
  panes: [],
  focusedPane: 0,
  libraryOpen: true,
  libraryWidth: 304,
  notebookOpen: true,
  notebookWidth: 312,
  notebook: { scope: 'article', text: '', colours: [], notes: 'any', grouping: 'article' },
}

/** Panes give up their sizes when their number changes: equal shares are the least surprise. */
const inEqualShares = (panes: Pane[]): Pane[] => panes.map((pane) => ({ ...pane, size: null }))

/** Makes the store of the desk. */
export function createWorkspaceStore() {
  const store = createStore<WorkspaceState>(() => emptyDesk)
  const { setState, getState } = store

  /** Lays the desk as it was stored, or with `firstRun` articles where it never was. */
  function lay(stored: Workspace | null, firstRun: ArticleId[]): void {
    if (stored === null) return setState({ panes: firstRun.map((id) => newPane(id)), ready: true })
    const { panes, query: _query, ...rest } = stored
    setState({
      ...rest,
      panes: panes.map((pane) => ({
        ...newPane(pane.articleId),
        topOffset: pane.topOffset,
        size: pane.size,
      })),
      focusedPane: Math.max(0, Math.min(rest.focusedPane, panes.length - 1)),
      ready: true,
    })
  }

  function updatePane(key: string, change: Partial<Pane>): void {
    setState(({ panes }) => ({
      panes: panes.map((pane) => (pane.key === key ? { ...pane, ...change } : pane)),
    }))
  }

  function focusPane(index: number): void {
    if (index !== getState().focusedPane) setState({ focusedPane: index })
  }

  /** Brings `range` into view in the pane and gives it the focus; `currentMatch` where the place is a match. */
  function reveal(index: number, range: TextRange | null, currentMatch: number | null = null): void {
    const pane = getState().panes[index]
    if (!pane) return
    focusPane(index)
    if (range) updatePane(pane.key, { target: { range }, currentMatch })
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
    const pane = { ...newPane(articleId, range), currentMatch: match }
    if (panes.length === 0) return setState({ panes: [pane], focusedPane: 0 })
    setState({ panes: panes.with(focusedPane, { ...pane, size: panes[focusedPane]?.size ?? null }) })
  }

  /**
   * Shows the article in a new pane after the focused one. With `capacity` panes open it takes the place of
   * the next pane; answers a function that undoes that, or `null` where nothing was replaced.
   */
  function openBeside(articleId: ArticleId, range: TextRange | null, capacity: number): (() => void) | null {
    const { panes, focusedPane } = getState()
    const pane = newPane(articleId, range)
    if (panes.length < Math.min(capacity, paneLimit)) {
      const after = panes.length === 0 ? 0 : focusedPane + 1
      setState({ panes: inEqualShares(panes.toSpliced(after, 0, pane)), focusedPane: after })
      return null
    }
    const next = (focusedPane + 1) % panes.length
    setState({ panes: panes.with(next, { ...pane, size: panes[next]?.size ?? null }), focusedPane: next })
    return () => setState({ panes, focusedPane })
  }

  function close(key: string): void {
    setState(({ panes, focusedPane }) => {
      const index = panes.findIndex((pane) => pane.key === key)
      if (index < 0) return {}
      const moved = index < focusedPane ? focusedPane - 1 : focusedPane
      const left = inEqualShares(panes.toSpliced(index, 1))
      return { panes: left, focusedPane: Math.max(0, Math.min(moved, left.length - 1)) }
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
    forgetMatches,
    open,
    openBeside,
    close,
    showNotebook,
    showLibrary,
    showPanes,
    changeNotebook,
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
    panes: panes.map(({ articleId, topOffset, size }) => ({ articleId, topOffset, size })),
  }
}
