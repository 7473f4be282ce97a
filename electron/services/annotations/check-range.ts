// Says whether a highlight can lie where a page wants it. Pure, runs everywhere.
import type { RangeProblem } from '../../contract/errors.ts'
import type { TextRange } from '../../contract/text-range.ts'
import { isInsideSurrogatePair } from './is-inside-surrogate-pair.ts'

/**
 * What is wrong with a range of UTF-16 offsets into `text`, or `null` where it can be used. A range that
 * ends before it starts is `empty` too: it holds no text.
 */
export function checkRange(text: string, { start, end }: TextRange): RangeProblem | null {
  if (start < 0 || end < 0 || start > text.length || end > text.length) return 'out-of-range'
  if (start >= end) return 'empty'
  if (isInsideSurrogatePair(text, start) || isInsideSurrogatePair(text, end)) return 'inside-surrogate-pair'
  return null
}
