// Highlights and notes. What the reader does shows at once; "saved" is said only when it is on disk; until
// then the words stay here and are tried again.
import { createStore } from 'zustand/vanilla'
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { ConflictChoice } from './annotation-conflicts.ts'
import { createAnnotationConflicts } from './annotation-conflicts.ts'
import type { AnnotationEntry } from './annotation-entry.ts'
import {
  fromStored,
  inTextOrder,
  isBlank,
  isUnsaved,
  mayPass,
  saysTheSame,
  toDraft,
} from './annotation-entry.ts'
import type { Place, TakenAway } from './annotation-edits.ts'
import { createAnnotationEdits } from './annotation-edits.ts'
import { createAnnotationReading } from './annotation-reading.ts'
import type { AnnotationState } from './annotation-state.ts'
import type { ToastStore } from './toast-store.ts'
import { createUndoStack } from './undo-stack.ts'

/** Milliseconds after which what could not be saved is tried again, if nothing has brought that about before. */
const retryDelay = 30_000

/** Makes the store of annotations. Times are taken from the page's clock only until the program answers. */
export function createAnnotationStore(client: Client, toasts: ToastStore) {
  const store = createStore<AnnotationState>(() => ({
    byArticle: {},
    unread: new Map(),
    selectedId: null,
    editingId: null,
    writing: null,
    changed: false,
  }))
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const underway = new Map<string, Promise<void>>()
  /** Changes of other pages that arrived while our own was on its way. */
  const missed = new Map<string, Annotation>()
  /** Deleted on this page: a list that was asked for before must not bring them back. */
  const gone = new Set<string>()
  /** How each that was deleted stands on disk, for it to be brought back. */
  const deletions = new Map<string, Annotation>()
  const changes = createUndoStack()
  const reading = createAnnotationReading({ store, client, toasts, gone })

  const allEntries = (): AnnotationEntry[] => Object.values(store.getState().byArticle).flat()
  const find = (id: string): AnnotationEntry | undefined => allEntries().find((entry) => entry.id === id)

  function put(entry: AnnotationEntry): void {
    store.setState(({ byArticle }) => {
      const others = (byArticle[entry.articleId] ?? []).filter(({ id }) => id !== entry.id)
      return { byArticle: { ...byArticle, [entry.articleId]: [...others, entry].toSorted(inTextOrder) } }
    })
  }

  function drop({ id, articleId }: AnnotationEntry): void {
    store.setState(({ byArticle, selectedId, editingId, writing }) => ({
      byArticle: {
        ...byArticle,
        [articleId]: (byArticle[articleId] ?? []).filter((entry) => entry.id !== id),
      },
      selectedId: selectedId === id ? null : selectedId,
      editingId: editingId === id ? null : editingId,
      writing: writing?.id === id ? null : writing,
    }))
  }

  function settleWith(id: string, stored: Annotation): void {
    const entry = find(id)
    if (!entry) return
    if (saysTheSame(entry, stored)) return put(fromStored(stored))
    // The reader went on typing while it was saved: the newer words follow at once.
    put({ ...entry, revision: stored.revision, save: { kind: 'pending' } })
    void save(id)
  }

  function failWith(id: string, failure: unknown): void {
    const entry = find(id)
    const error = errorOf(failure)
    if (!entry) return
    if (error.code === 'conflict') return conflicts.meet(entry, error.stored)
    put({ ...entry, save: { kind: 'failed', error } })
    // Words that were written meanwhile have a clock of their own.
    if (mayPass(error) && !timers.has(id)) saveLater(id, retryDelay)
  }

  async function send(sent: AnnotationEntry): Promise<void> {
    const { id } = sent
    try {
      const stored = await client.saveAnnotation(toDraft(sent))
      underway.delete(id)
      conflicts.forgetUnanswered(id)
      settleWith(id, stored)
      takeUpMissed(id)
    } catch (failure) {
      underway.delete(id)
      const { code } = errorOf(failure)
      if (code === 'program-unreachable') conflicts.noteUnanswered(sent)
      if (code === 'annotation-not-found' && sent.revision > 0) return saveAsNew(id)
      failWith(id, failure)
    }
  }

  /** It is gone for good, deleted and out of the trash: what the reader has written since is not to go with it. */
  function saveAsNew(id: string): void {
    const entry = find(id)
    if (!entry) return
    put({ ...entry, revision: 0, save: { kind: 'pending' } })
    void save(id)
  }

  function takeUpMissed(id: string): void {
    const later = missed.get(id)
    missed.delete(id)
    if (later) receive(later)
  }

  /** Puts an entry on disk now; one request per annotation at a time. */
  function save(id: string): Promise<void> {
    clearTimeout(timers.get(id))
    timers.delete(id)
    const running = underway.get(id)
    if (running) return running
    const entry = find(id)
    if (!entry || entry.save.kind === 'saved' || entry.save.kind === 'conflict') return Promise.resolve()
    // Nothing has been written yet: an empty note on no words is not worth keeping.
    if (isBlank(entry)) return Promise.resolve()
    put({ ...entry, save: { kind: 'saving' } })
    store.setState({ changed: true })
    const request = send(entry)
    underway.set(id, request)
    return request
  }

  /** Puts an entry on disk after a while, unless that is done before. */
  function saveLater(id: string, delay: number): void {
    clearTimeout(timers.get(id))
    timers.set(
      id,
      setTimeout(() => void save(id), delay),
    )
  }

  /** Waits until nothing of the annotation is on its way or waiting to be sent. */
  async function settle(id: string): Promise<void> {
    await underway.get(id)
    if (find(id)?.save.kind === 'pending') await save(id)
    await underway.get(id)
  }

  /** Changes what is told of an entry and sends it. */
  function change(id: string, wish: Partial<AnnotationEntry>, rest = 0): void {
    const entry = find(id)
    if (!entry) return
    put({ ...entry, ...wish, save: entry.save.kind === 'conflict' ? entry.save : { kind: 'pending' } })
    if (rest === 0) return void save(id)
    saveLater(id, rest)
  }

  /** Deletes an annotation; `null` where there is none, or it cannot be deleted. */
  async function takeAway(id: string): Promise<TakenAway | null> {
    await settle(id)
    const entry = find(id)
    if (!entry) return null
    drop(entry)
    const { articleId, revision } = entry
    if (revision === 0) return { stored: null, entry }
    try {
      const stored = await client.deleteAnnotation({ id, articleId, revision })
      gone.add(id)
      deletions.set(id, stored)
      return { stored, entry }
    } catch (failure) {
      if (errorOf(failure).code === 'annotation-not-found') return { stored: null, entry }
      put(entry)
      failWith(id, failure)
      toasts.show({ message: 'toast.notDeleted' })
      return null
    }
  }

  /** Brings back what was deleted; answers `false` where that failed and may go well another time. */
  async function bringBack(id: string): Promise<boolean> {
    const deleted = deletions.get(id)
    if (!deleted) return true
    const { articleId, revision } = deleted
    try {
      const restored = await client.restoreAnnotation({ id, articleId, revision })
      gone.delete(id)
      put(fromStored(restored))
      store.setState({ selectedId: id })
      return true
    } catch (failure) {
      toasts.show({ message: 'toast.notRestored' })
      return !mayPass(errorOf(failure))
    }
  }

  /** Puts back what was taken away, with the words that were not on disk yet; answers as `bringBack`. */
  async function putBack({ stored, entry }: TakenAway): Promise<boolean> {
    if (!stored) {
      put({ ...entry, revision: 0, save: { kind: 'pending' } })
      await save(entry.id)
      return true
    }
    if (!(await bringBack(entry.id))) return false
    const { colour, style, note, tags } = entry
    if (isUnsaved(entry)) change(entry.id, { colour, style, note, tags })
    return true
  }

  /** Hangs an annotation at a place, or as it hung before where none is told; answers whether that is on disk. */
  async function hang(id: string, place: Place | null): Promise<boolean> {
    await settle(id)
    const entry = find(id)
    if (!entry) return false
    const { articleId, revision } = entry
    const target = { id, articleId, revision }
    const request = place ? client.attachAnnotation({ ...target, ...place }) : client.detachAnnotation(target)
    underway.set(
      id,
      Promise.allSettled([request]).then(() => undefined),
    )
    try {
      const stored = await request
      underway.delete(id)
      settleHung(entry, stored)
      takeUpMissed(id)
      return true
    } catch (failure) {
      underway.delete(id)
      takeUpMissed(id)
      failWith(id, failure)
      toasts.show({ message: place ? 'toast.notAttached' : 'toast.notDetached' })
      return false
    }
  }

  /** Takes up the new place; what was written or chosen while it was on its way stays, and follows at once. */
  function settleHung(before: AnnotationEntry, stored: Annotation): void {
    const now = find(before.id)
    if (!now) return
    if (now === before) return put(fromStored(stored))
    const { colour, style, note, tags } = now
    put({ ...fromStored(stored), colour, style, note, tags, save: { kind: 'pending' } })
    void save(before.id)
  }

  /** Ends a conflict; see {@link ConflictChoice}. */
  async function resolveConflict(id: string, choice: ConflictChoice): Promise<void> {
    const ended = await conflicts.resolve(id, choice)
    if (ended) edits.noteChoice(ended.before, ended.after)
  }

  /** Takes up a change that another page or window made. */
  function receive(annotation: Annotation): void {
    if (annotation.deletedAt === null) gone.delete(annotation.id)
    else deletions.set(annotation.id, annotation)
    if (underway.has(annotation.id)) return void missed.set(annotation.id, annotation)
    const entry = find(annotation.id)
    if (!entry) {
      if (annotation.deletedAt === null && store.getState().byArticle[annotation.articleId])
        put(fromStored(annotation))
      return
    }
    if (annotation.revision <= entry.revision) return
    if (saysTheSame(entry, annotation)) return put(fromStored(annotation))
    if (isUnsaved(entry)) return conflicts.meet(entry, annotation)
    if (annotation.deletedAt === null) put(fromStored(annotation))
    else drop(entry)
  }

  /** Sends at once what waits or has failed: at a rest, before the page goes, or when the program is back. */
  function saveAll(): void {
    for (const { id, save: state } of allEntries()) {
      if (state.kind === 'pending' || state.kind === 'failed') void save(id)
    }
  }

  /** Sends what waits or has failed and waits for the answers, good or bad. */
  async function settleAll(): Promise<void> {
    await Promise.all(
      allEntries()
        .filter(isUnsaved)
        .map((entry) => save(entry.id)),
    )
  }

  /** Takes up what a change of many has come to, where the page holds it. */
  function takeOver(changed: readonly Annotation[]): void {
    for (const annotation of changed) {
      if (annotation.deletedAt !== null) {
        gone.add(annotation.id)
        deletions.set(annotation.id, annotation)
      }
      receive(annotation)
    }
  }

  const conflicts = createAnnotationConflicts({ client, find, put, drop, save, failWith, deletions })
  const edits = createAnnotationEdits({
    find,
    put,
    drop,
    change,
    save,
    load: reading.load,
    takeAway,
    bringBack,
    putBack,
    hang,
    changes,
    toasts,
  })

  return {
    store,
    ...reading,
    settleAll,
    changes: changes.store,
    noteChange: changes.push,
    undo: changes.undo,
    redo: changes.redo,
    ...edits,
    find,
    save,
    takeOver,
    resolveConflict,
    receive,
    saveAll,
    write: (writing: AnnotationState['writing']) => store.setState({ writing }),
    select: (selectedId: string | null) => store.setState({ selectedId }),
    editNote: (editingId: string | null) =>
      store.setState(editingId ? { editingId, selectedId: editingId } : { editingId }),
    unsaved: () => allEntries().filter(isUnsaved),
  }
}

/** See {@link createAnnotationStore}. */
export type AnnotationStore = ReturnType<typeof createAnnotationStore>
