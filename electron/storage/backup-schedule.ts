// Decides when backups are taken: off the path of writes, in small slices, while nobody writes. Plain Node.
import { systemCode } from './system-code.ts'
import type { Timing } from './timing.ts'

/**
 * Milliseconds. A write must be on the disk within ten, and a backup takes as long as a write; so none is taken within
 * a write, nor while the reader is at it. All stores are looked at once, some time after the start, when pages
 * have been shown; a store that is written often is backed up at most every ten minutes, and at the end, which waits
 * no longer than a second for it.
 */
export const backupTimes = {
  firstAfter: 20_000,
  quiet: 2_000,
  slice: 5,
  betweenSlices: 100,
  sameStoreAgain: 600_000,
  atTheEnd: 1_000,
} as const

/** Backups as they fall due. */
export interface BackupSchedule {
  /** To be told of each write: the store is due again. */
  noteWrite(store: string): void
  /** Takes what is due of this run's writes and ends the schedule. */
  close(): void
}

/** What a schedule is told. */
export interface BackupScheduleOptions {
  /** All stores at the start. */
  stores: readonly string[]
  /** Takes a backup of one store where it needs one, and answers whether it did; throws a system error where that cannot be. */
  take: (store: string) => boolean
  /** Told the first time that one could not be taken, with the system's code; the rest of the run stays silent. */
  onFailure: (store: string, code: string) => void
  timing: Timing
}

/** Begins a schedule. A backup that fails is tried again when the store would be due once more. */
export function startBackupSchedule({
  stores,
  take,
  onFailure,
  timing,
}: BackupScheduleOptions): BackupSchedule {
  /** The stores to look at, each with the moment from which it is due. */
  const due = new Map(stores.map((store) => [store, 0]))
  const takenAt = new Map<string, number>()
  const written = new Set<string>()
  const firstLook = timing.elapsed() + backupTimes.firstAfter
  let cancel = timing.after(backupTimes.firstAfter, work)
  let hasFailed = false
  let isClosed = false

  function takeOne(store: string): void {
    due.delete(store)
    try {
      if (take(store)) takenAt.set(store, timing.elapsed())
      written.delete(store)
    } catch (cause) {
      const code = systemCode(cause)
      if (code === null) throw cause
      due.set(store, timing.elapsed() + backupTimes.sameStoreAgain)
      if (!hasFailed) onFailure(store, code)
      hasFailed = true
    }
  }

  function work(): void {
    const start = timing.elapsed()
    for (const [store, from] of due) {
      if (from > start) continue
      takeOne(store)
      if (timing.elapsed() - start >= backupTimes.slice) break
    }
    if (due.size > 0) arm(Math.max(Math.min(...due.values()) - timing.elapsed(), backupTimes.betweenSlices))
  }

  function arm(milliseconds: number): void {
    cancel()
    if (!isClosed) cancel = timing.after(milliseconds, work)
  }

  return {
    noteWrite(store) {
      written.add(store)
      if (!due.has(store)) due.set(store, (takenAt.get(store) ?? -Infinity) + backupTimes.sameStoreAgain)
      // Puts off whatever was to come next, so that nothing is at work while somebody writes.
      arm(Math.max(firstLook - timing.elapsed(), backupTimes.quiet))
    },
    close() {
      if (isClosed) return
      isClosed = true
      cancel()
      const start = timing.elapsed()
      for (const store of written) {
        if (timing.elapsed() - start >= backupTimes.atTheEnd) break
        takeOne(store)
      }
    },
  }
}
