// Decides which deleted annotations have been in the trash for long enough, without trusting one look at the clock.
// Pure, runs everywhere.
import { trashTime } from '../../contract/trash.ts'

/** Milliseconds between two looks that count as two: a day. */
export const betweenLooks = 24 * 60 * 60 * 1000

/** What one look at the trash comes to. */
export interface Overdue {
  /** What was deleted at this time or before may go; milliseconds since 1970, -Infinity where nothing may. */
  limit: number
  /** What to remember as the time of the last look. */
  checkedAt: number
}

/**
 * What may go is what was overdue both now and at the last look, a day or more ago. A clock that is suddenly far
 * ahead so finds nothing overdue that was not overdue before; only if it is still there a day later does it count.
 * When it is set right again, the look that it saw is forgotten, because it lies in the future.
 */
export function findOverdue(lastLook: number | null, now: number): Overdue {
  if (lastLook === null || lastLook > now) return { limit: -Infinity, checkedAt: now }
  // Several starts on one day are one look, or the last one would never be a day ago.
  if (now - lastLook < betweenLooks) return { limit: -Infinity, checkedAt: lastLook }
  return { limit: lastLook - trashTime, checkedAt: now }
}
