// Reads a backup without trusting it: every bound, name, sum and record is checked before any of it is used.
// Runs everywhere.
import { z } from 'zod'
import type { BackupManifest } from '../../contract/backup.ts'
import { backupFormat, backupManifestSchema } from '../../contract/backup.ts'
import type { BackupContents } from './backup-files.ts'
import { isExpectedPath, manifestPath, parseJson, readFiles, unreadable } from './backup-files.ts'
import { hashBytes } from './hash-bytes.ts'
import type { Pace } from './pace.ts'
import { partOfPace } from './pace.ts'
import type { FileMap } from './zip.ts'
import { unpackZip } from './zip.ts'

/** A backup that may be restored. */
export interface CheckedBackup {
  manifest: BackupManifest
  contents: BackupContents
}

/** Reads a backup. Throws `backup-unreadable`, which says why it cannot be restored and which part is at fault. */
export async function readBackup(bytes: Uint8Array<ArrayBuffer>, pace: Pace): Promise<CheckedBackup> {
  const files = await unpackZip(bytes, partOfPace(pace, 0, 0.4))
  const manifest = readManifest(files.get(manifestPath))
  files.delete(manifestPath)
  const stranger = [...files.keys()].find((path) => !isExpectedPath(path))
  if (stranger !== undefined) throw unreadable('unexpected-file', stranger)
  await checkSums(manifest, files, partOfPace(pace, 0.4, 0.6))
  return { manifest, contents: await readFiles(files, partOfPace(pace, 0.6, 1)) }
}

const newerManifest = z.looseObject({ format: z.int().gt(backupFormat) })

function readManifest(bytes: Uint8Array | undefined): BackupManifest {
  if (bytes === undefined) throw unreadable('not-a-backup')
  const value = parseJson(bytes)
  // A newer program's may hold what this one has never heard of, so its number counts before all else.
  if (newerManifest.safeParse(value).success) throw unreadable('newer-format')
  const { data } = backupManifestSchema.safeParse(value)
  if (data === undefined) throw unreadable('damaged', manifestPath)
  return data
}

async function checkSums(manifest: BackupManifest, files: FileMap, pace: Pace): Promise<void> {
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  if (listed.size !== manifest.files.length) throw unreadable('damaged', manifestPath)
  for (const path of listed.keys()) {
    if (!files.has(path)) throw unreadable('damaged', path)
  }
  let done = 0
  for (const [path, bytes] of files) {
    const file = listed.get(path)
    const isRight = file?.bytes === bytes.length && file.sha256 === (await hashBytes(bytes))
    if (!isRight) throw unreadable('damaged', path)
    await pace.step((done += 1), files.size)
  }
}
