// Merges what was read here with what a backup says: the later mark and the later opening win. Runs everywhere.
import type { ReadingRecord } from '../../contract/reading.ts'

function later(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.max(left, right)
}

function merge(stored: ReadingRecord, incoming: ReadingRecord): ReadingRecord {
  const isNewer = (incoming.markedAt ?? -1) > (stored.markedAt ?? -1)
  const { read, markedAt } = isNewer ? incoming : stored
  const openedAt = later(stored.openedAt, incoming.openedAt)
  const isSame = read === stored.read && markedAt === stored.markedAt && openedAt === stored.openedAt
  return isSame ? stored : { ...stored, read, markedAt, openedAt }
}

/** The merged records, or `stored` itself where nothing changes. */
export function mergeReading(stored: ReadingRecord[], incoming: readonly ReadingRecord[]): ReadingRecord[] {
  const merged = new Map(stored.map((record) => [record.articleId, record]))
  let changed = false
  for (const record of incoming) {
    const known = merged.get(record.articleId)
    const next = known ? merge(known, record) : record
    if (next !== known) changed = true
    merged.set(record.articleId, next)
  }
  return changed ? [...merged.values()] : stored
}
