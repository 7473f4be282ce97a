// The names of backup files, which say in which order and when they were taken. Runs everywhere.

/** What the name of a backup says. */
export interface BackupName {
  name: string
  /** Counts the backups of one store. The order of time is this and not `takenAt`: clocks jump. */
  sequence: number
  /** Milliseconds since 1970, by the clock of that moment. */
  takenAt: number
  /** The file stood in an older format and is the last of that format: never rotated away. */
  isOriginal: boolean
}

const pattern =
  /^(\d{6,12})_([+-]?\d{4,6}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z(_before-migration)?\.json$/

/** `000042_2026-11-21T08-44-10-123Z.json`: sorts by age, and is a file name on every system. */
export function formatBackupName({ sequence, takenAt, isOriginal }: Omit<BackupName, 'name'>): string {
  const time = new Date(takenAt).toISOString().replaceAll(/[:.]/g, '-')
  return `${String(sequence).padStart(6, '0')}_${time}${isOriginal ? '_before-migration' : ''}.json`
}

/** `null` for a file that is no backup of ours: it is left alone. */
export function parseBackupName(name: string): BackupName | null {
  const [, sequence, hour, minute, second, millisecond, original] = pattern.exec(name) ?? []
  const takenAt = Date.parse(`${hour}:${minute}:${second}.${millisecond}Z`)
  if (sequence === undefined || Number.isNaN(takenAt)) return null
  return { name, sequence: Number(sequence), takenAt, isOriginal: original !== undefined }
}
