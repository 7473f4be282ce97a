// What can be taken back and done again, newest last.
import { createStore } from 'zustand/vanilla'

/** Takes one change back, or does it again. */
export type UndoStep = () => Promise<void>

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
  const tell = (): void => store.setState({ canUndo: done.length > 0, canRedo: undone.length > 0 })

  /** The last change, where `continuation` says that another goes on with it. */
  function goesOn(continuation: Continuation | null): Step | null {
    const last = done.at(-1)
    if (!last?.continuation || last.continuation.key !== continuation?.key || undone.length > 0) return null
    return now() - last.at <= continuation.within ? last : null
  }

  /** Notes a change; answers what takes back this very change, once, whatever has been done since. */
  function push(change: Change, continuation: Continuation | null = null): UndoStep {
    const before = goesOn(continuation)
    const step = before ?? { ...change, continuation, at: now() }
    if (before)
      Object.assign(before, { redo: before.continuation?.isWhole ? before.redo : change.redo, at: now() })
    else done.push(step)
    undone.length = 0
    tell()
    return () => takeBack(step)
  }

  async function takeBack(step: Step | undefined): Promise<void> {
    const index = step ? done.lastIndexOf(step) : -1
    if (index < 0 || !step) return
    done.splice(index, 1)
    undone.push(step)
    tell()
    await step.undo()
  }

  /** Does again what was taken back last; does nothing where something else was done since. */
  async function redo(): Promise<void> {
    const step = undone.pop()
    if (!step) return
    // The very step, which a message may still offer to take back.
    step.continuation = null
    done.push(step)
    tell()
    await step.redo()
  }

  /** Ends a change that could have been gone on with. */
  function close(): void {
    const last = done.at(-1)
    if (last) last.continuation = null
  }

  /** Takes back the last change; does nothing where there is none. */
  const undo = (): Promise<void> => takeBack(done.at(-1))
  return { store, push, close, redo, undo }
}

/** See {@link createUndoStack}. */
export type UndoStack = ReturnType<typeof createUndoStack>
