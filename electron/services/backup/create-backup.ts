// Makes a backup: every file of the reader's in one zip, with a manifest that vouches for each. Runs everywhere.
import type { BackupManifest } from '../../contract/backup.ts'
import { backupFormat } from '../../contract/backup.ts'
import { backupByteLimit } from '../../contract/backup-limits.ts'
import { Failure } from '../../contract/errors.ts'
import type { BackupContents } from './backup-files.ts'
import { listFiles, manifestPath } from './backup-files.ts'
import { hashBytes } from './hash-bytes.ts'
import type { Pace } from './pace.ts'
import { partOfPace } from './pace.ts'
import type { FileMap } from './zip.ts'
import { isTooLarge, packZip } from './zip.ts'

/**
 * Packs `contents`. `time` is when (milliseconds since 1970), `version` the program's. Throws `backup-too-large`
 * rather than make a backup that could not be restored.
 */
export async function createBackup(
  contents: BackupContents,
  { version, time, pace }: { version: string; time: number; pace: Pace },
): Promise<Uint8Array<ArrayBuffer>> {
  const manifest: BackupManifest = {
    format: backupFormat,
    program: 'Bookwheel',
    version,
    createdAt: time,
    files: [],
  }
  const listed = listFiles(contents)
  const describing = partOfPace(pace, 0, 0.4)
  const files: FileMap = new Map()
  for (const [path, value] of listed) {
    const bytes = toJson(value)
    manifest.files.push({ path, bytes: bytes.length, sha256: await hashBytes(bytes) })
    files.set(path, bytes)
    await describing.step(files.size, listed.length)
  }
  const all: FileMap = new Map([[manifestPath, toJson(manifest)], ...files])
  if (isTooLarge(all)) throw new Failure({ code: 'backup-too-large' })
  const zip = await packZip(all, time, partOfPace(pace, 0.4, 1))
  if (zip.length > backupByteLimit) throw new Failure({ code: 'backup-too-large' })
  return zip
}

/** The name under which a backup is saved: `Bookwheel YYYY-MM-DD.bookwheel`, by this machine's calendar. */
export function nameBackup(time: number): string {
  const date = new Date(time)
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return `Bookwheel ${inDigits(year, 4)}-${inDigits(month, 2)}-${inDigits(day, 2)}.bookwheel`
}

function inDigits(number: number, count: number): string {
  return String(number).padStart(count, '0')
}

function toJson(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value))
}
