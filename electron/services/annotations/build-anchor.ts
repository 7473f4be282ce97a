// Makes the anchor of a highlight from the article's own words, never from a page's. Pure, runs everywhere.
import type { Anchor } from '../../contract/annotation.ts'
import type { TextRange } from '../../contract/text-range.ts'
import { isInsideSurrogatePair } from './is-inside-surrogate-pair.ts'

/** The most context that an anchor keeps on each side, in UTF-16 units. */
export const contextLength = 64

/**
 * The anchor of a checked range of `text`: the quoted words with up to {@link contextLength} units on each
 * side. Where the context would begin or end inside a surrogate pair it is one unit shorter.
 */
export function buildAnchor(text: string, contentHash: string, { start, end }: TextRange): Anchor {
  const earliest = Math.max(0, start - contextLength)
  const latest = Math.min(text.length, end + contextLength)
  const from = isInsideSurrogatePair(text, earliest) ? earliest + 1 : earliest
  const to = isInsideSurrogatePair(text, latest) ? latest - 1 : latest
  return {
    contentHash,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
  }
}
