// Writes a text down to the letters by which two editions are compared, and keeps where each one stood. What
// differs only in white space, punctuation, case, accents, ligatures or hyphens at the ends of lines folds to the
// same letters. Pure; runs in the anchoring worker.
import { foldCharacters } from '../search/fold-character.ts'
import { remember } from '../search/remember.ts'

/** A text and its folded letters. */
export interface FoldedText {
  text: string
  /** The letters, digits and symbols of the text, folded and written without anything between them. */
  letters: string
  /** For each UTF-16 unit of `letters` the stretch of `text` that it stands for, as UTF-16 offsets. */
  starts: Uint32Array
  ends: Uint32Array
  /** Where in `letters` each word starts, and after the last word the number of letters. */
  wordStarts: Uint32Array
}

/** A character with the marks upon it; a syllable of Hangul that is written as its parts. */
const cluster =
  /(?:[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|[^])[\p{M}\uff9e\uff9f]*/uy
/** Where a word was broken at the end of a line. A capital that follows is rather the second part of a double name. */
const brokenWord = /[-\u00ad\u2010][^\S\n\r\u2028]*(?:\r\n?|[\n\u2028])[^\S\n\r\u2028]*(?=\p{Ll})/uy
const ignorable = /^\p{Default_Ignorable_Code_Point}+$/u
const allIgnorable = /\p{Default_Ignorable_Code_Point}/gu
const letter = /^[\p{L}\p{N}\p{M}]/u
/** Signs that mean something by themselves, apart from the minus, which is as good as a dash. */
const symbol = /^(?!\u2212)[\p{Sm}\p{Sc}\p{So}]/u
/** Writing without spaces, of which each character counts as a word. */
const unspaced =
  /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hira}\p{Script_Extensions=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What one character folds to, and whether it makes a word of its own; `null` parts words, `''` is as good as absent. */
interface Fold {
  letters: string | null
  standsAlone: boolean
}

const between: Fold = { letters: null, standsAlone: false }
const absent: Fold = { letters: '', standsAlone: false }

function foldAnew(character: string): Fold {
  if (ignorable.test(character)) return absent
  if (letter.test(character)) {
    const letters = foldCharacters(character.replaceAll(allIgnorable, ''))
    return letters === '' ? between : { letters, standsAlone: unspaced.test(character) }
  }
  if (symbol.test(character)) {
    const letters = character.normalize('NFKC').toLowerCase().replaceAll(allIgnorable, '')
    return { letters, standsAlone: true }
  }
  return between
}

/** Texts hold few distinct characters; past this number of them the memory starts afresh. */
const foldCluster = remember(foldAnew, 20_000)

/** By their units: nearly all characters of most texts, so they go the short way. */
const plainFolds: Fold[] = []
for (const character of ' ,.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
  plainFolds[character.charCodeAt(0)] = foldAnew(character)
}
/** No mark that may stand upon a character comes before this unit. */
const firstMark = 0x300

function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? ''
}

/** Folds a text. Takes time in proportion to its length. */
export function foldText(text: string): FoldedText {
  const starts: number[] = []
  const ends: number[] = []
  const wordStarts: number[] = []
  let folded = ''
  let inWord = false

  function push({ letters, standsAlone }: Fold, start: number, end: number): void {
    if (letters === null) inWord = false
    if (letters === null || letters === '') return
    if (!inWord || standsAlone) wordStarts.push(folded.length)
    inWord = !standsAlone
    folded += letters
    while (starts.length < folded.length) {
      starts.push(start)
      ends.push(end)
    }
  }

  for (let offset = 0; offset < text.length;) {
    const start = offset
    const isMarked = text.charCodeAt(offset + 1) >= firstMark
    const plain = isMarked ? undefined : plainFolds[text.charCodeAt(offset)]
    if (plain !== undefined) {
      offset += 1
      push(plain, start, offset)
      continue
    }
    const gap = matchAt(brokenWord, text, offset)
    const character = gap === '' ? matchAt(cluster, text, offset) : gap
    offset += character.length
    if (gap === '') push(foldCluster(character), start, offset)
  }
  wordStarts.push(folded.length)
  return {
    text,
    letters: folded,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    wordStarts: Uint32Array.from(wordStarts),
  }
}

/** The number of words of a folded text. */
export function wordCountOf({ wordStarts }: FoldedText): number {
  return wordStarts.length - 1
}

/** The first index in an ascending array whose value is greater than `value`, or the array's length. */
export function firstAbove(values: Uint32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}

/** The letters that a stretch of the text touches: indexes into `letters`, `end` excluded; empty where it has none. */
export function lettersWithin(folded: FoldedText, start: number, end: number): { from: number; to: number } {
  const from = firstAbove(folded.ends, start)
  const to = firstAbove(folded.starts, end - 1)
  return { from, to: Math.max(from, to) }
}

/** A stretch of a text: UTF-16 offsets, `to` excluded. */
export interface Stretch {
  text: string
  from: number
  to: number
}

/** What stands between a letter and the one before it, up to the ends of the text; the letter may be the one after the last. */
export function gapBefore({ text, starts, ends }: FoldedText, letterIndex: number): Stretch {
  return { text, from: ends[letterIndex - 1] ?? 0, to: starts[letterIndex] ?? text.length }
}

/** The word to which a letter belongs, as an index into `wordStarts`. */
export function wordAt({ wordStarts }: FoldedText, letterIndex: number): number {
  return firstAbove(wordStarts, letterIndex) - 1
}
