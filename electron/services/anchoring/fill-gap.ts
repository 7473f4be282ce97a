// Aligns what lies between two places that are known to agree. Pure but for the alignment that it fills; runs in the
// anchoring worker.
import type { Reading, WordPair } from './align-words.ts'
import { alignWords } from './align-words.ts'
import type { Alignment } from './alignment.ts'
import { matchByLetters, matchWords } from './alignment.ts'
import type { Run, Span } from './find-unique-runs.ts'
import { findUniqueRuns } from './find-unique-runs.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { weightOf } from './vocabulary.ts'

/** Up to so many pairs of words a gap is aligned exactly. */
const exactLimit = 40_000
/** How many words beyond a known place are looked at together. */
const reach = 48
/** Below this share of like words a gap holds another text, which shares but its small words with the old one. */
const leastShare = 0.25
/** Gaps that are shorter on either side say too little to be judged by that share. */
const judgedLength = 8

/** Aligns the words of two spans, both free, of which the ends correspond. */
export function fillGap(alignment: Alignment, oldSpan: Span, newSpan: Span): void {
  const { old, renewed } = alignment
  const oldLength = oldSpan.to - oldSpan.from
  const newLength = newSpan.to - newSpan.from
  const shorter = Math.min(oldLength, newLength)
  const isSame = (oldWord: number, newWord: number): boolean => old.words[oldWord] === renewed.words[newWord]
  let head = 0
  while (head < shorter && isSame(oldSpan.from + head, newSpan.from + head)) head += 1
  let tail = 0
  while (tail < shorter && isSame(oldSpan.to - 1 - tail, newSpan.to - 1 - tail)) tail += 1
  head = chooseHead(alignment, oldSpan, newSpan, shorter - tail, head)
  tail = Math.min(tail, shorter - head)
  matchRun(alignment, { oldStart: oldSpan.from, newStart: newSpan.from, length: head })
  matchRun(alignment, { oldStart: oldSpan.to - tail, newStart: newSpan.to - tail, length: tail })
  const rest = { from: oldSpan.from + head, to: oldSpan.to - tail }
  const newRest = { from: newSpan.from + head, to: newSpan.to - tail }
  if (matchByLetters(alignment, rest, newRest)) return
  if ((rest.to - rest.from) * (newRest.to - newRest.from) <= exactLimit) {
    alignExactly(alignment, rest, newRest)
  } else {
    alignByParts(alignment, rest, newRest)
  }
}

/**
 * Where words have only been put in or only taken out, and the same words stand at either end of them, they may be taken
 * to stand before or behind. Of the possible lengths of what stands before (`least` to `most`), that after which a
 * paragraph begins, or else a sentence; the greatest of equal ones, and `most` where there is no choice.
 */
function chooseHead(alignment: Alignment, oldSpan: Span, newSpan: Span, least: number, most: number): number {
  const isInsertion = newSpan.to - newSpan.from > oldSpan.to - oldSpan.from
  const { breaks } = isInsertion ? alignment.renewed : alignment.old
  const breakAt = (head: number): number => breaks[from + head] ?? 0
  const from = isInsertion ? newSpan.from : oldSpan.from
  let best = most
  for (let head = most; head >= least; head -= 1) {
    if (breakAt(head) > breakAt(best)) best = head
  }
  return best
}

function alignExactly(alignment: Alignment, oldSpan: Span, newSpan: Span): void {
  const { old, renewed, vocabulary } = alignment
  const pairs = alignWords(
    readingOf(old.words, oldSpan),
    readingOf(renewed.words, newSpan),
    'whole',
    vocabulary,
  )
  const oldLength = oldSpan.to - oldSpan.from
  const newLength = newSpan.to - newSpan.from
  if (Math.min(oldLength, newLength) >= judgedLength) {
    const kept = pairs.reduce(
      (sum, { oldWord, likeness }) => sum + likeness * weightOf(vocabulary, old.words[oldWord]),
      0,
    )
    const lesser = Math.min(weighSpan(alignment, 'old', oldSpan), weighSpan(alignment, 'renewed', newSpan))
    if (kept < leastShare * lesser) {
      extendForwards(alignment, oldSpan, newSpan)
      extendBackwards(alignment, oldSpan, newSpan)
      return
    }
  }
  for (const { oldWord, newWord } of pairs) matchWords(alignment, oldWord, newWord)
}

function weighSpan(alignment: Alignment, side: 'old' | 'renewed', { from, to }: Span): number {
  let sum = 0
  for (let word = from; word < to; word += 1) {
    sum += weightOf(alignment.vocabulary, alignment[side].words[word])
  }
  return sum
}

/** A long gap is cut where both sides agree on words that are unique within it. */
function alignByParts(alignment: Alignment, oldSpan: Span, newSpan: Span): void {
  const { old, renewed } = alignment
  for (const size of [3, 2]) {
    const runs = findUniqueRuns(old, oldSpan, renewed, newSpan, size)
    const isChosen = heaviestChain(
      runs.map(({ newStart, length }) => ({ newStart, newEnd: newStart + 1, weight: length })),
    )
    const chosen = runs.filter((_, index) => isChosen[index])
    if (chosen.length === 0) continue
    for (const run of chosen) matchRun(alignment, run)
    fillFreeStretches(alignment, oldSpan, newSpan)
    return
  }
  extendForwards(alignment, oldSpan, newSpan)
  extendBackwards(alignment, oldSpan, newSpan)
}

