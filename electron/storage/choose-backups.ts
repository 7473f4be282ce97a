// Which backups of a store are kept: the last three, daily ones for a week, weekly ones for a month. Pure; runs everywhere.

/** The most recent backups are kept whatever their times. */
const keptLast = 3
/** Of so many days the last backup is kept. */
const keptDays = 7
/** Of so many weeks the last backup is kept: on any day of the last of them the first ended a month ago. */
const keptWeeks = 6

const dayLength = 86_400_000

/** What the choice looks at. */
export interface DatedBackup {
  /** Milliseconds since 1970, by the clock of that moment, which may have been wrong. */
  takenAt: number
}

/**
 * Those of a store's backups that may go; `backups` stand in the order in which they were taken. Days and weeks (UTC,
 * from Monday) are counted among the backups themselves, from the last one back, and never by the present time. So
 * a clock that jumps to another year and back costs one day and one week of history and not all of it, and where
 * nothing new is taken nothing goes.
 */
export function chooseSuperfluous<Backup extends DatedBackup>(backups: readonly Backup[]): Backup[] {
  const days = new Set<number>()
  const weeks = new Set<number>()
  return backups.toReversed().filter(({ takenAt }, age) => {
    const day = Math.floor(takenAt / dayLength)
    const isDaily = isNew(days, day, keptDays)
    // 1 January 1970 was a Thursday.
    const isWeekly = isNew(weeks, Math.floor((day + 3) / 7), keptWeeks)
    return age >= keptLast && !isDaily && !isWeekly
  })
}

function isNew(seen: Set<number>, unit: number, most: number): boolean {
  if (seen.has(unit) || seen.size >= most) return false
  seen.add(unit)
  return true
}
