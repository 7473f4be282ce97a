// Which words and letters of an old text stand where in a new one, as far as it has been found out. Runs in the
// anchoring worker.
import { listBreaks } from './breaks.ts'
import type { FoldedText } from './fold-text.ts'
import { wordCountOf } from './fold-text.ts'
import type { Side, Span } from './find-unique-runs.ts'
import type { Vocabulary } from './vocabulary.ts'
import { likenessOf, numberWords } from './vocabulary.ts'

/** What a word or letter is mapped to that has no counterpart. */
export const unmatched = -1

/** Two texts and what is known of their agreement. */
export interface Alignment {
  oldText: FoldedText
  newText: FoldedText
  old: Side
  renewed: Side
  vocabulary: Vocabulary
  /** For each word of the old text its counterpart in the new one, or {@link unmatched}. */
  wordMap: Int32Array
  /** The same for the folded letters. */
  letterMap: Int32Array
  /** For each word of the old text how alike its counterpart is, from 0 to 1. */
  likeness: Float32Array
}

/** An alignment of which nothing is known yet. */
export function createAlignment(oldText: FoldedText, newText: FoldedText): Alignment {
  const { sequences, vocabulary } = numberWords([oldText, newText])
  const [oldWords = new Uint32Array(), newWords = new Uint32Array()] = sequences
  return {
    oldText,
    newText,
    old: { words: oldWords, taken: new Uint8Array(oldWords.length), breaks: listBreaks(oldText) },
    renewed: { words: newWords, taken: new Uint8Array(newWords.length), breaks: listBreaks(newText) },
    vocabulary,
    wordMap: new Int32Array(wordCountOf(oldText)).fill(unmatched),
    letterMap: new Int32Array(oldText.letters.length).fill(unmatched),
    likeness: new Float32Array(wordCountOf(oldText)),
  }
}

/** Matches two words, if both are free. Of words that are only alike, the letters at both ends are matched. */
export function matchWords(alignment: Alignment, oldWord: number, newWord: number): void {
  const { old, renewed, oldText, newText, letterMap } = alignment
  if (old.taken[oldWord] !== 0 || renewed.taken[newWord] !== 0) return
  claim(alignment, oldWord, newWord)
  alignment.likeness[oldWord] = likenessOf(
    alignment.vocabulary,
    old.words[oldWord] ?? 0,
    renewed.words[newWord] ?? 0,
  )
  let oldLetter = oldText.wordStarts[oldWord] ?? 0
  let newLetter = newText.wordStarts[newWord] ?? 0
  let oldEnd = oldText.wordStarts[oldWord + 1] ?? 0
  let newEnd = newText.wordStarts[newWord + 1] ?? 0
  const isSameLetter = (one: number, other: number): boolean =>
    oldText.letters[one] === newText.letters[other]
  for (; oldLetter < oldEnd && newLetter < newEnd && isSameLetter(oldLetter, newLetter); oldLetter += 1) {
    letterMap[oldLetter] = newLetter
    newLetter += 1
  }
  for (; oldLetter < oldEnd && newLetter < newEnd && isSameLetter(oldEnd - 1, newEnd - 1); oldEnd -= 1) {
    newEnd -= 1
    letterMap[oldEnd - 1] = newEnd
  }
}

/**
 * Matches stretches of words that are written with the same letters but cut differently ("well known", "wellknown").
 * Answers whether they were.
 */
export function matchByLetters(
  alignment: Alignment,
  { from: oldFrom, to: oldTo }: Span,
  { from: newFrom, to: newTo }: Span,
): boolean {
  const { oldText, newText, letterMap, likeness } = alignment
  const from = oldText.wordStarts[oldFrom] ?? 0
  const to = oldText.wordStarts[oldTo] ?? 0
  const newStart = newText.wordStarts[newFrom] ?? 0
  const newEnd = newText.wordStarts[newTo] ?? 0
  if (oldText.letters.slice(from, to) !== newText.letters.slice(newStart, newEnd)) return false
  for (let letter = from; letter < to; letter += 1) letterMap[letter] = newStart + letter - from
  let newWord = newFrom
  for (let oldWord = oldFrom; oldWord < oldTo; oldWord += 1) {
    const counterpart = newStart + (oldText.wordStarts[oldWord] ?? 0) - from
    while ((newText.wordStarts[newWord + 1] ?? 0) <= counterpart) newWord += 1
    claim(alignment, oldWord, newWord)
    likeness[oldWord] = 1
  }
  alignment.renewed.taken.fill(1, newFrom, newTo)
  return true
}

function claim({ old, renewed, wordMap }: Alignment, oldWord: number, newWord: number): void {
  old.taken[oldWord] = 1
  renewed.taken[newWord] = 1
  wordMap[oldWord] = newWord
}