/** Matches the words of a run, as far as they are free. */
export function matchRun(alignment: Alignment, { oldStart, newStart, length }: Run): void {
  for (let step = 0; step < length; step += 1) matchWords(alignment, oldStart + step, newStart + step)
}

/** Matches the same words that follow or precede a run, up to where both texts begin a line or a sentence. */
export function prolongRun(alignment: Alignment, { oldStart, newStart, length }: Run): void {
  const { old, renewed } = alignment
  // Nothing is free beyond the ends of a text.
  const isSame = (oldWord: number, newWord: number): boolean =>
    old.words[oldWord] === renewed.words[newWord] && old.taken[oldWord] === 0 && renewed.taken[newWord] === 0
  const isParted = (oldWord: number, newWord: number): boolean =>
    (old.breaks[oldWord] ?? 0) > 0 && (renewed.breaks[newWord] ?? 0) > 0
  let oldWord = oldStart + length
  let newWord = newStart + length
  while (isSame(oldWord, newWord) && !isParted(oldWord, newWord)) {
    matchWords(alignment, oldWord, newWord)
    oldWord += 1
    newWord += 1
  }
  oldWord = oldStart
  newWord = newStart
  while (isSame(oldWord - 1, newWord - 1) && !isParted(oldWord, newWord)) {
    oldWord -= 1
    newWord -= 1
    matchWords(alignment, oldWord, newWord)
  }
}

/**
 * Aligns whatever is free in a span of the old text, with the ends of the spans taken as known places. Where the
 * neighbours of a free stretch have moved apart, it is followed from either of them as far as the likeness lasts.
 */
export function fillFreeStretches(alignment: Alignment, oldSpan: Span, newSpan: Span): void {
  const { old, wordMap } = alignment
  let from = oldSpan.from
  while (from < oldSpan.to) {
    if (old.taken[from] !== 0) {
      from += 1
      continue
    }
    let to = from
    while (to < oldSpan.to && old.taken[to] === 0) to += 1
    const newFrom = from === oldSpan.from ? newSpan.from : (wordMap[from - 1] ?? 0) + 1
    const newTo = to === oldSpan.to ? newSpan.to : (wordMap[to] ?? 0)
    fillBetween(alignment, { from, to }, { from: newFrom, to: newTo }, newSpan)
    from = to
  }
}

function fillBetween(alignment: Alignment, oldSpan: Span, newSpan: Span, bounds: Span): void {
  const { taken } = alignment.renewed
  if (newSpan.from <= newSpan.to && !hasTaken(taken, newSpan)) {
    fillGap(alignment, oldSpan, newSpan)
    return
  }
  let freeTo = newSpan.from
  while (freeTo < bounds.to && taken[freeTo] === 0) freeTo += 1
  const { to: oldTo } = oldSpan
  const next = extendForwards(alignment, oldSpan, { from: newSpan.from, to: freeTo })
  let freeFrom = newSpan.to
  while (freeFrom > bounds.from && taken[freeFrom - 1] === 0) freeFrom -= 1
  extendBackwards(alignment, { from: next, to: oldTo }, { from: freeFrom, to: newSpan.to })
}

function hasTaken(taken: Uint8Array, { from, to }: Span): boolean {
  for (let word = from; word < to; word += 1) if (taken[word] !== 0) return true
  return false
}

function readingOf(words: Uint32Array, { from, to }: Span): Reading {
  return { words, start: from, length: to - from, step: 1 }
}

/** Follows the likeness from the beginnings of two spans; answers the first old word beyond it. */
function extendForwards(alignment: Alignment, oldSpan: Span, newSpan: Span): number {
  let { from } = oldSpan
  let { from: newFrom } = newSpan
  for (;;) {
    const length = Math.min(reach, oldSpan.to - from)
    const newLength = Math.min(reach, newSpan.to - newFrom)
    const last = extendOnce(
      alignment,
      { words: alignment.old.words, start: from, length, step: 1 },
      { words: alignment.renewed.words, start: newFrom, length: newLength, step: 1 },
    )
    if (last === undefined) return from
    from = last.oldWord + 1
    newFrom = last.newWord + 1
  }
}

function extendBackwards(alignment: Alignment, oldSpan: Span, newSpan: Span): void {
  let { to } = oldSpan
  let { to: newTo } = newSpan
  for (;;) {
    const length = Math.min(reach, to - oldSpan.from)
    const newLength = Math.min(reach, newTo - newSpan.from)
    const last = extendOnce(
      alignment,
      { words: alignment.old.words, start: to - 1, length, step: -1 },
      { words: alignment.renewed.words, start: newTo - 1, length: newLength, step: -1 },
    )
    if (last === undefined) return
    to = last.oldWord
    newTo = last.newWord
  }
}

/** Answers the last pair of words that was matched. */
function extendOnce(alignment: Alignment, old: Reading, renewed: Reading): WordPair | undefined {
  const pairs = alignWords(old, renewed, 'beginning', alignment.vocabulary)
  for (const { oldWord, newWord } of pairs) matchWords(alignment, oldWord, newWord)
  return pairs.at(-1)
}
