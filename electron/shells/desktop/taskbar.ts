// Shows in the taskbar or the dock how far long work is: a backup that is made, checked or restored. Pure.
import type { BookwheelEvent } from '../../contract/events.ts'

/** Milliseconds without news after which work counts as stopped: news comes several times a second, and not all work tells its end. */
export const silence = 1500

/** What the taskbar needs. */
export interface TaskbarParts {
  /** Sets the bar of every window: from 0 to 1, or -1 to take it away. */
  show: (share: number) => void
  /** Calls `act` after so many milliseconds, unless the answer is called first. */
  after: (milliseconds: number, act: () => void) => () => void
}

/**
 * Makes the receiver of events that keeps the bar. It goes when the work is done, and when nothing more is heard of it; the
 * work of several pages at once shows as that of the one that was heard of last.
 */
export function createTaskbar({ show, after }: TaskbarParts): (event: BookwheelEvent) => void {
  let cancel: (() => void) | null = null

  function clear(): void {
    cancel?.()
    cancel = null
    show(-1)
  }

  return (event) => {
    if (event.type !== 'backup-progress') return
    const { done, total } = event
    if (total <= 0 || done >= total) {
      clear()
      return
    }
    cancel?.()
    cancel = after(silence, clear)
    show(done / total)
  }
}
