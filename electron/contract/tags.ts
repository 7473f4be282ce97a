// How tags are written and compared, by the program and by its pages. Runs everywhere.
import { tagLimits } from './limits.ts'

/** What two tags have in common that are one: letters' case and width make no difference. */
export function foldTag(tag: string): string {
  return tag.normalize('NFKC').toLowerCase()
}

/** A tag as it is kept: no white space around it, single spaces within, no leading `#`, no comma; may be empty. */
export function cleanTag(tag: string): string {
  const words = tag.replace(/^[\s#]+/u, '').replaceAll(/[\s,]+/gu, ' ')
  return words.slice(0, tagLimits.length).trim()
}

/** Clean tags, each once, in the order in which they were given; the first spelling of each stays. */
export function normaliseTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const tag of tags.map(cleanTag)) {
    const folded = foldTag(tag)
    if (tag !== '' && !byFolded.has(folded)) byFolded.set(folded, tag)
  }
  return [...byFolded.values()].slice(0, tagLimits.count)
}
