// Carries an anchor from an old text over to a new one, along the words that both share. Pure; runs in the anchoring
// worker.
import type { Alignment } from './alignment.ts'
import { unmatched } from './alignment.ts'
import { lineBreak } from './breaks.ts'
import type { Side, Span } from './find-unique-runs.ts'
import { isEnclosed, isHeldAfter, isHeldBefore } from './held-place.ts'
import { gapBefore, lettersWithin, wordAt } from './fold-text.ts'
import type { FoundPlace } from './placement.ts'
import { endOfSameMarks, findSameMarks, startOfSameMarks } from './punctuation.ts'
import { weightOf } from './vocabulary.ts'

/** The least share of the words' weight that must be left, by how many sides still hold the place. */
const leastKept = [0.6, 0.4, 0.25] as const

/** The least weight itself, likewise: a small word that nothing holds may be any other. */
const leastWeight = [2, 0.5, 0] as const
/** Words that weigh less, by the sides that hold them, get at most that score, so that the reader is told. */
const sureWeight = [3, 3, 1] as const
const mostUnsure = 0.85
/** Words that stand farther apart than this in the new text, though not in the old, are in two pieces. */
const widestStep = 30
/** A piece with this share of all that is left belongs to the quotation wherever it stands behind the rest. */
const leastPiece = 0.2
/** So much of what parts two pieces may be words of the old text that have come there. */
const mostForeign = 0.3

/**
 * Where the stretch `start` to `end` of the old text (UTF-16 offsets) stands in the new one. `null` where too little of
 * it is left: nearly nothing suffices while the words on both sides stand where they stood, most of it is needed where
 * neither does.
 */
export function carryOver(alignment: Alignment, start: number, end: number): FoundPlace | null {
  const { oldText } = alignment
  const letters = lettersWithin(oldText, start, end)
  if (letters.from === letters.to) return carryMarks(alignment, start, end, letters.from)
  const words = { from: wordAt(oldText, letters.from), to: wordAt(oldText, letters.to - 1) + 1 }
  const chain = heaviestPiece(alignment, words)
  const [first] = chain
  if (first === undefined) return null
  const found = widen(alignment, words, first, chain.at(-1) ?? first)
  const kept = chain.reduce((sum, word) => sum + keptWeight(alignment, word), 0)
  const oldWeight = weigh(alignment, 'old', words)
  const held = Number(isHeldBefore(alignment, words, found)) + Number(isHeldAfter(alignment, words, found))
  const isEnough = kept >= (leastKept[held] ?? 1) * oldWeight && kept >= (leastWeight[held] ?? 0)
  const isCertain = isEnclosed(alignment, words, found)
  if (!isEnough && !isCertain) return null
  const score = Math.min(1, (2 * kept) / (oldWeight + weigh(alignment, 'renewed', found)))
  const sure = isCertain || kept >= (sureWeight[held] ?? 0) ? 1 : mostUnsure
  return { ...offsetsOf(alignment, { start, end }, letters, words, found), score: Math.min(score, sure) }
}

/** Old words of the range that stand together in the new text, in the same order, and what is left of their weight. */
interface Piece {
  words: number[]
  weight: number
}

/**
 * The old words of the range that stand together in the new text: the piece that weighs most, with what stands before
 * and after it in the new text as well as in the old one while only inserted words part them.
 */
function heaviestPiece(alignment: Alignment, words: Span): number[] {
  const pieces = cutIntoPieces(alignment, words)
  const total = pieces.reduce((sum, { weight }) => sum + weight, 0)
  const heaviest = pieces.toSorted((left, right) => right.weight - left.weight)[0]
  if (heaviest === undefined) return []
  const belongs = ({ weight }: Piece, isHeld: boolean): boolean => isHeld || weight >= leastPiece * total
  const at = pieces.indexOf(heaviest)
  let joined = heaviest.words
  for (const piece of pieces.slice(at + 1)) {
    if (!isPartedByInsertion(alignment, joined, piece.words)) continue
    const isHeld = isHeldAfter(alignment, words, rangeOf(alignment, piece.words))
    if (belongs(piece, isHeld)) joined = [...joined, ...piece.words]
  }
  for (const piece of pieces.slice(0, at).toReversed()) {
    if (!isPartedByInsertion(alignment, piece.words, joined)) continue
    const isHeld = isHeldBefore(alignment, words, rangeOf(alignment, piece.words))
    if (belongs(piece, isHeld)) joined = [...piece.words, ...joined]
  }
  return joined
}

function cutIntoPieces(alignment: Alignment, words: Span): Piece[] {
  const pieces: Piece[] = []
  let last = unmatched
  for (let word = words.from; word < words.to; word += 1) {
    const place = alignment.wordMap[word] ?? unmatched
    if (place === unmatched) continue
    const weight = keptWeight(alignment, word)
    const current = pieces.at(-1)
    if (current !== undefined && place >= last && place - last <= widestStep) {
      current.words.push(word)
      current.weight += weight
    } else {
      pieces.push({ words: [word], weight })
    }
    last = place
  }
  return pieces
}

