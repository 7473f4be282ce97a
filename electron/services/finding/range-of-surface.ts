// From letters of a folded word back to the letters that were written. Pure, runs everywhere.
import type { TextRange } from '../../contract/text-range.ts'
import { foldCharacters } from '../search/fold-character.ts'
import type { Token } from '../search/tokenise.ts'

/** A letter with the marks that belong to it, or a lone sign. */
const cluster = /\P{M}\p{M}*|\p{M}+/gsu

/**
 * Where the letters from `from` to `to` of a token's surface stand in `text`: UTF-16 offsets. A letter that was folded
 * into two (ﬁ, ß) is told whole where any of them is meant, and so are the accents of a letter.
 */
export function rangeOfSurface(text: string, token: Token, from: number, to: number): TextRange {
  const written = text.slice(token.start, token.end)
  if (written.toLowerCase() === token.surface) return { start: token.start + from, end: token.start + to }
  let passed = 0
  let start: number | null = null
  let end = token.start
  for (const { 0: letter, index } of written.matchAll(cluster)) {
    const length = lengthAt(token.surface, passed, letter)
    if (length > 0 && passed + length > from && passed < to) {
      start ??= token.start + index
      end = token.start + index + letter.length
    }
    passed += length
  }
  return start === null ? { start: token.start, end: token.end } : { start, end }
}

/** How many letters of the surface one written letter has become; the point of 3.5 is one where it stands among digits. */
function lengthAt(surface: string, at: number, letter: string): number {
  if (letter === '.' && surface[at] === '.') return 1
  const folded = foldCharacters(letter)
  return surface.startsWith(folded, at) ? folded.length : 0
}
