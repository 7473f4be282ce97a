// Compares the punctuation around and between words, however it is written. Pure; runs in the anchoring worker.
import type { Stretch } from './fold-text.ts'

/** A mark with where it stands, as UTF-16 offsets. */
interface Mark {
  sign: string
  start: number
  end: number
}

const quotationMark = /["'`´‘’‚‛“”„‟‹›«»′″＇＂]/
const dash = /[\p{Pd}\u2212]/u
const nothing = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u

/** Marks of one kind that follow one another count once: `--` is a dash, `...` an ellipsis, `''` a quotation mark. */
function readMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = []
  let start = from
  for (const character of text.slice(from, to)) {
    const end = start + character.length
    if (!nothing.test(character)) {
      const sign = foldMark(character)
      const last = marks.at(-1)
      if (last?.sign === sign && last.end === start) last.end = end
      else marks.push({ sign, start, end })
    }
    start = end
  }
  return marks
}

function foldMark(character: string): string {
  if (quotationMark.test(character)) return '"'
  if (dash.test(character)) return '-'
  return character === '…' ? '.' : character.normalize('NFKC')
}

/** Where the marks of `wanted` stand that begin `found`, one by one: the offset after the last; `found.from` for none. */
export function endOfSameMarks(wanted: Stretch, found: Stretch): number {
  const marks = readMarks(found.text, found.from, found.to)
  let end = found.from
  for (const [index, { sign }] of readMarks(wanted.text, wanted.from, wanted.to).entries()) {
    const mark = marks[index]
    if (mark?.sign !== sign) break
    ;({ end } = mark)
  }
  return end
}

/** The same from the end backwards: the offset of the foremost mark; `found.to` for none. */
export function startOfSameMarks(wanted: Stretch, found: Stretch): number {
  const marks = readMarks(found.text, found.from, found.to).toReversed()
  let start = found.to
  for (const [index, { sign }] of readMarks(wanted.text, wanted.from, wanted.to).toReversed().entries()) {
    const mark = marks[index]
    if (mark?.sign !== sign) break
    ;({ start } = mark)
  }
  return start
}

/**
 * Where marks stand that were chosen among the marks between two words, in the new text between the same words.
 * `null` where the marks there are others, or where none were chosen.
 */
export function findSameMarks(
  chosen: Stretch,
  around: Stretch,
  found: Stretch,
): { start: number; end: number } | null {
  const old = readMarks(around.text, around.from, around.to)
  const renewed = readMarks(found.text, found.from, found.to)
  if (old.length !== renewed.length || old.some(({ sign }, index) => renewed[index]?.sign !== sign))
    return null
  const within = renewed.filter((_, index) => {
    const { start = 0, end = 0 } = old[index] ?? {}
    return end > chosen.from && start < chosen.to
  })
  const [first] = within
  return first === undefined ? null : { start: first.start, end: (within.at(-1) ?? first).end }
}
