// Which tags a list of annotations has, and how often; one tag however its letters are written. Runs everywhere.
import type { TagCount } from '../../contract/notebook.ts'
import { toldTagsLimit } from '../../contract/notebook.ts'
import { foldTag } from '../../contract/tags.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** Folding is slow beside looking up, and readers have few tags. */
const memory = new Map<string, string>()
/** Past this number of distinct spellings the memory starts afresh. */
const memoryLimit = 10_000

/** As `foldTag`, remembered. */
export function foldKnownTag(tag: string): string {
  const known = memory.get(tag)
  if (known !== undefined) return known
  if (memory.size >= memoryLimit) memory.clear()
  const folded = foldTag(tag)
  memory.set(tag, folded)
  return folded
}

/** In the order of the alphabet, numbers by their value. */
const collator = new Intl.Collator('en', { numeric: true })

/** For `sort`: tags as a reader looks them up. */
export const compareTags = (left: string, right: string): number => collator.compare(left, right)

/** The most used first, then by the alphabet; {@link toldTagsLimit} at most. Each as it is spelt first in the list. */
export function countTags(entries: readonly LedgerEntry[]): TagCount[] {
  const counts = new Map<string, TagCount>()
  for (const { annotation } of entries) {
    for (const tag of annotation.tags ?? []) {
      const folded = foldKnownTag(tag)
      const known = counts.get(folded)
      if (known) known.count += 1
      else counts.set(folded, { tag, count: 1 })
    }
  }
  return [...counts.values()]
    .toSorted((left, right) => right.count - left.count || compareTags(left.tag, right.tag))
    .slice(0, toldTagsLimit)
}
