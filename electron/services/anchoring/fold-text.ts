// Writes a text down to the letters by which two editions are compared, and keeps where each one stood. What
// differs only in white space, punctuation, case, accents, ligatures or hyphens at the ends of lines folds to the
// same letters. Pure; runs in the anchoring worker.
import { foldCharacters } from '../search/fold-character.ts'

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

/** Texts hold few distinct characters; past this number of them the memory starts afresh. */
const memoryLimit = 20_000
const memory = new Map<string, Fold>()

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

function foldCluster(character: string): Fold {
  const known = memory.get(character)
  if (known !== undefined) return known
  if (memory.size >= memoryLimit) memory.clear()
  const fold = foldAnew(character)
  memory.set(character, fold)
  return fold
}

function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? ''
}

/** Folds a text. Takes time in proportion to its length. */
export function foldText(text: string): FoldedText {
  const codes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const wordStarts: number[] = []
  let inWord = false

  function push({ letters, standsAlone }: Fold, start: number, end: number): void {
    if (letters === null || letters === '') {
      if (letters === null) inWord = false
      return
    }
    if (!inWord || standsAlone) wordStarts.push(codes.length)
    inWord = !standsAlone
    for (let unit = 0; unit < letters.length; unit += 1) {
      codes.push(letters.charCodeAt(unit))
      starts.push(start)
      ends.push(end)
    }
  }

  for (let offset = 0; offset < text.length;) {
    const code = text.charCodeAt(offset)
    const isPlain = code < 0x80 && !(text.charCodeAt(offset + 1) >= 0x300)
    const lowered = isPlain && code >= 0x41 && code <= 0x5a ? code + 0x20 : code
    if (isPlain && ((lowered >= 0x61 && lowered <= 0x7a) || (lowered >= 0x30 && lowered <= 0x39))) {
      // Nearly all letters of most texts, so they go the short way.
      if (!inWord) wordStarts.push(codes.length)
      inWord = true
      codes.push(lowered)
      starts.push(offset)
      offset += 1
      ends.push(offset)
      continue
    }
    const broken = inWord && (code === 0x2d || code === 0xad || code === 0x2010)
    const gap = broken ? matchAt(brokenWord, text, offset) : ''
    const character = gap === '' ? matchAt(cluster, text, offset) : gap
    if (gap === '') push(foldCluster(character), offset, offset + character.length)
    offset += character.length
  }
  wordStarts.push(codes.length)
  return {
    text,
    letters: stringOf(codes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    wordStarts: Uint32Array.from(wordStarts),
  }
}

/** In pieces, because an engine bounds the number of arguments. */
function stringOf(codes: readonly number[]): string {
  const pieces: string[] = []
  for (let from = 0; from < codes.length; from += 8192) {
    pieces.push(String.fromCharCode(...codes.slice(from, from + 8192)))
  }
  return pieces.join('')
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
  const to = end === 0 ? 0 : firstAbove(folded.starts, end - 1)
  return { from, to: Math.max(from, to) }
}

/** The word to which a letter belongs, as an index into `wordStarts`. */
export function wordAt({ wordStarts }: FoldedText, letterIndex: number): number {
  return firstAbove(wordStarts, letterIndex) - 1
}
