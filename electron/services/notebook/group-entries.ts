// The order of what the notebook has found, and the groups that it falls into. Pure, runs everywhere.
import { highlightColours } from '../../contract/limits.ts'
import type { NotebookEntry, NotebookGrouping } from '../../contract/notebook.ts'
import { compareTags, foldKnownTag } from './count-tags.ts'
import { createDayOf } from './day-of.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** What was found, in its groups. */
export interface GroupedEntries {
  entries: readonly LedgerEntry[]
  /** The tags under which the entries stand, place by place; `null` where they are not grouped so. */
  tags: readonly string[] | null
  /** The key of the group at a place. */
  keyAt: (place: number) => string | undefined
}

/** Groups what comes in the order of the ledger: by articles, or by age where it is grouped by days. */
export function groupEntries(
  entries: readonly LedgerEntry[],
  grouping: NotebookGrouping,
  timeZone: string,
): GroupedEntries {
  switch (grouping) {
    case 'article':
      return keyed(entries, ({ annotation }) => annotation.articleId)
    case 'colour':
      return keyed(byColour(entries), ({ annotation }) => annotation.colour ?? '')
    case 'tag':
      return byTag(entries)
    case 'day': {
      const dayOf = createDayOf(timeZone)
      return keyed(entries, ({ annotation }) => dayOf(annotation.createdAt))
    }
  }
}

function keyed(entries: readonly LedgerEntry[], keyOf: (entry: LedgerEntry) => string): GroupedEntries {
  return {
    entries,
    tags: null,
    keyAt(place) {
      const entry = entries[place]
      return entry && keyOf(entry)
    },
  }
}

/** What has no colour comes last. */
function byColour(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [...highlightColours, null].flatMap((colour) =>
    entries.filter(({ annotation }) => annotation.colour === colour),
  )
}

/** An entry stands under each of its tags; what has none comes last. */
function byTag(found: readonly LedgerEntry[]): GroupedEntries {
  const groups = new Map<string, { tag: string; entries: LedgerEntry[] }>()
  for (const entry of found) {
    for (const tag of entry.annotation.tags ?? []) {
      const folded = foldKnownTag(tag)
      const group = groups.get(folded) ?? { tag, entries: [] }
      group.entries.push(entry)
      groups.set(folded, group)
    }
  }
  const sorted = [...groups.values()].toSorted((left, right) => compareTags(left.tag, right.tag))
  sorted.push({ tag: '', entries: found.filter(({ annotation }) => annotation.tags === undefined) })
  const tags = sorted.flatMap(({ tag, entries }) => entries.map(() => tag))
  return { entries: sorted.flatMap(({ entries }) => entries), tags, keyAt: (place) => tags[place] }
}

/** The heading above a place: groups lie together, so the first of one differs from what stands before it. */
export function headingAt({ keyAt }: GroupedEntries, place: number): NotebookEntry['heading'] {
  const key = keyAt(place)
  if (key === undefined || (place > 0 && keyAt(place - 1) === key)) return null
  let end = place + 1
  while (keyAt(end) === key) end += 1
  return { key, count: end - place }
}
