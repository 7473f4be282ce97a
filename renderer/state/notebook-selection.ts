// Several annotations chosen in the notebook, and what is done with all of them at once: one change that can be taken back.
import { createStore } from 'zustand/vanilla'
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { OperationInput } from '../../electron/contract/operations.ts'
import { foldTag } from '../../electron/contract/tags.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { askWholeNotebook } from './ask-whole-notebook.ts'
import type { NotebookQuestion } from './notebook-store.ts'
import type { ToastStore } from './toast-store.ts'

/** What is known of an annotation that was chosen. */
export type Chosen = Pick<Annotation, 'id' | 'articleId' | 'revision' | 'colour'> & {
  tags: readonly string[]
}

/** What is chosen. */
export interface SelectionState {
  /** Whether the notebook's cards can be chosen. */
  isChoosing: boolean
  chosen: ReadonlyMap<string, Chosen>
  /** How far a change of many is; `null` where none is under way. */
  progress: { done: number; total: number } | null
}

type Changes = OperationInput<'changeAnnotations'>['changes']

/** What can be done with all that is chosen. */
export type Wish = Pick<Changes[number], 'colour' | 'addTags' | 'removeTags' | 'isDeleted'>

/** The most changes in one request, and the most entries that are read at once. */
const limits = { changes: 2000, entries: 1000 } as const

/** What the selection works with. */
export interface SelectionParts {
  client: Client
  annotations: AnnotationStore
  toasts: ToastStore
  question: () => NotebookQuestion
}

/** What is needed of an annotation for it to be chosen. */
export function choiceOf({
  id,
  articleId,
  revision,
  colour,
  tags = [],
}: Omit<Chosen, 'tags'> & { tags?: readonly string[] | undefined }): Chosen {
  return { id, articleId, revision, colour, tags }
}

