// Brings the annotations of a backup together with those that are there, article by article. Nothing newer is
// overwritten, nothing is doubled, and no words are lost where both sides went on writing. Pure, runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'
import type { RestoreCounts } from '../../contract/backup.ts'
import { noteLimit } from '../../contract/limits.ts'
import { normaliseTags } from '../../contract/tags.ts'
import { deriveId } from './derive-id.ts'

/** What merging came to. */
export interface MergedAnnotations {
  merged: readonly Annotation[]
  counts: RestoreCounts
  /** Whether `merged` differs from what was there. */
  changed: boolean
}

/** What becomes of one record of a backup, and the annotations that it puts in the place of those with their ids. */
interface Verdict {
  kind: keyof RestoreCounts
  put: Annotation[]
}

/**
 * Merges by id. The higher revision wins. At the same revision with other words, both texts are kept: in one note,
 * the one changed first before the other, so that two laptops that take in each other's backup come to the same
 * note; or, where that would be too long, as a second highlight on the same words. One that only one side has deleted
 * is not deleted, and it has the tags of both. A colour that differs at the same revision stays as it is here. Doing it again changes nothing.
 */
export function mergeAnnotations(
  stored: readonly Annotation[],
  incoming: readonly Annotation[],
  now: number,
): MergedAnnotations {
  const merged = new Map(stored.map((annotation) => [annotation.id, annotation]))
  const counts: RestoreCounts = { added: 0, newer: 0, kept: 0, same: 0, conflicts: 0 }
  let changed = false
  for (const record of incoming) {
    const { kind, put } = judge(merged.get(record.id), record, now)
    counts[kind] += 1
    for (const annotation of put) {
      // A second highlight that an earlier restore has made, and the reader may have changed since.
      if (annotation.id !== record.id && merged.has(annotation.id)) continue
      merged.set(annotation.id, annotation)
      changed = true
    }
  }
  return { merged: changed ? [...merged.values()] : stored, counts, changed }
}

function judge(stored: Annotation | undefined, record: Annotation, now: number): Verdict {
  if (stored === undefined) return { kind: 'added', put: [record] }
  if (record.revision > stored.revision) return { kind: 'newer', put: [record] }
  if (record.revision < stored.revision) return { kind: 'kept', put: [] }
  if (isSame(stored, record)) return { kind: 'same', put: [] }
  const note = joinNotes(stored, record)
  const deletedAt = stored.deletedAt === null || record.deletedAt === null ? null : stored.deletedAt
  const tags = joinTags(stored, record)
  const isTagged = tags.length > (stored.tags ?? []).length
  if (note === stored.note && deletedAt === stored.deletedAt && !isTagged) return { kind: 'kept', put: [] }
  const joined = {
    ...stored,
    ...(tags.length > 0 && { tags }),
    deletedAt,
    updatedAt: now,
    revision: stored.revision + 1,
  }
  if (note.length <= noteLimit) return { kind: 'conflicts', put: [{ ...joined, note }] }
  const second = { ...record, id: deriveId(record.id, record.note), deletedAt, revision: 1 }
  const isSameButForNote = deletedAt === stored.deletedAt && !isTagged
  return { kind: 'conflicts', put: isSameButForNote ? [second] : [joined, second] }
}

/** Both notes in one, or the one that holds the other. */
function joinNotes(left: Annotation, right: Annotation): string {
  if (left.note.includes(right.note)) return left.note
  if (right.note.includes(left.note)) return right.note
  const [first, second] = wroteFirst(left, right) ? [left, right] : [right, left]
  return `${first.note}\n\n${second.note}`
}

/** The tags of both, those of the one changed first before the other's. */
function joinTags(left: Annotation, right: Annotation): string[] {
  const [first, second] = wroteFirst(left, right) ? [left, right] : [right, left]
  return normaliseTags([...(first.tags ?? []), ...(second.tags ?? [])])
}

function wroteFirst(left: Annotation, right: Annotation): boolean {
  return left.updatedAt === right.updatedAt ? left.note < right.note : left.updatedAt < right.updatedAt
}

/** Both have passed the same schema, which leaves their members in one order. */
function isSame(left: Annotation, right: Annotation): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
