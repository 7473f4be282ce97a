// Desks under names: the arrangement that stands is kept by itself, these are kept when the reader says so.
import { createStore } from 'zustand/vanilla'
import type { DeskContent, SavedDesk } from '../../electron/contract/desk.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { SearchStore } from './search-store.ts'
import type { ToastStore } from './toast-store.ts'
import type { WorkspaceStore } from './workspace-store.ts'
import { toStoredWorkspace } from './workspace-store.ts'

/** What the page knows of saved desks. */
export interface DeskState {
  /** In the order of their names; `null` until they have been read. */
  desks: readonly SavedDesk[] | null
  /** Whether the list of them stands open. */
  isOpen: boolean
}

/** Makes the store of saved desks. */
export function createDeskStore(parts: {
  client: Client
  toasts: ToastStore
  workspace: WorkspaceStore
  search: SearchStore
}) {
  const { client, toasts, workspace, search } = parts
  const store = createStore<DeskState>(() => ({ desks: null, isOpen: false }))

  const receive = (desks: readonly SavedDesk[]): void => store.setState({ desks })

  function readContent(): DeskContent {
    const desk = toStoredWorkspace(workspace.store.getState(), search.store.getState().query.slice(0, 1000))
    const { panes, focusedPane, wide, query, listing, notebook } = desk
    return { panes, focusedPane, wide, query, listing, notebook }
  }

  /** Asks the program for a change and takes up its answer; what went wrong is told. Answers whether it was done. */
  async function ask(change: Promise<SavedDesk[]>): Promise<boolean> {
    try {
      receive(await change)
      return true
    } catch (failure) {
      toasts.show({ message: 'toast.deskNotChanged', error: errorOf(failure) })
      return false
    }
  }

  async function load(): Promise<void> {
    await ask(client.listDesks({}))
  }

  /** The desk of that name, whatever its capitals. */
  function named(name: string): SavedDesk | undefined {
    const wanted = name.trim().toLowerCase()
    return store.getState().desks?.find((desk) => desk.name.toLowerCase() === wanted)
  }

  /** Keeps what stands open under a name; the desk that has the name already is overwritten. */
  async function saveAs(name: string): Promise<void> {
    const held = named(name)
    if (held) return overwrite(held)
    const id = crypto.randomUUID()
    if (!(await ask(client.saveDesk({ id, name, content: readContent() })))) return
    toasts.show({ message: 'toast.deskSaved', values: { name: name.trim() } })
  }

  /** Puts what stands open into the place of what a desk held. */
  async function overwrite({ id, name, content }: SavedDesk): Promise<void> {
    if (!(await ask(client.saveDesk({ id, name, content: readContent() })))) return
    const undo = (): void => void ask(client.saveDesk({ id, name, content }))
    toasts.show({
      message: 'toast.deskOverwritten',
      values: { name },
      action: { label: 'action.undo', run: undo },
    })
  }

  async function rename(id: string, name: string): Promise<void> {
    if (name.trim() !== '') await ask(client.renameDesk({ id, name }))
  }

  async function remove({ id, name, content }: SavedDesk): Promise<void> {
    if (!(await ask(client.deleteDesk({ id })))) return
    const undo = (): void => void ask(client.saveDesk({ id, name, content }))
    toasts.show({
      message: 'toast.deskDeleted',
      values: { name },
      action: { label: 'action.undo', run: undo },
    })
  }

  function lay(content: DeskContent): void {
    const now = toStoredWorkspace(workspace.store.getState(), search.store.getState().query)
    const { listing = now.listing } = content
    workspace.lay({ ...now, ...content, listing }, [])
    workspace.showPanes()
    search.setQuery(content.query)
  }

  /** Lays a saved desk; what stood before is one press away. */
  function open({ name, content }: SavedDesk): void {
    const before = readContent()
    lay(content)
    store.setState({ isOpen: false })
    const undo = (): void => lay(before)
    toasts.show({ message: 'toast.deskLaid', values: { name }, action: { label: 'action.undo', run: undo } })
  }

  return {
    store,
    load,
    receive,
    named,
    saveAs,
    overwrite,
    rename,
    remove,
    open,
    show: (isOpen: boolean) => store.setState({ isOpen }),
  }
}

/** See {@link createDeskStore}. */
export type DeskStore = ReturnType<typeof createDeskStore>
