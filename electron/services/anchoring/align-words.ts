// Aligns two short sequences of words by dynamic programming, after Needleman and Wunsch (1970) and, where an end is
// free, Smith and Waterman (1981). Takes time in proportion to the product of the lengths. Pure; runs in the
// anchoring worker.
import type { Vocabulary } from './vocabulary.ts'
import { likenessOf, weightOf } from './vocabulary.ts'

/** A sequence of words within a longer one, read forwards (`step` 1) or backwards (-1) from `start`. */
export interface Reading {
  words: Uint32Array
  start: number
  length: number
  step: 1 | -1
}

/**
 * Which ends must meet: both ends of both sequences (`whole`), their beginnings only (`beginning`, as far as the
 * likeness lasts), or both ends of the old sequence while the new one may begin and end anywhere (`within`).
 */
export type AlignmentKind = 'whole' | 'beginning' | 'within'

/** Two words that belong together: indexes into the whole sequences, and how alike they are, up to 1. */
export interface WordPair {
  oldWord: number
  newWord: number
  likeness: number
}

/** A replaced word costs less than a word left out and another put in. */
const replacementCost = 0.6
const omissionCost = 0.4

const stop = 0
const diagonal = 1
const omitted = 2
const inserted = 3

/** The best alignment: the pairs of like words in it, in reading order. */
export function alignWords(
  old: Reading,
  renewed: Reading,
  kind: AlignmentKind,
  vocabulary: Vocabulary,
): WordPair[] {
  const width = renewed.length + 1
  // At the borders nothing is left to be paired: there the way back stops.
  const moves = new Uint8Array((old.length + 1) * width)
  let above = new Float64Array(width)
  let current = new Float64Array(width)
  if (kind !== 'within') {
    for (let column = 1; column < width; column += 1) {
      above[column] = -omissionCost * column
    }
  }
  let best = { score: 0, row: 0, column: 0 }
  for (let row = 1; row <= old.length; row += 1) {
    const oldWord = wordOf(old, row - 1)
    const weight = weightOf(vocabulary, oldWord)
    current[0] = -omissionCost * row
    for (let column = 1; column < width; column += 1) {
      const likeness = likenessOf(vocabulary, oldWord, wordOf(renewed, column - 1))
      const gain = likeness > 0 ? likeness * (0.3 + 1.2 * weight) : -replacementCost
      const met = (above[column - 1] ?? 0) + gain
      const left = (above[column] ?? 0) - omissionCost
      const added = (current[column - 1] ?? 0) - omissionCost
      const score = Math.max(met, left, added)
      current[column] = score
      moves[row * width + column] = score === met ? diagonal : score === left ? omitted : inserted
      if (kind === 'beginning' && score > best.score) best = { score, row, column }
    }
    ;[above, current] = [current, above]
  }
  if (kind === 'whole') best = { score: 0, row: old.length, column: renewed.length }
  if (kind === 'within') best = { score: 0, row: old.length, column: indexOfGreatest(above) }
  return traceBack(old, renewed, moves, best, vocabulary)
}

function wordOf({ words, start, step }: Reading, index: number): number {
  return words[start + step * index] ?? 0
}

function indexOfGreatest(values: Float64Array): number {
  return values.indexOf(values.reduce((greatest, value) => Math.max(greatest, value)))
}

function traceBack(
  old: Reading,
  renewed: Reading,
  moves: Uint8Array,
  end: { row: number; column: number },
  vocabulary: Vocabulary,
): WordPair[] {
  const pairs: WordPair[] = []
  let { row, column } = end
  for (;;) {
    const move = moves[row * (renewed.length + 1) + column]
    if (move === stop) return pairs.toReversed()
    if (move !== inserted) row -= 1
    if (move !== omitted) column -= 1
    if (move !== diagonal) continue
    const likeness = likenessOf(vocabulary, wordOf(old, row), wordOf(renewed, column))
    if (likeness === 0) continue
    pairs.push({
      oldWord: old.start + old.step * row,
      newWord: renewed.start + renewed.step * column,
      likeness,
    })
  }
}
