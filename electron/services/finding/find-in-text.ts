// Finds letters in the words of one text, as the find bar of a pane wants it: words are compared by the search's own
// normaliser, and what is found is told by offsets into the text as it was written. Pure, runs everywhere.
import type { TextRange } from '../../contract/text-range.ts'
import { foldUnfinishedSpelling } from '../search/fold-spelling.ts'
import type { Token } from '../search/tokenise.ts'
import { isIdeographic, tokenise } from '../search/tokenise.ts'
import { rangeOfSurface } from './range-of-surface.ts'

/** How strictly letters are compared. */
export interface FindOptions {
  matchCase: boolean
  wholeWords: boolean
}

/** A text with its words, cut once for any number of finds. */
export interface PreparedText {
  text: string
  tokens: readonly Token[]
}

/** Words in a row that are looked for. */
interface Wish {
  tokens: readonly Token[]
  /** Whether the first must begin a word, and the last end one. */
  opens: boolean
  closes: boolean
}

/** Cuts a text into its words. */
export function prepareText(text: string): PreparedText {
  return { text, tokens: tokenise(text) }
}

/**
 * Every place of `words` in text order, none overlapping the one before. Case, accents, apostrophes, dashes and the two
 * spellings of English are folded as in a search; unlike there a part of a word will do. Signs between words count
 * for nothing, but where there are no letters at all they are looked for as they are. Nothing is found across lines.
 */
export function findInText(prepared: PreparedText, words: string, options: FindOptions): TextRange[] {
  const tokens = tokenise(words)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return findSigns(prepared.text, words.trim())
  const wish: Wish = {
    tokens,
    opens: options.wholeWords || first.start > 0,
    closes: options.wholeWords || last.end < words.length,
  }
  const found: TextRange[] = []
  const letters = lettersOf(words)
  for (let at = 0; at < prepared.tokens.length; at += 1) {
    for (const place of placesAt(prepared, at, wish)) {
      if (place.start < (found.at(-1)?.end ?? 0)) continue
      if (options.matchCase && lettersOf(prepared.text.slice(place.start, place.end)) !== letters) continue
      found.push(place)
    }
  }
  return found
}

function findSigns(text: string, signs: string): TextRange[] {
  const found: TextRange[] = []
  if (signs === '') return found
  for (let at = text.indexOf(signs); at >= 0; at = text.indexOf(signs, at + signs.length)) {
    found.push({ start: at, end: at + signs.length })
  }
  return found
}

/** Letters and digits without accents and signs, capital ones left as they are. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function placesAt(prepared: PreparedText, at: number, wish: Wish): TextRange[] {
  const token = prepared.tokens[at]
  const [wanted] = wish.tokens
  if (!token || !wanted) return []
  if (wish.tokens.length === 1) return placesInWord(prepared.text, token, wanted, wish)
  const place = placeOfRow(prepared, at, wish)
  return place ? [place] : []
}

/** Nothing in Chinese or Japanese writing says where a word begins and ends. */
const hasEdges = ({ surface }: Token): boolean => !isIdeographic(surface)

function placesInWord(text: string, token: Token, wanted: Token, { opens, closes }: Wish): TextRange[] {
  const length = wanted.surface.length
  const places: TextRange[] = []
  const isBound = hasEdges(token)
  for (
    let from = token.surface.indexOf(wanted.surface);
    from >= 0;
    from = token.surface.indexOf(wanted.surface, from + length)
  ) {
    if (isBound && opens && from > 0) break
    if (isBound && closes && from + length < token.surface.length) continue
    places.push(rangeOfSurface(text, token, from, from + length))
  }
  if (places.length === 0 && isSpeltOtherwise(token, wanted, closes)) places.push(token)
  return places.map(({ start, end }) => ({ start, end }))
}

/** The same word, or where it need not end there the beginning of one, in the other spelling of English. */
function isSpeltOtherwise(token: Token, wanted: Token, isWhole: boolean): boolean {
  if (token.word === wanted.word) return true
  // Shorter beginnings fold into too much.
  if (isWhole || wanted.surface.length < 4) return false
  const beginning = foldUnfinishedSpelling(wanted.surface)
  return beginning !== wanted.surface && token.word.startsWith(beginning)
}

/** The place of several words in a row, of which the first is the token at `at`. */
function placeOfRow({ text, tokens }: PreparedText, at: number, wish: Wish): TextRange | null {
  const lastIndex = wish.tokens.length - 1
  let start = 0
  let end = 0
  for (const [index, wanted] of wish.tokens.entries()) {
    const token = tokens[at + index]
    const before = tokens[at + index - 1]
    if (!token) return null
    if (index > 0 && before && text.slice(before.end, token.start).includes('\n')) return null
    const place = placeInRow(text, token, wanted, {
      opens: index > 0 || wish.opens,
      closes: index < lastIndex || wish.closes,
    })
    if (place === null) return null
    if (index === 0) start = place.start
    end = place.end
  }
  return { start, end }
}

function placeInRow(
  text: string,
  token: Token,
  wanted: Token,
  { opens, closes }: Pick<Wish, 'opens' | 'closes'>,
): TextRange | null {
  const [has, wants] = [token.surface, wanted.surface]
  if (has === wants) return token
  if (!opens && has.endsWith(wants)) return rangeOfSurface(text, token, has.length - wants.length, has.length)
  if (!closes && has.startsWith(wants)) return rangeOfSurface(text, token, 0, wants.length)
  return isSpeltOtherwise(token, wanted, closes) ? token : null
}
