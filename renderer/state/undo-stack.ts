// What can be taken back and done again, newest last.
import { createStore } from 'zustand/vanilla'

/**
 * Takes one change back, or does it again. Answers `false` where that could not be done for now and everything stands as
 * before: then it stays to be tried again.
 */
export type UndoStep = () => Promise<unknown>

/** A change that can be taken back and done again. */
export interface Change {
  undo: UndoStep
  redo: UndoStep
}

/** Says of a change that it goes on with the one before: the same key, and no more than `within` milliseconds later. */
export interface Continuation {
  key: string
  within: number
  /** Doing this change again brings back also what went on with it. */
  isWhole?: boolean
}

interface Step extends Change {
  continuation: Continuation | null
  at: number
}

/** Makes an empty stack of changes. */
export function createUndoStack(now: () => number = () => performance.now()) {
  /** Whether there is something to take back, and something to do again. */
  const store = createStore(() => ({ canUndo: false, canRedo: false }))
  const done: Step[] = []
  const undone: Step[] = []
  let underway: Promise<void> | null = null
  const tell = (): void => store.setState({ canUndo: done.length > 0, canRedo: undone.length > 0 })

  /** The last change, where `continuation` says that another goes on with it. */
  function goesOn(continuation: Continuation | null): Step | null {
    const last = done.at(-1)
    if (!last?.continuation || last.continuation.key !== continuation?.key || undone.length > 0) return null
    return now() - last.at <= continuation.within ? last : null
  }

  /** Notes a change; answers what takes back this very change, once, whatever has been done since. */
  function push(change: Change, continuation: Continuation | null = null): () => Promise<void> {
    const before = goesOn(continuation)
    const step = before ?? { ...change, continuation, at: now() }
    if (before)
      Object.assign(before, { redo: before.continuation?.isWhole ? before.redo : change.redo, at: now() })
    else done.push(step)
    undone.length = 0
    tell()
    return () => inTurn(() => takeBack(step))
  }

  /** Each waits for the one before: two keys may be pressed faster than a program answers. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    const run = underway === null ? task() : underway.then(task)
    void waitFor(run)
    return run
  }

  async function waitFor(run: Promise<void>): Promise<void> {
    const settled = run.catch(() => undefined)
    underway = settled
    await settled
    if (underway === settled) underway = null
  }

  function move(step: Step, from: Step[], to: Step[], place = to.length): void {
    const index = from.lastIndexOf(step)
    if (index >= 0) from.splice(index, 1)
    to.splice(place, 0, step)
    tell()
  }

  async function takeBack(step: Step | undefined): Promise<void> {
    const index = step ? done.lastIndexOf(step) : -1
    if (index < 0 || !step) return
    move(step, done, undone)
    if ((await step.undo()) === false) move(step, undone, done, index)
  }

  async function doAgain(): Promise<void> {
    const step = undone.at(-1)
    if (!step) return
    // The very step, which a message may still offer to take back.
    step.continuation = null
    move(step, undone, done)
    if ((await step.redo()) === false) move(step, done, undone)
  }

  /** Does again what was taken back last; does nothing where something else was done since. */
  const redo = (): Promise<void> => inTurn(doAgain)

  /** Ends a change that could have been gone on with. */
  function close(): void {
    const last = done.at(-1)
    if (last) last.continuation = null
  }

  /** Takes back the last change; does nothing where there is none. */
  const undo = (): Promise<void> => inTurn(() => takeBack(done.at(-1)))
  return { store, push, close, redo, undo }
}

/** See {@link createUndoStack}. */
export type UndoStack = ReturnType<typeof createUndoStack>
