// Finds a quotation in a text by its words and those around it, strictly: what is uncertain is not found. Pure; runs in
// the anchoring worker.
import type { WordPair } from './align-words.ts'
import { alignWords } from './align-words.ts'
import type { FoldedText } from './fold-text.ts'
import { gapBefore } from './fold-text.ts'
import type { FoundPlace, Quotation } from './placement.ts'
import { endOfSameMarks, startOfSameMarks } from './punctuation.ts'
import type { Vocabulary } from './vocabulary.ts'
import { weightOf } from './vocabulary.ts'
import type { WordPlaces } from './word-places.ts'

/** A quotation whose words have been numbered. */
export interface NumberedQuote {
  quotation: Quotation
  exact: Uint32Array
  prefix: Uint32Array
  suffix: Uint32Array
  /** Where the letters of `exact` begin and end in `quotation.exact`, as UTF-16 offsets. */
  lettersFrom: number
  lettersTo: number
}

/** The text that is searched. */
export interface SearchedText {
  folded: FoldedText
  words: Uint32Array
  places: WordPlaces
  vocabulary: Vocabulary
  /** Words that are known to belong to something else (not 0); `null` where nothing is known. */
  taken: Uint8Array | null
}

/** A place that may be meant: words, how like the quotation is to it, and how like what stands around it. */
interface Candidate {
  from: number
  to: number
  likeness: number
  context: number
  /** The weight of the words of quotation and context that were found. */
  kept: number
}

/** The least likeness of the quotation itself, where its surroundings agree and where they do not. */
const leastLikeness = { inContext: 0.55, alone: 0.75 }
/** From this share on the surroundings agree. */
const agreeing = 0.4
/** So much weight of words must be found, with their surroundings: a single common word says nothing. */
const leastKept = 2.5
/** Without their surroundings, so much. */
const leastKeptAlone = 4
/** The best place must be better than any other by so much, else it is a tie and nothing is found. */
const leastLead = 0.1
/** The share of a place that may belong to something else. */
const mostTaken = 0.3
/** Places are gathered by their distance to the quotation, in steps of so many words. */
const step = 8
const mostCandidates = 24
/** Places with less than this share of the votes for the best one are not looked at. */
const leastVotes = 0.35
/** Words with more places than this point to none. */
const mostPlaces = 2000

/** The one place that is surely meant, or `null`. */
export function findQuote(quote: NumberedQuote, searched: SearchedText): FoundPlace | null {
  const candidates = distinct(
    likelyOffsets(quote, searched).flatMap((offset) => examine(quote, searched, offset) ?? []),
  )
  const [best, second] = candidates
  if (best === undefined) return null
  if (second !== undefined && rankOf(best) - rankOf(second) < leastLead) return null
  const agrees = best.context >= agreeing
  // The words of a text that is known are not lost out of sight: alone they are rather somebody else's.
  if (!agrees && searched.taken !== null) return null
  if (best.likeness < (agrees ? leastLikeness.inContext : leastLikeness.alone)) return null
  if (best.kept < (agrees ? leastKept : leastKeptAlone)) return null
  if (shareTaken(best, searched) > mostTaken) return null
  return { ...offsetsOf(quote, searched.folded, best), score: scoreOf(best) }
}

function rankOf({ likeness, context }: Candidate): number {
  return 0.6 * likeness + 0.4 * context
}

/** Words alone, without what stood around them, are never more than probable. */
function scoreOf({ likeness, context }: Candidate): number {
  return Math.min(1, likeness * (0.75 + 0.25 * Math.min(1, context / 0.8)))
}

