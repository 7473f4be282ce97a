// Chooses the short passage that best shows why an article was found. Pure; runs in the search worker.
import type { Snippet } from '../../contract/search.ts'
import type { Match } from './match-words.ts'
import { mergeRanges } from './match-words.ts'
import type { SearchableBlock } from './searchable-article.ts'

/** About how many words a snippet shows; a block with a few more is shown whole. */
const snippetWords = 30
const wholeBlockWords = 36
/** A snippet does not begin with a sentence that would leave it fewer words than these. */
const fewestWords = 15

/** How far a snippet reaches beyond its last word for a bracket, a full stop or the rest of a hyphenated word. */
const reach = 20

/** Words in a row, by their indexes in the block; `last` is included. */
interface Stretch {
  first: number
  last: number
}

/** A block with all that the query matches in it. */
export interface MatchedBlock extends SearchableBlock {
  matches: Match[]
}

/** A stretch of one block, and how well the query does there. */
interface Window extends Stretch {
  block: MatchedBlock
  distinct: number
  count: number
}

/** The window that begins with one match and holds those after it that still fit. */
function windowFrom(block: MatchedBlock, index: number): Window {
  const { matches } = block
  const fitting: Match[] = []
  let last = 0
  for (let next = index; next < matches.length; next++) {
    const match = matches[next]
    if (!match) break
    const first = fitting[0]?.firstWord ?? match.firstWord
    if (fitting.length > 0 && match.lastWord >= first + snippetWords) break
    fitting.push(match)
    last = Math.max(last, match.lastWord)
  }
  return {
    block,
    first: fitting[0]?.firstWord ?? 0,
    last,
    distinct: new Set(fitting.map(({ pattern }) => pattern)).size,
    count: mergeRanges(fitting).length,
  }
}

function isBetter(candidate: Window, best: Window | null): boolean {
  if (!best) return true
  return candidate.distinct === best.distinct
    ? candidate.count > best.count
    : candidate.distinct > best.distinct
}

/** What stands between two words where one sentence ends and another begins. */
const sentenceBreak = /[.!?…。！？]["”’»)\]]*\s/u

/** The first word of the first sentence that begins among these words, or `from` where none does. */
function sentenceStart({ block, words }: SearchableBlock, from: number, to: number): number {
  for (let word = Math.max(from, 1); word <= to; word++) {
    if (sentenceBreak.test(block.text.slice(words.ends[word - 1], words.starts[word]))) return word
  }
  return from
}

/** Widens what matched to the size of a snippet: it stands in the middle, unless a sentence begins before it. */
function widen(block: SearchableBlock, { first, last }: Stretch): Stretch {
  const words = block.words.forms.length
  if (words <= wholeBlockWords) return { first: 0, last: words - 1 }
  const size = Math.max(snippetWords, last - first + 1)
  const centred = first - Math.floor((size - (last - first + 1)) / 2)
  const earliest = Math.min(Math.max(centred, 0), words - size)
  const sentence = earliest === 0 ? 0 : sentenceStart(block, earliest, first)
  const start = words - sentence < fewestWords ? earliest : sentence
  return { first: start, last: Math.min(start + size, words) - 1 }
}

/** The offset at which the snippet begins: the word with what clings to it on the left. */
function reachLeft(text: string, wordStart: number): number {
  const before = text.slice(Math.max(0, wordStart - reach), wordStart)
  const clinging = /\S*$/u.exec(before)?.[0] ?? ''
  return clinging.length === reach ? wordStart : wordStart - clinging.length
}

/** The offset at which the snippet ends: the word with what clings to it on the right. */
function reachRight(text: string, wordEnd: number): number {
  const clinging = /^\S*/u.exec(text.slice(wordEnd, wordEnd + reach))?.[0] ?? ''
  return clinging.length === reach ? wordEnd : wordEnd + clinging.length
}

function cut(matched: MatchedBlock, stretch: Stretch): Snippet {
  const { block, words, matches } = matched
  const { first, last } = widen(matched, stretch)
  const isWholeEnd = last === words.forms.length - 1
  const start = first === 0 ? 0 : reachLeft(block.text, words.starts[first] ?? 0)
  const end = isWholeEnd ? block.text.length : reachRight(block.text, words.ends[last] ?? 0)
  const shown = matches.filter((match) => match.start >= start && match.end <= end)
  return {
    text: block.text.slice(start, end),
    start: block.start + start,
    marks: mergeRanges(shown).map((range) => ({ start: range.start - start, end: range.end - start })),
    cutBefore: start > (words.starts[0] ?? 0),
    cutAfter: end < (words.ends.at(-1) ?? 0),
  }
}

/** Where nothing in the text matched: how the text begins, headings passed over where there is anything else. */
function cutOpening(blocks: readonly MatchedBlock[]): Snippet {
  const filled = blocks.filter(({ words }) => words.forms.length > 0)
  const opening = filled.find(({ block }) => block.kind !== 'heading') ?? filled[0]
  if (!opening) return { text: '', start: 0, marks: [], cutBefore: false, cutAfter: false }
  return cut(opening, { first: 0, last: 0 })
}

/**
 * The passage of about thirty words, all from one block, that holds most of the query's words; among equals, most
 * places that match, then the earliest.
 */
export function makeSnippet(blocks: readonly MatchedBlock[]): Snippet {
  let best: Window | null = null
  for (const block of blocks) {
    for (const index of block.matches.keys()) {
      const candidate = windowFrom(block, index)
      if (isBetter(candidate, best)) best = candidate
    }
  }
  return best ? cut(best.block, best) : cutOpening(blocks)
}
