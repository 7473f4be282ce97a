// Reads a backup that the system has handed over. Plain Node.
import { open } from 'node:fs/promises'
import { backupByteLimit } from '../../contract/backup-limits.ts'
import { Failure } from '../../contract/errors.ts'
import { systemCode } from '../../storage/system-code.ts'

/**
 * The file's bytes. Throws a `Failure`: `backup-unreadable` where it is larger than any backup or no file,
 * `file-unreadable` where the system does not let it be read.
 */
export async function readBackupFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const stats = await file.stat()
      if (!stats.isFile())
        throw new Failure({ code: 'backup-unreadable', problem: 'not-a-backup', path: null })
      if (stats.size > backupByteLimit) {
        throw new Failure({ code: 'backup-unreadable', problem: 'too-large', path: null })
      }
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (cause) {
    const code = systemCode(cause)
    if (cause instanceof Failure || code === null) throw cause
    throw new Failure({ code: 'file-unreadable', systemCode: code })
  }
}
