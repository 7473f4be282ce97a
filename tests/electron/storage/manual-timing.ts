// A stop-watch and an alarm that a test turns by hand, so that nothing has to be waited for.
import type { Timing } from '../../../electron/storage/timing.ts'

/** Timing that stands still until it is told to go on. */
export interface ManualTiming extends Timing {
  /** Lets so many milliseconds pass, and everything happen that is due in them, in order. */
  pass(milliseconds: number): void
  /** Makes the stop-watch go on while something is at work, without ringing any alarm. */
  spend(milliseconds: number): void
}

/** Begins at zero. */
export function createManualTiming(): ManualTiming {
  let now = 0
  let alarms: { at: number; act: () => void }[] = []

  function ringNext(until: number): boolean {
    const next = alarms.toSorted((a, b) => a.at - b.at).at(0)
    if (next === undefined || next.at > until) return false
    alarms = alarms.filter((alarm) => alarm !== next)
    now = Math.max(now, next.at)
    next.act()
    return true
  }

  return {
    elapsed: () => now,
    after(milliseconds, act) {
      const alarm = { at: now + milliseconds, act }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((other) => other !== alarm)
      }
    },
    pass(milliseconds) {
      const until = now + milliseconds
      while (ringNext(until));
      now = Math.max(now, until)
    },
    spend(milliseconds) {
      now += milliseconds
    },
  }
}