/** Makes the store of what is chosen. */
export function createNotebookSelection({ client, annotations, toasts, question }: SelectionParts) {
  const store = createStore<SelectionState>(() => ({ isChoosing: false, chosen: new Map(), progress: null }))
  /** The place in the list that was chosen last: where a range begins. */
  let lastPlace: number | null = null
  let isCancelled = false

  function setChosen(chosen: ReadonlyMap<string, Chosen>): void {
    store.setState({ chosen })
  }

  function stop(): void {
    lastPlace = null
    store.setState({ isChoosing: false, chosen: new Map() })
  }

  /** Chooses one, or lets it go. */
  function toggle(choice: Chosen, place: number): void {
    const chosen = new Map(store.getState().chosen)
    if (!chosen.delete(choice.id)) chosen.set(choice.id, choice)
    lastPlace = place
    setChosen(chosen)
  }

  /** Chooses all from the one that was chosen last to this place in the list. */
  async function chooseTo(place: number): Promise<void> {
    const from = lastPlace ?? place
    lastPlace = place
    await choose(Math.min(from, place), Math.max(from, place) + 1)
  }

  /** Chooses what the notebook shows from one place to another; `null` for all of it. */
  async function choose(first: number, end: number | null): Promise<void> {
    try {
      await annotations.settleAll()
      const chosen = new Map(store.getState().chosen)
      let offset = first
      for (let total = end; total === null || offset < total;) {
        const limit = Math.min(limits.entries, (total ?? Infinity) - offset)
        const answer = await askWholeNotebook(client, { ...question(), offset, limit })
        for (const { annotation } of answer.entries) chosen.set(annotation.id, choiceOf(annotation))
        total = Math.min(total ?? Infinity, answer.total)
        offset += Math.max(1, answer.entries.length)
      }
      if (store.getState().isChoosing) setChosen(chosen)
    } catch (failure) {
      toasts.show({ message: 'toast.notebookNotRead', error: errorOf(failure) })
    }
  }

  /** As it is now, where the page holds it: it may have been changed since it was chosen. */
  function current(choice: Chosen): Chosen {
    const held = annotations.find(choice.id)
    return held ? choiceOf(held) : choice
  }

  /** Sends changes part by part. Answers what was changed; the rest is told by messages. */
  async function send(changes: Changes): Promise<Annotation[]> {
    isCancelled = false
    const changed: Annotation[] = []
    let refused = 0
    try {
      for (let at = 0; at < changes.length; at += limits.changes) {
        if (isCancelled) break
        store.setState({ progress: { done: at, total: changes.length } })
        const answer = await client.changeAnnotations({ changes: changes.slice(at, at + limits.changes) })
        changed.push(...answer.changed)
        refused += answer.refused.length
      }
    } catch (failure) {
      toasts.show({ message: 'toast.notAllChanged', error: errorOf(failure) })
    } finally {
      store.setState({ progress: null })
    }
    if (refused > 0) toasts.show({ message: 'toast.someRefused', values: { count: refused } })
    annotations.takeOver(changed)
    return changed
  }

  /** Does something with all that is chosen. What other windows have changed meanwhile stays as it is, and that is told. */
  async function apply(wish: Wish): Promise<void> {
    await annotations.settleAll()
    const before = new Map(
      [...store.getState().chosen.values()].map(current).map((choice) => [choice.id, choice]),
    )
    if (before.size === 0) return
    let changed = await send(
      [...before.values()].map(({ id, articleId, revision }) => ({ id, articleId, revision, ...wish })),
    )
    if (wish.isDeleted) stop()
    else
      setChosen(
        new Map(
          changed
            .filter(({ id }) => store.getState().chosen.has(id))
            .map((each) => [each.id, choiceOf(each)]),
        ),
      )
    if (changed.length === 0) return
    const revisionOf = ({ id, revision }: Annotation): number => annotations.find(id)?.revision ?? revision
    const takeBack = annotations.noteChange({
      async undo() {
        await annotations.settleAll()
        // What has another colour by now was coloured since: that stays.
        const { colour } = wish
        const untouched = changed.filter(
          (each) => colour === undefined || (annotations.find(each.id) ?? each).colour === colour,
        )
        changed = await send(
          untouched.map((each) => ({
            ...targetOf(each, revisionOf(each)),
            ...formerly(before.get(each.id), wish),
          })),
        )
      },
      async redo() {
        await annotations.settleAll()
        changed = await send(changed.map((each) => ({ ...targetOf(each, revisionOf(each)), ...wish })))
      },
    })
    toasts.show({
      message: wish.isDeleted ? 'toast.manyDeleted' : 'toast.manyChanged',
      values: { count: changed.length },
      action: { label: 'action.undo', run: () => void takeBack() },
    })
  }

  /** Ends a change of many after the part that is under way; what is done so far is one change. */
  function cancel(): void {
    isCancelled = true
  }

  return {
    store,
    start: () => store.setState({ isChoosing: true }),
    stop,
    toggle,
    chooseTo,
    chooseAll: () => choose(0, null),
    clear: () => setChosen(new Map()),
    apply,
    cancel,
  }
}

function targetOf(
  { id, articleId }: Annotation,
  revision: number,
): Pick<Changes[number], 'id' | 'articleId' | 'revision'> {
  return { id, articleId, revision }
}

/** The change that brings back how it was before a wish was granted. */
function formerly(before: Chosen | undefined, wish: Wish): Partial<Changes[number]> {
  if (wish.isDeleted !== undefined) return { isDeleted: !wish.isDeleted }
  if (wish.colour !== undefined) return { colour: before?.colour ?? null }
  const formerTags = new Set(before?.tags.map(foldTag))
  return {
    removeTags: wish.addTags?.filter((tag) => !formerTags.has(foldTag(tag))),
    addTags: before?.tags.filter((tag) =>
      wish.removeTags?.some((removed) => foldTag(removed) === foldTag(tag)),
    ),
  }
}

/** See {@link createNotebookSelection}. */
export type NotebookSelection = ReturnType<typeof createNotebookSelection>
