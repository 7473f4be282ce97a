// Reads a store's file, or a backup of it, into the store's value: checked, and brought to the present format. It never
// changes anything on disk. Plain Node.
import type { DocumentFormat, Members } from './document-formats.ts'
import { presentFormat } from './document-formats.ts'
import { readDocument } from './read-document.ts'

/** What a file holds for its store. */
export type StoreReading<Value> =
  | { kind: 'missing' }
  /**
   * `dropped` names what was not usable; where it is empty, the file is sound. `isOlder`: it stands in a format
   * before the present one, and `value` is what the migrations made of it.
   */
  | { kind: 'usable'; value: Value; dropped: string[]; isOlder: boolean; bytes: Uint8Array }
  /** No JSON object; without `bytes` where it is no regular file. */
  | { kind: 'damaged'; bytes: Buffer | null }
  /**
   * Nobody may read it, or not we: `code` is the system's word, or NEWER_FORMAT for a newer program's file, or
   * MIGRATION_FAILED where it could not be brought to the present format. It may well be good.
   */
  | { kind: 'unreadable'; code: string }

/** Reads one file. Whatever it holds, this succeeds; unforeseen errors are thrown. */
export function readStore<Value>(path: string, format: DocumentFormat<Value>): StoreReading<Value> {
  const reading = readDocument(path)
  if (reading.kind !== 'members') return reading
  const present = presentFormat(format)
  const { members, bytes } = reading
  if (typeof reading.format === 'number' && reading.format > present) {
    return { kind: 'unreadable', code: 'NEWER_FORMAT' }
  }
  const found = formatNumber(reading.format)
  if (found === null) {
    // Written by hand, most likely: read as if it were in the present format.
    const { value, dropped } = format.fromMembers(members)
    return { kind: 'usable', value, dropped: ['format', ...dropped], isOlder: false, bytes }
  }
  const migrated = migrate(members, format.migrations?.slice(found - 1) ?? [])
  if (migrated === null) return { kind: 'unreadable', code: 'MIGRATION_FAILED' }
  const { value, dropped } = format.fromMembers(migrated)
  return { kind: 'usable', value, dropped, isOlder: found < present, bytes }
}

function formatNumber(format: unknown): number | null {
  return typeof format === 'number' && Number.isInteger(format) && format >= 1 ? format : null
}

/** `null` where a step threw: the members are unchecked, and what one trips over cannot be foreseen. */
function migrate(members: Members, steps: NonNullable<DocumentFormat<never>['migrations']>): Members | null {
  try {
    return steps.reduce((state, step) => step(state), members)
  } catch {
    return null
  }
}
