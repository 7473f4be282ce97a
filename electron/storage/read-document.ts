// Reads a store's file without trusting it. It never changes anything on disk. Plain Node.
import { isUtf8 } from 'node:buffer'
import fs from 'node:fs'
import type { Members } from './document-formats.ts'
import { isAbsence, systemCode } from './system-code.ts'

/** Files above this size, in bytes, are not read: nothing that Bookwheel writes comes near it. */
const largestFile = 256 * 1024 * 1024

/** What a store's file turned out to be. */
export type DocumentReading =
  | { kind: 'missing' }
  /** A JSON object. `format` is its member of that name, whatever it holds; `members` are the others. */
  | { kind: 'members'; members: Members; format: unknown; bytes: Uint8Array }
  /** Not UTF-8, or not JSON, or not an object; or no regular file, which has no `bytes`. */
  | { kind: 'damaged'; bytes: Buffer | null }
  /** The system does not let us read it; `code` is its own word. The file may well be good. */
  | { kind: 'unreadable'; code: string }

/** Reads and checks one file. A byte-order mark is allowed, since editors add it. Unforeseen errors are thrown. */
export function readDocument(path: string): DocumentReading {
  try {
    const status = fs.lstatSync(path)
    if (!status.isFile()) return { kind: 'damaged', bytes: null }
    if (status.size > largestFile) return { kind: 'unreadable', code: 'EFBIG' }
    return interpret(fs.readFileSync(path))
  } catch (cause) {
    if (isAbsence(cause)) return { kind: 'missing' }
    const code = systemCode(cause)
    if (code !== null) return { kind: 'unreadable', code }
    throw cause
  }
}

function interpret(bytes: Buffer): DocumentReading {
  const whole = parseJson(bytes)
  if (!isObject(whole)) return { kind: 'damaged', bytes }
  const { format, ...members } = whole
  return { kind: 'members', members, format, bytes }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `undefined`, which JSON cannot say, where the bytes are not JSON in UTF-8. */
function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
