// What the page has painted, as words: the ranges that stand under a name in CSS.highlights.
import type { PaintName } from '../../renderer/features/reading/painter.ts'

/** The words painted under a name, in the order in which they stand on the page. */
export function paintedText(name: PaintName): string[] {
  return paintedRanges(name).map((range) => range.toString())
}

/** The ranges painted under a name, in the order in which they stand on the page. */
export function paintedRanges(name: PaintName): Range[] {
  const ranges = [...(CSS.highlights.get(`bookwheel-${name}`) ?? [])].filter(
    (range) => range instanceof Range,
  )
  return ranges.toSorted((left, right) => left.compareBoundaryPoints(Range.START_TO_START, right))
}
