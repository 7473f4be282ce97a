// The normaliser: cuts text into the words by which it is indexed, searched and lit. Every text and every query
// goes through it, so that both are cut alike. Pure; runs in the search worker.
import { foldCharacters } from './fold-character.ts'
import { foldSpelling } from './fold-spelling.ts'

/** One word of a text. */
export interface Token {
  /** The surface with British and American spelling folded together: what words are compared by. */
  word: string
  /** The word as written but for case, diacritics, apostrophes and compatible forms: what a prefix is compared with. */
  surface: string
  /** UTF-16 offsets into the original text. A possessive ’s belongs to the stretch, though not to the word. */
  start: number
  end: number
}

/** Apostrophes in all the forms that keyboards, typesetters and transliterations use, between letters only. */
const apostrophe = "['`´‘’‛′＇\\u02b9-\\u02bf]"
/** Soft hyphens, zero-width characters and the like: inside a word they are as good as absent. */
const invisible = '\\p{Default_Ignorable_Code_Point}'
/** Superscript digits are marks of footnotes ("treaty²"), and fractions are no digits: neither belongs to a word. */
const letter = `(?!${apostrophe}|${invisible}|[¹²³⁰⁴-⁹¼-¾⅐-⅟↉])[\\p{L}\\p{N}]`

// Everything that is not matched here parts words: white space, every dash, slash, quotation mark, symbol.
const wordPattern = new RegExp(
  [
    `${letter}(?:`,
    `${invisible}*(?:${letter}|\\p{M})`,
    `|${invisible}*${apostrophe}(?=${invisible}*\\p{L})`,
    // 3.5 and 127.0.0.1 are one word each, and so is 1,000, but not the list 1,2.
    '|(?<=\\d)\\.(?=\\d)',
    '|(?<=(?<!\\d)\\d{1,3}|,\\d{3}),(?=\\d{3}(?!\\d))',
    ')*',
  ].join(''),
  'gu',
)

const ideograph =
  '(?=[\\p{L}\\p{N}])[\\p{Script_Extensions=Han}\\p{Script_Extensions=Hira}\\p{Script_Extensions=Kana}]'
const ideographs = new RegExp(`^${ideograph}`, 'u')
const oneIdeograph = new RegExp(`${ideograph}[\\p{M}\\uff9e\\uff9f${invisible}]*`, 'gu')
/** A stretch of Chinese or Japanese writing, or a stretch of anything else: "2026年" is two words. */
const sameScript = new RegExp(`(?:${ideograph}[\\p{M}${invisible}]*)+|(?:(?!${ideograph}).)+`, 'gu')

/** What French leaves of a word before a vowel: l’Europe, d’accord, qu’il. */
const elision = new RegExp(`^([cdjlmnst]|qu)(${apostrophe})(?=\\p{L})`, 'iu')
const startsLikeVowel = /^[aeiouh]/
const plainWord = /^[A-Za-z0-9]+$/
const possessive = new RegExp(`${apostrophe}s$`, 'iu')
const allInvisible = new RegExp(invisible, 'gu')

/** Whether the text starts with Chinese or Japanese writing, which is cut into pairs of characters instead of words. */
export function isIdeographic(text: string): boolean {
  return ideographs.test(text)
}

/** Cuts a text into its words, in text order. Chinese and Japanese yield overlapping pairs of characters. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: run, index } of text.matchAll(wordPattern)) {
    if (plainWord.test(run)) pushToken(tokens, run.toLowerCase(), index, index + run.length)
    else pushRun(tokens, run, index)
  }
  return tokens
}

function pushRun(tokens: Token[], run: string, start: number): void {
  for (const { 0: piece, index } of run.matchAll(sameScript)) {
    if (isIdeographic(piece)) pushPairs(tokens, piece, start + index)
    else pushWord(tokens, piece, start + index)
  }
}

function pushWord(tokens: Token[], piece: string, start: number): void {
  const elided = elision.exec(piece)
  if (elided) {
    const [whole, article = ''] = elided
    const rest = piece.slice(whole.length)
    if (startsLikeVowel.test(foldCharacters(rest))) {
      pushToken(tokens, foldCharacters(article), start, start + article.length)
      pushWord(tokens, rest, start + whole.length)
      return
    }
  }
  const surface = foldCharacters(piece.replaceAll(allInvisible, '').replace(possessive, ''))
  pushToken(tokens, surface, start, start + piece.length)
}

/** Pairs that overlap, because nothing in Chinese writing says where a word ends; a lone character stands for itself. */
function pushPairs(tokens: Token[], piece: string, start: number): void {
  const characters = [...piece.matchAll(oneIdeograph)].map(({ 0: character, index }) => ({
    folded: foldCharacters(character),
    start: start + index,
    end: start + index + character.length,
  }))
  for (const [index, first] of characters.entries()) {
    const second = characters[index + 1]
    if (second) pushToken(tokens, first.folded + second.folded, first.start, second.end)
    else if (index === 0) pushToken(tokens, first.folded, first.start, first.end)
  }
}

function pushToken(tokens: Token[], surface: string, start: number, end: number): void {
  if (surface !== '') tokens.push({ word: foldSpelling(surface), surface, start, end })
}