function rangeOf({ wordMap }: Alignment, words: readonly number[]): Span {
  return { from: wordMap[words[0] ?? 0] ?? 0, to: (wordMap[words.at(-1) ?? 0] ?? 0) + 1 }
}

/** Whether one piece stands behind the other in the new text and nothing of the old text between them. */
function isPartedByInsertion(
  alignment: Alignment,
  left: readonly number[],
  right: readonly number[],
): boolean {
  const { to } = rangeOf(alignment, left)
  const { from } = rangeOf(alignment, right)
  let taken = 0
  for (let word = to; word < from; word += 1) taken += alignment.renewed.taken[word] ?? 0
  return from >= to && taken <= mostForeign * (from - to)
}

function keptWeight({ vocabulary, old, likeness }: Alignment, word: number): number {
  return (likeness[word] ?? 0) * weightOf(vocabulary, old.words[word])
}

function weigh(alignment: Alignment, side: 'old' | 'renewed', { from, to }: Span): number {
  let sum = 0
  for (let word = from; word < to; word += 1) {
    sum += weightOf(alignment.vocabulary, alignment[side].words[word])
  }
  return sum
}

/** The new words between the first and the last that were kept, and beside them those that replaced old ones of the range. */
function widen(alignment: Alignment, words: Span, first: number, last: number): Span {
  const { wordMap, renewed } = alignment
  let from = wordMap[first] ?? 0
  let to = (wordMap[last] ?? 0) + 1
  const lost = first - words.from
  if (lost > 0) {
    let before = first - 1
    while (wordMap[before] === unmatched) before -= 1
    const previous = wordMap[before] ?? -1
    from -= shareOf(alignment, { from: before + 1, to: first }, { from: previous + 1, to: from }, lost)
  }
  const lostAfter = words.to - 1 - last
  if (lostAfter > 0) {
    let after = last + 1
    while (wordMap[after] === unmatched) after += 1
    const next = wordMap[after] ?? renewed.words.length
    to += shareOf(alignment, { from: last + 1, to: after }, { from: to, to: next }, lostAfter)
  }
  return { from, to }
}

/**
 * Of the words that have come in the place of the old ones the share that falls to `lost` of these. None where the
 * neighbours have moved apart, or where a paragraph ends between them that did not.
 */
function shareOf({ old, renewed }: Alignment, gone: Span, added: Span, lost: number): number {
  const goneCount = gone.to - gone.from
  const addedCount = added.to - added.from
  if (addedCount > 3 * goneCount + 3) return 0
  if (addedCount !== goneCount && holdsLine(renewed, added) && !holdsLine(old, gone)) return 0
  return Math.max(0, Math.min(lost, Math.round((addedCount * lost) / goneCount)))
}

function holdsLine({ breaks }: Side, { from, to }: Span): boolean {
  return breaks.subarray(from, to).some((strength) => strength >= lineBreak)
}

/** From words to offsets: what was quoted from within a word stays so, and the punctuation at the ends comes along. */
function offsetsOf(
  { oldText, newText, letterMap, wordMap }: Alignment,
  { start, end }: { start: number; end: number },
  letters: Span,
  words: Span,
  found: Span,
): { start: number; end: number } {
  let first = newText.wordStarts[found.from] ?? 0
  let last = (newText.wordStarts[found.to] ?? 0) - 1
  const firstMapped = letterMap[letters.from] ?? unmatched
  if (firstMapped !== unmatched && wordMap[words.from] === found.from) first = firstMapped
  const lastMapped = letterMap[letters.to - 1] ?? unmatched
  if (lastMapped !== unmatched && wordMap[words.to - 1] === found.to - 1) last = lastMapped
  return {
    start: startOfSameMarks(
      { text: oldText.text, from: start, to: Math.max(start, oldText.starts[letters.from] ?? 0) },
      gapBefore(newText, first),
    ),
    end: endOfSameMarks(
      { text: oldText.text, from: Math.min(end, oldText.ends[letters.to - 1] ?? 0), to: end },
      gapBefore(newText, last + 1),
    ),
  }
}

/** Punctuation alone is found where the letters on both sides, and all marks between them, are still the same. */
function carryMarks(
  { oldText, newText, letterMap }: Alignment,
  start: number,
  end: number,
  next: number,
): FoundPlace | null {
  const before = letterMap[next - 1] ?? -1
  const after = letterMap[next] ?? newText.letters.length
  if ((next > 0 && before === unmatched) || after !== before + 1) return null
  const place = findSameMarks(
    { text: oldText.text, from: start, to: end },
    gapBefore(oldText, next),
    gapBefore(newText, after),
  )
  return place === null ? null : { ...place, score: 1 }
}
