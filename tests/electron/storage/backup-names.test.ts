// The names of backups: their order, their time, and files that are none.
import { describe, expect, it } from 'vitest'
import { formatBackupName, parseBackupName } from '../../../electron/storage/backup-names.ts'

describe('the name of a backup', () => {
  it.each([
    [{ sequence: 1, takenAt: Date.UTC(2026, 10, 21, 8, 44, 10, 123), isOriginal: false }],
    [{ sequence: 999_999, takenAt: 0, isOriginal: true }],
    [{ sequence: 1_000_000, takenAt: Date.UTC(2026, 1, 1), isOriginal: false }],
    [{ sequence: 7, takenAt: -62_198_755_200_000, isOriginal: false }],
    [{ sequence: 7, takenAt: 8.64e15, isOriginal: false }],
  ])('is read as it was written: %j', (facts) => {
    const name = formatBackupName(facts)
    expect(parseBackupName(name)).toEqual({ name, ...facts })
  })

  it('is a file name on every system', () => {
    const takenAt = Date.UTC(2026, 10, 21, 8, 44, 10, 123)
    expect(formatBackupName({ sequence: 42, takenAt, isOriginal: false })).toBe(
      '000042_2026-11-21T08-44-10-123Z.json',
    )
    expect(formatBackupName({ sequence: 42, takenAt, isOriginal: true })).toBe(
      '000042_2026-11-21T08-44-10-123Z_before-migration.json',
    )
  })

  it.each([
    'settings.json',
    '000042_2026-11-21T08-44-10-123Z.json.0123456789ab.bookwheel-tmp',
    '000042_2026-13-41T08-44-10-123Z.json',
    '000042_2026-11-21T08-44-10-123Z (copy).json',
    '42_2026-11-21T08-44-10-123Z.json',
    '',
  ])('is not that of a foreign file: "%s"', (name) => {
    expect(parseBackupName(name)).toBeNull()
  })
})
