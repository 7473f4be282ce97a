// The page's stores, wired to the program and to each other. Made once in main.tsx, handed down by context.
import { createContext, useContext } from 'react'
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import { createClient } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import { RequestFailure } from '../api/transport.ts'
import type { Connection, Transport } from '../api/transport.ts'
import type { AboutStore } from './about-store.ts'
import { createAboutStore } from './about-store.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { createAnnotationStore } from './annotation-store.ts'
import type { BackupStore } from './backup-store.ts'
import { createBackupStore } from './backup-store.ts'
import type { CaretStore } from './caret-store.ts'
import { createCaretStore } from './caret-store.ts'
import type { DeskStore } from './desk-store.ts'
import { createDeskStore } from './desk-store.ts'
import type { FindStore } from './find-store.ts'
import { createFindStore } from './find-store.ts'
import { isFiltering } from './empty-filter.ts'
import { createHandOver } from './hand-over.ts'
import type { LibraryStore } from './library-store.ts'
import { createLibraryStore } from './library-store.ts'
import type { NotebookExport } from './notebook-export.ts'
import { createNotebookExport } from './notebook-export.ts'
import type { NotebookSelection } from './notebook-selection.ts'
import { createNotebookSelection } from './notebook-selection.ts'
import { questionForProgram, questionOf } from './notebook-question.ts'
import { isFiltered } from './notebook-question.ts'
import type { NotebookStore } from './notebook-store.ts'
import { createNotebookStore } from './notebook-store.ts'
import type { OverlayStore } from './overlay-store.ts'
import { createOverlayStore } from './overlay-store.ts'
import type { PrintStore } from './print-store.ts'
import { createPrintStore } from './print-store.ts'
import type { ReadingStore } from './reading-store.ts'
import { createReadingStore } from './reading-store.ts'
import type { SavedSearchStore } from './saved-search-store.ts'
import { createSavedSearchStore } from './saved-search-store.ts'
import type { SearchStore } from './search-store.ts'
import { createSearchStore } from './search-store.ts'
import type { SelectionStore } from './selection-store.ts'
import { createSelectionStore } from './selection-store.ts'
import type { SettingsStore } from './settings-store.ts'
import { createSettingsStore } from './settings-store.ts'
import type { StatusStore } from './status-store.ts'
import { createStatusStore } from './status-store.ts'
import type { TagStore } from './tag-store.ts'
import { createTagStore } from './tag-store.ts'
import type { ToastStore } from './toast-store.ts'
import { createToastStore } from './toast-store.ts'
import type { TrashStore } from './trash-store.ts'
import { createTrashStore } from './trash-store.ts'
import type { WorkspaceStore } from './workspace-store.ts'
import { createWorkspaceStore } from './workspace-store.ts'
import { keepWorkspace } from './keep-workspace.ts'

/** Everything that the features work with. */
export interface PageState {
  library: LibraryStore
  search: SearchStore
  find: FindStore
  reading: ReadingStore
  savedSearches: SavedSearchStore
  desks: DeskStore
  workspace: WorkspaceStore
  annotations: AnnotationStore
  notebook: NotebookStore
  notebookExport: NotebookExport
  selection: NotebookSelection
  settings: SettingsStore
  selections: SelectionStore
  overlays: OverlayStore
  carets: CaretStore
  printing: PrintStore
  status: StatusStore
  toasts: ToastStore
  trash: TrashStore
  tags: TagStore
  backup: BackupStore
  about: AboutStore
  /** Calls `listener` with the id of each command that is chosen outside the page; answers how to end that. */
  onCommand: (listener: (command: string) => void) => () => void
  /** Asks the program for the data folder in the system's file manager. */
  showDataFolder: () => Promise<void>
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
  const search = createSearchStore(
    client,
    () => workspace.store.getState().panes.map((pane) => pane.articleId),
    () => isFiltering(workspace.store.getState().listing.filter),
  )
  workspace.store.subscribe((now, before) => {
    const [filtered, was] = [isFiltering(now.listing.filter), isFiltering(before.listing.filter)]
    if (filtered && !was && search.store.getState().answer !== null) search.askAgain()
  })
  const find = createFindStore(client, workspace)
  const reading = createReadingStore({ client, toasts })
  workspace.store.subscribe((now, before) => {
    // What the desk holds at first was opened another time.
    if (!before.ready || now.panes === before.panes) return
    const stood = new Set(before.panes.map(({ key }) => key))
    for (const { key, articleId } of now.panes) if (!stood.has(key)) void reading.noteOpened(articleId)
  })
  const savedSearches = createSavedSearchStore({
    client,
    toasts,
    desk: {
      current: () => ({
        query: search.store.getState().query.slice(0, 1000),
        filter: workspace.store.getState().listing.filter,
      }),
      run(query, filter) {
        workspace.forgetMatches()
        workspace.changeListing({ filter })
        search.setQuery(query)
      },
    },
  })
  const desks = createDeskStore({ client, toasts, workspace, search })
  const annotations = createAnnotationStore(client, toasts)
  const notebook = createNotebookStore(client, () => questionForProgram(workspace.store.getState()))
  workspace.store.subscribe(notebook.follow)
  const notebookExport = createNotebookExport({
    client,
    question: () => questionOf(workspace.store.getState()),
    saveAll: annotations.settleAll,
  })
  const selection = createNotebookSelection({
    client,
    annotations,
    toasts,
    question: () => questionOf(workspace.store.getState()),
  })
  const settings = createSettingsStore(client, () => toasts.show({ message: 'toast.settingNotKept' }))
  const selections = createSelectionStore()
  const overlays = createOverlayStore()
  const carets = createCaretStore()
  const commandListeners = new Set<(command: string) => void>()
  const printing = createPrintStore(
    () => {
      const { panes, focusedPane } = workspace.store.getState()
      return panes[focusedPane]?.articleId ?? null
    },
    () => window.print(),
  )
  const status = createStatusStore(client)
  const tags = createTagStore(client)
  const trash = createTrashStore({ client, toasts, noteChange: annotations.noteChange })
  const backup = createBackupStore({
    client,
    toasts,
    saveAll: annotations.settleAll,
    onRestored(outcome) {
      if (outcome.settings) settings.store.setState(outcome.settings)
      if (!outcome.workspace) return
      workspace.lay(outcome.workspace, [])
      search.setQuery(outcome.workspace.query)
    },
  })

