// Says whether the words around a quotation still stand around its place in the new text. Pure; runs in the anchoring
// worker.
import type { Alignment } from './alignment.ts'
import { unmatched } from './alignment.ts'
import { lineBreak } from './breaks.ts'
import type { Span } from './find-unique-runs.ts'

/** So many words on either side are asked whether they still stand beside the place. */
const contextWords = 4
/** How far from the place they may stand, in words. */
const contextReach = 10
/** A place is enclosed where so many words before it and after it stand as they stood, without a gap. */
const enclosingWords = 3

/** Whether the words before the range still stand before the place, or both begin a line that has been moved. */
export function isHeldBefore({ wordMap, old, renewed }: Alignment, words: Span, found: Span): boolean {
  let asked = 0
  let held = 0
  let isInLine = true
  let heldInLine = true
  for (let word = words.from - 1; word >= Math.max(0, words.from - contextWords); word -= 1) {
    isInLine &&= (old.breaks[word + 1] ?? 0) < lineBreak
    const place = wordMap[word] ?? unmatched
    const isHeld = place !== unmatched && place <= found.from && place >= found.from - contextReach
    asked += 1
    held += Number(isHeld)
    heldInLine &&= isHeld || !isInLine
  }
  const beginsLine = (old.breaks[words.from] ?? 0) >= lineBreak
  if (asked > 0 && held >= asked / 2) return true
  if (!beginsLine) return heldInLine
  return (renewed.breaks[found.from] ?? 0) >= lineBreak || (asked === 0 && found.from <= contextWords)
}

/** The same behind the range, where lines end. */
export function isHeldAfter({ wordMap, old, renewed }: Alignment, words: Span, found: Span): boolean {
  let asked = 0
  let held = 0
  let isInLine = true
  let heldInLine = true
  for (let word = words.to; word < Math.min(wordMap.length, words.to + contextWords); word += 1) {
    isInLine &&= (old.breaks[word] ?? 0) < lineBreak
    const place = wordMap[word] ?? unmatched
    const isHeld = place !== unmatched && place >= found.to - 1 && place < found.to + contextReach
    asked += 1
    held += Number(isHeld)
    heldInLine &&= isHeld || !isInLine
  }
  const endsLine = words.to === wordMap.length || (old.breaks[words.to] ?? 0) >= lineBreak
  if (asked > 0 && held >= asked / 2) return true
  if (!endsLine) return heldInLine
  const left = renewed.words.length - found.to
  return left === 0 || (renewed.breaks[found.to] ?? 0) >= lineBreak || (asked === 0 && left <= contextWords)
}

/** Whether the place lies between the very words between which it lay, so that what is left of it can be nothing else. */
export function isEnclosed({ wordMap, renewed }: Alignment, words: Span, found: Span): boolean {
  for (let step = 1; step <= enclosingWords; step += 1) {
    const before = words.from - step < 0 ? found.from - step : wordMap[words.from - step]
    if (before !== found.from - step) return false
    const isBeyond = words.to - 1 + step >= wordMap.length
    const after = isBeyond ? found.to - 1 + step : wordMap[words.to - 1 + step]
    if (after !== found.to - 1 + step) return false
    if (isBeyond && step === 1 && found.to !== renewed.words.length) return false
    if (words.from === 0 && found.from !== 0) return false
  }
  return true
}
