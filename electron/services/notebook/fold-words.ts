// Folds highlights and notes for the notebook's filter, by the search's own normaliser, and asks whether words are in
// them. Pure, runs everywhere.
import { foldUnfinishedSpelling } from '../search/fold-spelling.ts'
import type { Token } from '../search/tokenise.ts'
import { isIdeographic, tokenise } from '../search/tokenise.ts'

/** Longer stretches without a space (Chinese, addresses) seldom come again. */
const rememberedLength = 32
/** Past this number of distinct ones the memory starts afresh. */
const memoryLimit = 100_000
const memory = new Map<string, string>()

/** By both, so that an unfinished word meets what was written as well as its other spelling. */
function writeToken({ word, surface }: Token): string {
  return surface === word ? word : `${surface} ${word}`
}

function foldStretch(stretch: string): string {
  const known = memory.get(stretch)
  if (known !== undefined) return known
  const folded = tokenise(stretch).map(writeToken).join(' ')
  if (stretch.length > rememberedLength) return folded
  if (memory.size >= memoryLimit) memory.clear()
  memory.set(stretch, folded)
  return folded
}

/**
 * The words of a text as the search compares them, a space before and after each. No word of the normaliser holds white
 * space, so a text can be folded stretch by stretch, and most stretches have been folded before.
 */
export function foldWords(text: string): string {
  return ` ${text.split(/\s+/).map(foldStretch).join(' ')} `
}

/** Whether folded words are what a filter looks for. */
export type WordFilter = (folded: string) => boolean

/**
 * Reads a filter: every word must be there, in any order; the last one may be unfinished unless something that is no
 * part of a word follows it. `null` where it holds no word and so asks for nothing.
 */
export function readWordFilter(filter: string): WordFilter | null {
  const tokens = tokenise(filter)
  const last = tokens.at(-1)
  if (last === undefined) return null
  const whole = last.end < filter.length ? tokens : tokens.slice(0, -1)
  const wanted = whole.map(({ word }) => [` ${word} `])
  if (last.end === filter.length) wanted.push(beginnings(last.surface))
  return (folded) => wanted.every((ways) => ways.some((way) => folded.includes(way)))
}

/** How the words that begin so stand in a folded text. A lone character of Chinese or Japanese may stand anywhere in the pairs of characters that are its words. */
export function beginnings(surface: string): string[] {
  const lone = isIdeographic(surface) && Array.from(surface).length === 1
  return lone ? [surface] : [...new Set([` ${surface}`, ` ${foldUnfinishedSpelling(surface)}`])]
}
