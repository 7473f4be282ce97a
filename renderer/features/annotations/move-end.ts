// Where an end of a highlight goes when it is moved by a word or a character. Pure.
import type { TextRange } from '../../../electron/contract/text-range.ts'

/** Which end of a highlight. */
export type End = 'start' | 'end'

/** How far an end goes at one step. A character is one as people count them, whatever it is made of. */
export type Step = 'word' | 'character'

const segmenters = {
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  character: new Intl.Segmenter('en', { granularity: 'grapheme' }),
}

/** UTF-16 units on each side of an end that are looked at: longer than any word with what stands around it. */
const reach = 400

/** The places near `at` where that end may lie: at the starts or the ends of words, or between characters. */
function placesNear(text: string, at: number, end: End, step: Step): number[] {
  const from = text.lastIndexOf('\n', Math.max(0, at - reach)) + 1
  const to = Math.min(text.length, at + reach)
  const segments = [...segmenters[step].segment(text.slice(from, to))]
  const useful = segments.filter(({ segment, isWordLike }) =>
    step === 'word' ? isWordLike === true : segment !== '\n',
  )
  return useful.map(({ index, segment }) => from + index + (end === 'start' ? 0 : segment.length))
}

/**
 * The range with one end a step earlier (-1) or later (1): the start goes to the start of a word, the end to the end of
 * one. `null` where the text ends there, or where nothing would be left of the highlight.
 */
export function moveEnd(
  text: string,
  range: TextRange,
  move: { end: End; step: Step; direction: -1 | 1 },
): TextRange | null {
  const { end, step, direction } = move
  const places = placesNear(text, range[end], end, step)
  const next =
    direction === 1
      ? places.find((place) => place > range[end])
      : places.findLast((place) => place < range[end])
  return next === undefined ? null : withEnd(text, range, end, next)
}

/** The range with one end at `place`; `null` where no words would be left between the ends. */
export function withEnd(text: string, range: TextRange, end: End, place: number): TextRange | null {
  // Whatever else the range may be: only its ends are wanted.
  const next = { start: range.start, end: range.end, [end]: place }
  // Ends that have passed each other hold nothing either.
  return text.slice(next.start, next.end).trim() === '' ? null : next
}

/** The end of a word, or the start of one, that lies nearest to `place`: for an end that is dragged. */
export function nearestPlace(text: string, place: number, end: End, step: Step): number {
  const places = placesNear(text, place, end, step)
  const distance = (candidate: number): number => Math.abs(candidate - place)
  return places.reduce((best, next) => (distance(next) < distance(best) ? next : best), places[0] ?? place)
}