/** How far the quotation's first word would lie from the start of the text, by the votes of all words. */
function likelyOffsets({ exact, prefix, suffix }: NumberedQuote, searched: SearchedText): number[] {
  const votes = new Map<number, number>()
  const count = (words: Uint32Array, shift: number): void => {
    for (const [index, word] of words.entries()) {
      const places = searched.places(word)
      if (places.length > mostPlaces) continue
      for (const place of places) {
        const bucket = Math.floor((place - index - shift) / step)
        votes.set(bucket, (votes.get(bucket) ?? 0) + weightOf(searched.vocabulary, word))
      }
    }
  }
  count(prefix, -prefix.length)
  count(exact, 0)
  count(suffix, exact.length)
  const sums = [...votes].map(([bucket, weight]) => ({
    bucket,
    weight: weight + (votes.get(bucket + 1) ?? 0),
  }))
  const most = sums.reduce((greatest, { weight }) => Math.max(greatest, weight), 0)
  return sums
    .filter(({ weight }) => weight >= leastVotes * most)
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, mostCandidates)
    .map(({ bucket }) => bucket * step)
}

function examine(quote: NumberedQuote, searched: SearchedText, offset: number): Candidate | null {
  const { exact, prefix, suffix } = quote
  const { words, vocabulary } = searched
  const slack = step + Math.ceil(exact.length / 4)
  const start = Math.max(0, offset - slack)
  const end = Math.min(words.length, offset + 2 * step + exact.length + slack)
  const pairs = alignWords(
    { words: exact, start: 0, length: exact.length, step: 1 },
    { words, start, length: Math.max(0, end - start), step: 1 },
    'within',
    vocabulary,
  )
  const [first] = pairs
  if (first === undefined) return null
  const last = pairs.at(-1) ?? first
  // Words replaced at the ends of the quotation are taken to have been replaced one by one.
  const from = Math.max(0, first.newWord - first.oldWord)
  const to = Math.min(words.length, last.newWord + exact.length - last.oldWord)
  const before = alignWords(
    { words: prefix, start: prefix.length - 1, length: prefix.length, step: -1 },
    { words, start: from - 1, length: Math.min(from, prefix.length + step), step: -1 },
    'beginning',
    vocabulary,
  )
  const after = alignWords(
    { words: suffix, start: 0, length: suffix.length, step: 1 },
    { words, start: to, length: Math.min(words.length - to, suffix.length + step), step: 1 },
    'beginning',
    vocabulary,
  )
  const keptQuote = weighPairs(exact, pairs, vocabulary)
  const keptContext = weighPairs(prefix, before, vocabulary) + weighPairs(suffix, after, vocabulary)
  const contextWeight = weigh(prefix, vocabulary) + weigh(suffix, vocabulary)
  return {
    from,
    to,
    likeness: (2 * keptQuote) / (weigh(exact, vocabulary) + weigh(words.subarray(from, to), vocabulary)),
    context: contextWeight === 0 ? 0 : keptContext / contextWeight,
    kept: keptQuote + keptContext,
  }
}

function weigh(words: Uint32Array, vocabulary: Vocabulary): number {
  return words.reduce((sum, word) => sum + weightOf(vocabulary, word), 0)
}

function weighPairs(words: Uint32Array, pairs: readonly WordPair[], vocabulary: Vocabulary): number {
  return pairs.reduce(
    (sum, { oldWord, likeness }) => sum + likeness * weightOf(vocabulary, words[oldWord]),
    0,
  )
}

/** Best first, without those that overlap a better one. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates.toSorted((left, right) => rankOf(right) - rankOf(left))) {
    if (kept.every(({ from, to }) => candidate.to <= from || candidate.from >= to)) kept.push(candidate)
  }
  return kept
}

function shareTaken({ from, to }: Candidate, { taken, words, vocabulary }: SearchedText): number {
  if (taken === null) return 0
  let sum = 0
  for (let word = from; word < to; word += 1) {
    if (taken[word] !== 0) sum += weightOf(vocabulary, words[word])
  }
  return sum / weigh(words.subarray(from, to), vocabulary)
}

function offsetsOf(
  { quotation, lettersFrom, lettersTo }: NumberedQuote,
  folded: FoldedText,
  { from, to }: Candidate,
): { start: number; end: number } {
  return {
    start: startOfSameMarks(
      { text: quotation.exact, from: 0, to: lettersFrom },
      gapBefore(folded, folded.wordStarts[from] ?? 0),
    ),
    end: endOfSameMarks(
      { text: quotation.exact, from: lettersTo, to: quotation.exact.length },
      gapBefore(folded, folded.wordStarts[to] ?? 0),
    ),
  }
}
