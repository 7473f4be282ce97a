// The page's stores, wired to the program and to each other. Made once in main.tsx, handed down by context.
import { createContext, useContext } from 'react'
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import { createClient } from '../api/client.ts'
import { RequestFailure } from '../api/transport.ts'
import type { Transport } from '../api/transport.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { createAnnotationStore } from './annotation-store.ts'
import type { LibraryStore } from './library-store.ts'
import { createLibraryStore } from './library-store.ts'
import type { SearchStore } from './search-store.ts'
import { createSearchStore } from './search-store.ts'
import type { SettingsStore } from './settings-store.ts'
import { createSettingsStore } from './settings-store.ts'
import type { StatusStore } from './status-store.ts'
import { createStatusStore } from './status-store.ts'
import type { ToastStore } from './toast-store.ts'
import { createToastStore } from './toast-store.ts'
import type { WorkspaceStore } from './workspace-store.ts'
import { createWorkspaceStore } from './workspace-store.ts'
import { keepWorkspace } from './keep-workspace.ts'

/** Everything that the features work with. */
export interface PageState {
  library: LibraryStore
  search: SearchStore
  workspace: WorkspaceStore
  annotations: AnnotationStore
  settings: SettingsStore
  status: StatusStore
  toasts: ToastStore
  /** Reads all that the page shows at first, and begins to listen. */
  start(): Promise<void>
  /** Sends all that waits; answers whether the page may go at once without a loss. */
  prepareToLeave: () => boolean
}

/** Two accounts of one meeting: what a new reader finds open. */
const firstRun = ['partnership-with-new-prospects', 'break-new-ground']

/** Makes the page's stores over a transport. */
export function createPageState(transport: Transport): PageState {
  const client = createClient(transport)
  const toasts = createToastStore()
  const library = createLibraryStore(client)
  const workspace = createWorkspaceStore()
  const search = createSearchStore(client, () =>
    workspace.store.getState().panes.map((pane) => pane.articleId),
  )
  const annotations = createAnnotationStore(client, toasts)
  const settings = createSettingsStore(client, () => toasts.show({ message: 'toast.settingNotKept' }))
  const status = createStatusStore(client)

  /** Reads again what events may have told while nobody listened. */
  async function catchUp(): Promise<void> {
    const open = workspace.store.getState().panes.map((pane) => pane.articleId)
    const annotated = new Set([...Object.keys(annotations.store.getState().byArticle), ...open])
    await Promise.all([
      status.load(),
      settings.load(),
      library.refresh(),
      ...[...annotated].map((id) => annotations.load(id)),
    ])
    annotations.saveAll()
  }

  function receive(event: BookwheelEvent): void {
    switch (event.type) {
      case 'annotation-changed':
        return annotations.receive(event.annotation)
      case 'settings-changed':
        return settings.store.setState(event.settings)
      case 'library-changed':
        return void library.refresh()
      case 'index-ready':
        search.askAgain()
        return void status.load()
      case 'status-changed':
        return void status.load()
    }
  }

  let wasConnected = true
  function setConnected(connected: boolean): void {
    status.setConnected(connected)
    if (connected && !wasConnected) void catchUp()
    wasConnected = connected
  }

  async function start(): Promise<void> {
    // Before anything is read, so that no change falls between the reading and the listening.
    transport.subscribe(receive, setConnected)
    const [stored] = await Promise.all([
      client.readWorkspace({}),
      library.load(),
      settings.load(),
      status.load(),
    ])
    const known = new Set(library.store.getState().library?.articles.map(({ id }) => id))
    workspace.lay(
      stored,
      firstRun.filter((id) => known.has(id)),
    )
    if (stored?.query) search.setQuery(stored.query)
    keepWorkspace({
      workspace,
      search,
      save: (desk) => client.saveWorkspace(desk),
      onFailure: ignoreExpected,
    })
  }

  function prepareToLeave(): boolean {
    const kinds = (): string[] => annotations.unsaved().map(({ save }) => save.kind)
    const before = kinds()
    annotations.saveAll()
    if (!transport.outlivesPage) return kinds().length === 0
    // What is on its way arrives; what failed may fail again, and newer words wait for an answer to the older ones.
    return !before.includes('failed') && kinds().every((kind) => kind === 'saving')
  }

  return { library, search, workspace, annotations, settings, status, toasts, start, prepareToLeave }
}

/** The desk is kept on the quiet: a banner already says why nothing can be written. Anything else is thrown on. */
function ignoreExpected(failure: unknown): void {
  if (!(failure instanceof RequestFailure)) throw failure
}

/** Hands the stores down to the features. */
export const PageStateContext = createContext<PageState | null>(null)

/** The page's stores. */
export function usePageState(): PageState {
  const state = useContext(PageStateContext)
  if (state === null) throw new Error('usePageState outside of PageStateContext')
  return state
}