  const about = createAboutStore(client)
  const takeHandedOver = createHandOver({
    client,
    backup,
    toasts,
    isInLibrary: (id) => library.store.getState().library?.articles.some((known) => known.id === id) ?? false,
    openArticle: (id) => workspace.open(id, null),
  })

  /** Reads again what events may have told while nobody listened. */
  async function catchUp(): Promise<void> {
    const open = workspace.store.getState().panes.map((pane) => pane.articleId)
    const annotated = new Set([...Object.keys(annotations.store.getState().byArticle), ...open])
    await Promise.all([
      status.load(),
      settings.load(),
      library.refresh(),
      reading.load(),
      savedSearches.load(),
      trash.refresh(),
      ...[...annotated].map((id) => annotations.load(id)),
    ])
    refreshNotebookKindly()
    annotations.saveAll()
  }

  let isNotebookBehind = false

  /** The list is out of date: until it is read again, the card that stands open stays where it is. */
  function refreshNotebook(mayMove: boolean): void {
    const { selectedId } = annotations.store.getState()
    if (mayMove && selectedId !== null && notebook.holds(selectedId)) isNotebookBehind = true
    else notebook.refresh()
  }

  /** Whatever has changed: a filter may no longer let the open card through, and under tags it may stand elsewhere. */
  function refreshNotebookKindly(): void {
    const view = workspace.store.getState().notebook
    refreshNotebook(isFiltered(view) || view.grouping === 'tag')
  }

  function followInNotebook({ id, deletedAt }: Annotation): void {
    if (id !== annotations.store.getState().selectedId) refreshNotebookKindly()
    else refreshNotebook(deletedAt === null)
  }
  annotations.store.subscribe((now, before) => {
    if (now.selectedId === before.selectedId || !isNotebookBehind) return
    isNotebookBehind = false
    notebook.refresh()
  })

  function receive(event: BookwheelEvent): void {
    switch (event.type) {
      case 'annotation-changed':
        tags.forget()
        search.askNotesAgain()
        followInNotebook(event.annotation)
        reading.noteHighlights()
        void trash.refresh()
        return annotations.receive(event.annotation)
      case 'annotations-changed':
        reading.noteHighlights()
        tags.forget()
        search.askNotesAgain()
        refreshNotebookKindly()
        void trash.refresh()
        return void annotations.reload()
      case 'backup-progress':
        return backup.receiveProgress(event.task, event.done / event.total)
      case 'backup-asked':
        return void backup.backUp()
      case 'handed-over':
        // Before the desk is laid it is asked for at the end of the start.
        return void (workspace.store.getState().ready && takeHandedOver())
      case 'command-asked':
        return commandListeners.forEach((listener) => listener(event.command))
      case 'reading-changed':
        return reading.receive(event.record)
      case 'reading-merged':
        return void reading.load()
      case 'saved-searches-changed':
        return savedSearches.receive(event.searches)
      case 'desks-changed':
        return desks.receive(event.desks)
      case 'settings-changed':
        return settings.store.setState(event.settings)
      case 'library-changed':
        refreshNotebookKindly()
        void trash.refresh()
        return void library.refresh()
      case 'index-ready':
        search.askAgain()
        return void status.load()
      case 'status-changed':
        return void status.load()
    }
  }

  let wasThere = true
  function setConnection(connection: Connection): void {
    status.setConnection(connection)
    const isThere = connection === 'there'
    // Where the program goes again meanwhile, the next time it is back all is read once more.
    if (isThere && !wasThere) catchUp().catch(ignoreExpected)
    wasThere = isThere
  }

  async function start(): Promise<void> {
    // Before anything is read, so that no change falls between the reading and the listening.
    transport.subscribe(receive, setConnection)
    const [stored] = await Promise.all([
      client.readWorkspace({}),
      library.load(),
      settings.load(),
      status.load(),
      reading.load(),
      savedSearches.load(),
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
    // Nothing that the page shows at first waits for it.
    void takeHandedOver()
  }

  function prepareToLeave(): boolean {
    const kinds = (): string[] => annotations.unsaved().map(({ save }) => save.kind)
    const before = kinds()
    annotations.saveAll()
    if (!transport.outlivesPage) return kinds().length === 0
    // What is on its way arrives; what failed may fail again, and newer words wait for an answer to the older ones.
    return !before.includes('failed') && kinds().every((kind) => kind === 'saving')
  }

  async function showDataFolder(): Promise<void> {
    try {
      await client.showDataFolder({})
    } catch (failure) {
      toasts.show({ message: 'toast.folderNotShown', error: errorOf(failure) })
    }
  }

  return {
    library,
    search,
    find,
    reading,
    savedSearches,
    desks,
    workspace,
    annotations,
    notebook,
    notebookExport,
    selection,
    settings,
    selections,
    overlays,
    carets,
    printing,
    status,
    toasts,
    trash,
    tags,
    backup,
    about,
    onCommand(listener) {
      commandListeners.add(listener)
      return () => commandListeners.delete(listener)
    },
    showDataFolder,
    start,
    prepareToLeave,
  }
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
