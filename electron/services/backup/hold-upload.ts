// Holds the backup that a page hands over piece by piece. Runs everywhere.
import type { BackupPart } from '../../contract/backup.ts'
import { backupByteLimit } from '../../contract/backup-limits.ts'
import { Failure } from '../../contract/errors.ts'
import { unreadable } from './backup-files.ts'
import { fromBase64 } from '../../contract/base64.ts'
import type { CheckedBackup } from './read-backup.ts'

/** The one backup that is held at a time, so that forgotten ones do not fill the memory. */
export interface HeldUpload {
  /**
   * Takes the next part and answers how many bytes there are. A first part (`offset` 0) takes the place of what was
   * held. Throws `upload-not-found` for a part that does not follow, `backup-unreadable` where it is too large.
   */
  add(part: BackupPart): number
  /** Holds a whole file in the place of what was held, and answers how many bytes it has. */
  put(upload: string, bytes: Uint8Array): number
  /** The bytes so far. Throws `upload-not-found`. */
  bytes(upload: string): Uint8Array<ArrayBuffer>
  /** Keeps what the bytes were found to be, in their place. */
  keepChecked(upload: string, backup: CheckedBackup): void
  /** What {@link keepChecked} has kept. Throws `upload-not-found`. */
  checked(upload: string): CheckedBackup
  /** Forgets it, if it is still the one that is held. */
  drop(upload: string): void
}

/** Holds nothing at first. */
export function createHeldUpload(): HeldUpload {
  let held: { upload: string; parts: Uint8Array[]; length: number; backup: CheckedBackup | null } | null =
    null

  function find(upload: string): NonNullable<typeof held> {
    if (held?.upload !== upload) throw new Failure({ code: 'upload-not-found' })
    return held
  }

  return {
    add({ upload, offset, bytes }) {
      if (offset === 0) held = { upload, parts: [], length: 0, backup: null }
      const file = find(upload)
      if (offset !== file.length) throw new Failure({ code: 'upload-not-found' })
      const part = fromBase64(bytes)
      if (file.length + part.length > backupByteLimit) {
        held = null
        throw unreadable('too-large')
      }
      file.parts.push(part)
      file.length += part.length
      return file.length
    },
    put(upload, bytes) {
      held = { upload, parts: [bytes], length: bytes.length, backup: null }
      return bytes.length
    },
    bytes(upload) {
      const { parts, length } = find(upload)
      const whole = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      return whole
    },
    keepChecked(upload, backup) {
      const file = find(upload)
      file.parts = []
      file.backup = backup
    },
    checked(upload) {
      const { backup } = find(upload)
      if (backup === null) throw new Failure({ code: 'upload-not-found' })
      return backup
    },
    drop(upload) {
      if (held?.upload === upload) held = null
    },
  }
}
