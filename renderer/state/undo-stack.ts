// What can be taken back, newest last.

/** Takes one change back. */
export type UndoStep = () => Promise<void>

/** Makes an empty stack of changes. */
export function createUndoStack() {
  const steps: UndoStep[] = []
  return {
    /** Notes a change; answers what takes back this very change, once, whatever has been done since. */
    push(step: UndoStep): UndoStep {
      steps.push(step)
      return () => takeBack(step)
    },
    /** Takes back the last change; does nothing where there is none. */
    undo: () => takeBack(steps.at(-1)),
  }

  async function takeBack(step: UndoStep | undefined): Promise<void> {
    const index = step ? steps.lastIndexOf(step) : -1
    if (index < 0 || !step) return
    steps.splice(index, 1)
    await step()
  }
}
