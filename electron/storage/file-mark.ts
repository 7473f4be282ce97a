// Notices that a file is no longer the one that was read or written last. Plain Node.
import fs from 'node:fs'
import { isAbsence, systemCode } from './system-code.ts'

/**
 * Tells one state of whatever stands at a path from the next: every safe write makes a new file, other programs
 * change its size or its time. `null` where there is nothing;
 * the system's error code where it does not say.
 */
export function readFileMark(path: string): string | null {
  try {
    const { ino, size, mtimeNs } = fs.lstatSync(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (cause) {
    const code = systemCode(cause)
    if (code === null) throw cause
    return isAbsence(cause) ? null : code
  }
}
