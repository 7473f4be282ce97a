// What the notebook's filters let through of a list of highlights, counted by colour. Pure, runs everywhere.
import type { HighlightColour } from '../../contract/annotation.ts'
import { highlightColours } from '../../contract/limits.ts'
import type { NotePresence } from '../../contract/notebook.ts'
import { foldTag } from '../../contract/tags.ts'
import { foldKnownTag } from './count-tags.ts'
import type { WordFilter } from './fold-words.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** The filters; `words` is `null` where none are asked for, `colours` empty and `tag` `null` where all pass. */
export interface NoteFilters {
  words: WordFilter | null
  notes: NotePresence
  colours: readonly HighlightColour[]
  /** Empty for what has no tag. */
  tag: string | null
}

/** What was found. */
export interface FoundEntries {
  /** In the order of the list. */
  entries: LedgerEntry[]
  /** How many of each colour the other filters let through. */
  colours: Record<HighlightColour, number>
}

/** Filters a list. Where words are asked for, its entries must have been folded. */
export function findEntries(list: readonly LedgerEntry[], filters: NoteFilters): FoundEntries {
  const { words, notes, colours: wanted, tag } = filters
  const colours = { yellow: 0, green: 0, blue: 0, purple: 0, red: 0 }
  const chosen = new Set<HighlightColour | null>(wanted.length === 0 ? [...highlightColours, null] : wanted)
  const hasTag = createTagFilter(tag)
  const entries: LedgerEntry[] = []
  for (const entry of list) {
    const { colour, note } = entry.annotation
    if (notes !== 'any' && (note !== '') !== (notes === 'with')) continue
    if (!hasTag(entry)) continue
    if (words !== null && !words(foldedOf(entry))) continue
    if (colour !== null) colours[colour] += 1
    if (chosen.has(colour)) entries.push(entry)
  }
  return { entries, colours }
}

function foldedOf({ words }: LedgerEntry): string {
  if (words === null) throw new Error('a highlight was filtered by words before it was folded')
  return words
}

function createTagFilter(tag: string | null): (entry: LedgerEntry) => boolean {
  if (tag === null) return () => true
  if (tag === '') return ({ annotation }) => annotation.tags === undefined
  const wanted = foldTag(tag)
  return ({ annotation }) => annotation.tags?.some((each) => foldKnownTag(each) === wanted) ?? false
}
