// Which tags a list of annotations has, and how often; one tag however its letters are written. Runs everywhere.
import type { TagCount } from '../../contract/notebook.ts'
import { toldTagsLimit } from '../../contract/notebook.ts'
import { foldTag } from '../../contract/tags.ts'
import { remember } from '../search/remember.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** As `foldTag`, remembered: folding is slow beside looking up, and readers have few tags. */
export const foldKnownTag = remember(foldTag, 10_000)

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
