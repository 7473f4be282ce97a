// Reads one text file of the library with care: only plain files, only so large, only UTF-8. Plain Node.
import { lstat, readFile } from 'node:fs/promises'
import { describeSystemError } from './describe-system-error.ts'

/** The largest file that is read, in bytes. */
export const fileSizeLimit = 5 * 1024 * 1024

/** A file's text with line feeds as line ends and without a byte order mark, or why there is none. */
export type TextReading = { ok: true; text: string } | { ok: false; reason: string }

/** Reads a file; whatever goes wrong is answered as a reason. Symbolic links are not followed. */
export async function readTextFile(path: string): Promise<TextReading> {
  let bytes: Buffer
  try {
    const stats = await lstat(path)
    if (stats.isSymbolicLink()) return { ok: false, reason: 'is a symbolic link, which is not followed' }
    if (!stats.isFile()) return { ok: false, reason: 'is not a file' }
    if (stats.size > fileSizeLimit) {
      return { ok: false, reason: `is larger than ${fileSizeLimit / (1024 * 1024)} MB` }
    }
    bytes = await readFile(path)
  } catch (error) {
    return { ok: false, reason: `cannot be read: ${describeSystemError(error)}` }
  }
  return decode(bytes)
}

function decode(bytes: Uint8Array): TextReading {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { ok: true, text: text.replaceAll(/\r\n?/g, '\n') }
  } catch {
    return { ok: false, reason: 'is not in UTF-8' }
  }
}
