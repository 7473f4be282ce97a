// Finds headings and other short lines that have been moved. Pure; runs in the anchoring worker.
import { lineBreak } from './breaks.ts'
import type { Run, Side } from './find-unique-runs.ts'

/** A line, or what many lines with the same words have in common. */
interface Line {
  start: number
  length: number
  count: number
}

function listFreeLines({ words, taken, breaks }: Side): Map<string, Line> {
  const lines = new Map<string, Line>()
  let start = 0
  for (let word = 1; word <= words.length; word += 1) {
    if (word < words.length && (breaks[word] ?? 0) < lineBreak) continue
    const length = word - start
    if (length <= longest && !taken.subarray(start, word).includes(1)) {
      const key = words.subarray(start, word).join(' ')
      lines.set(key, { start, length, count: (lines.get(key)?.count ?? 0) + 1 })
    }
    start = word
  }
  return lines
}

/** Longer lines are found by their words. */
const longest = 24

/** Lines that stand with the same words exactly once on either side, and of which no word has been matched yet. */
export function findSameLines(old: Side, renewed: Side): Run[] {
  const newLines = listFreeLines(renewed)
  const runs: Run[] = []
  for (const [key, { start, length, count }] of listFreeLines(old)) {
    const counterpart = newLines.get(key)
    if (count === 1 && counterpart?.count === 1) {
      runs.push({ oldStart: start, newStart: counterpart.start, length })
    }
  }
  return runs
}
