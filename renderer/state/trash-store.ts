// What was deleted: shown, brought back, or let go for good.
import { createStore } from 'zustand/vanilla'
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { CollectionId } from '../../electron/contract/article.ts'
import type { Trash, TrashedAnnotation } from '../../electron/contract/trash.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { PageError } from '../api/transport.ts'
import type { ToastStore } from './toast-store.ts'
import type { Change, UndoStep } from './undo-stack.ts'

/** What the page shows of the trash. */
export interface TrashState {
  open: boolean
  /** `null` until it has been read. */
  trash: Trash | null
  /** Why it could not be read. */
  error: PageError | null
  /** Ids of the annotations that the reader has chosen. */
  chosen: ReadonlySet<string>
  /** What the reader is asked about: whether these may go for good. */
  asking: readonly TrashedAnnotation[] | null
}

/** The most annotations that one request names: a shell takes requests of a certain size only. */
const requestLimit = 2000

/** What the trash works with. */
export interface TrashStoreParts {
  client: Client
  toasts: ToastStore
  /** Notes a change that can be taken back; answers what takes it back. */
  noteChange: (change: Change) => UndoStep
}

/** Makes the store of the trash. */
export function createTrashStore({ client, toasts, noteChange }: TrashStoreParts) {
  const store = createStore<TrashState>(() => ({
    open: false,
    trash: null,
    error: null,
    chosen: new Set(),
    asking: null,
  }))
  let asked = 0

  /** Reads the trash again where it is shown. Only the newest answer counts. */
  async function refresh(): Promise<void> {
    if (!store.getState().open) return
    const request = (asked += 1)
    try {
      const trash = await client.listTrash({})
      if (request === asked) takeUp(trash)
    } catch (failure) {
      if (request === asked) store.setState({ error: errorOf(failure) })
    }
  }

  function takeUp(trash: Trash): void {
    const ids = new Set(trash.annotations.map(({ annotation }) => annotation.id))
    const chosen = new Set([...store.getState().chosen].filter((id) => ids.has(id)))
    store.setState({ trash, error: null, chosen })
  }

  async function show(): Promise<void> {
    store.setState({ open: true, chosen: new Set(), asking: null })
    await refresh()
  }

  async function bringBack({ id, articleId, revision }: Annotation): Promise<Annotation | null> {
    try {
      return await client.restoreAnnotation({ id, articleId, revision })
    } catch (failure) {
      errorOf(failure)
      return null
    }
  }

  async function throwAway({ id, articleId, revision }: Annotation): Promise<Annotation | null> {
    try {
      return await client.deleteAnnotation({ id, articleId, revision })
    } catch (failure) {
      errorOf(failure)
      return null
    }
  }

  /** One after the other: each is told to all pages by itself. Answers those that it was done with. */
  async function forEach(
    annotations: readonly Annotation[],
    act: (annotation: Annotation) => Promise<Annotation | null>,
    failed: 'toast.notDeleted' | 'toast.notRestored',
  ): Promise<Annotation[]> {
    const changed: Annotation[] = []
    for (const annotation of annotations) {
      const next = await act(annotation)
      if (next) changed.push(next)
      else toasts.show({ message: failed })
    }
    await refresh()
    return changed
  }

  /** Brings annotations back, one after the other: each is told to all pages by itself. */
  async function restore(entries: readonly TrashedAnnotation[]): Promise<void> {
    const restored: Annotation[] = []
    for (const { annotation } of entries) {
      const back = await bringBack(annotation)
      if (back) restored.push(back)
    }
    await refresh()
    const failed = entries.length - restored.length
    if (failed > 0) toasts.show({ message: 'toast.someNotRestored', values: { count: failed } })
    if (restored.length === 0) return
    let there = restored
    let away: Annotation[] = []
    const takeBack = noteChange({
      async undo() {
        away = await forEach(there, throwAway, 'toast.notDeleted')
      },
      async redo() {
        there = await forEach(away, bringBack, 'toast.notRestored')
      },
    })
    toasts.show({
      message: 'toast.restored',
      values: { count: restored.length },
      action: { label: 'action.undo', run: () => void takeBack() },
    })
  }

  /** Deletes what the reader was asked about. */
  async function deleteAsked(): Promise<void> {
    const annotations = (store.getState().asking ?? []).map(({ annotation }) => annotation)
    store.setState({ asking: null })
    let count = 0
    try {
      for (let at = 0; at < annotations.length; at += requestLimit) {
        const part = annotations.slice(at, at + requestLimit)
        const targets = part.map(({ id, articleId, revision }) => ({ id, articleId, revision }))
        count += await client.deleteForGood({ annotations: targets })
      }
      toasts.show({ message: 'toast.deletedForGood', values: { count } })
    } catch (failure) {
      toasts.show({ message: 'toast.notDeletedForGood', error: errorOf(failure) })
    }
    await refresh()
  }

  async function restoreCollection(collectionId: CollectionId): Promise<void> {
    try {
      await client.restoreCollection({ collectionId })
    } catch (failure) {
      errorOf(failure)
      toasts.show({ message: 'toast.collectionNotChanged' })
    }
    await refresh()
  }

  return {
    store,
    show,
    refresh,
    restore,
    deleteAsked,
    restoreCollection,
    close: () => store.setState({ open: false, asking: null }),
    choose: (chosen: ReadonlySet<string>) => store.setState({ chosen }),
    /** Asks the reader whether these may go for good; `null` takes the question back. */
    ask: (asking: readonly TrashedAnnotation[] | null) => store.setState({ asking }),
  }
}

/** See {@link createTrashStore}. */
export type TrashStore = ReturnType<typeof createTrashStore>
