// How long things take and when they are due, by a clock that never jumps. As an object, so that tests can turn it by hand. Plain Node.

/** A stop-watch and an alarm. */
export interface Timing {
  /** Milliseconds since some moment in the past; never goes back, whatever is done to the system's clock. */
  elapsed(): number
  /** Calls once after so many milliseconds and answers how to call it off. It keeps no process from ending. */
  after: (milliseconds: number, act: () => void) => () => void
}

/** The real thing. */
export const nodeTiming: Timing = {
  elapsed: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
