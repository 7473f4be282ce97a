// How well typed letters fit the title of a command. Plain functions.
import type { TextRange } from '../../../electron/contract/text-range.ts'

/** How a title was fitted: the better the higher, and which of its characters. */
export interface FuzzyMatch {
  score: number
  /** UTF-16 offsets into the title, in order and apart from each other. */
  marks: TextRange[]
}

const isWordStart = (title: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(title[at - 1] ?? '')

/** The best place of one word: at the start of a word, within one, or else its letters one after the other. */
function placeWord(title: string, word: string): FuzzyMatch | null {
  const starts = [...title.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)
  const atStart = starts.find((start) => title.startsWith(word, start))
  const whole = atStart ?? title.indexOf(word)
  if (whole >= 0) {
    const score = (atStart === undefined ? 40 : 80) - whole / 100
    return { score, marks: [{ start: whole, end: whole + word.length }] }
  }
  const marks: TextRange[] = []
  let score = 0
  let from = 0
  for (const letter of word) {
    const next = title.indexOf(letter, from)
    // The start of a word is meant rather than the middle of the one before.
    const start = starts.find((place) => place >= from && title.startsWith(letter, place))
    const at = start ?? next
    if (at < 0) return null
    score += isWordStart(title, at) ? 6 : at === from ? 3 : 0
    const last = marks.at(-1)
    if (last?.end === at) last.end = at + letter.length
    else marks.push({ start: at, end: at + letter.length })
    from = at + letter.length
  }
  return { score, marks }
}

function join(marks: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const { start, end } of marks.toSorted((left, right) => left.start - right.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** Fits every word of `typed` to `title`, in any order; `null` where one does not fit. */
export function fuzzyMatch(title: string, typed: string): FuzzyMatch | null {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = words.map((word) => placeWord(title.toLowerCase(), word))
  const found = matches.filter((match) => match !== null)
  if (found.length < matches.length) return null
  return {
    score: found.reduce((sum, { score }) => sum + score, 0),
    marks: join(found.flatMap(({ marks }) => marks)),
  }
}
