// The rule by which the Hypothesis client finds a quotation again, written anew from its description, to be measured
// beside ours: the position where the text there is still the quotation; else all places that hold it exactly; else
// those with the fewest errors, at most half its length; and of several the one with the best marks for quotation (50),
// prefix (20), suffix (20) and nearness (2). Runs everywhere.
import type { Quotation } from '../../../electron/services/anchoring/placement.ts'

interface Match {
  start: number
  end: number
  errors: number
}

const bits = 32
/** Hypothesis keeps so much context on each side. */
const contextLength = 32

/**
 * Where matches with the fewest errors end, at most `limit` of them. Bit-parallel, after Myers (1999): one bit for each
 * unit of the pattern, one step for each unit of the text.
 */
function findEnds(text: string, pattern: string, limit: number): { end: number; errors: number }[] {
  const blocks = Math.ceil(pattern.length / bits)
  const masks = new Map<number, Uint32Array>()
  for (let unit = 0; unit < pattern.length; unit += 1) {
    const code = pattern.charCodeAt(unit)
    const mask = masks.get(code) ?? new Uint32Array(blocks)
    mask[Math.floor(unit / bits)] = (mask[Math.floor(unit / bits)] ?? 0) | (1 << (unit % bits))
    masks.set(code, mask)
  }
  const plus = new Int32Array(blocks).fill(-1)
  const minus = new Int32Array(blocks)
  const lastBit = 1 << ((pattern.length - 1) % bits)
  let errors = pattern.length
  let most = limit
  let ends: { end: number; errors: number }[] = []
  for (let offset = 0; offset < text.length; offset += 1) {
    const mask = masks.get(text.charCodeAt(offset))
    let carry = 0
    for (let block = 0; block < blocks; block += 1) {
      const isNegative = carry < 0 ? 1 : 0
      const positive = plus[block] ?? 0
      const negative = minus[block] ?? 0
      const equal = (mask?.[block] ?? 0) | isNegative
      const vertical = equal | negative
      const horizontal = (((equal & positive) + positive) ^ positive) | equal
      let up = negative | ~(horizontal | positive)
      let down = positive & horizontal
      const top = block === blocks - 1 ? lastBit : 1 << (bits - 1)
      const out = Number((up & top) !== 0) - Number((down & top) !== 0)
      up = (up << 1) | Number(carry > 0)
      down = (down << 1) | isNegative
      plus[block] = down | ~(vertical | up)
      minus[block] = up & vertical
      carry = out
    }
    errors += carry
    if (errors > most) continue
    if (errors < most) ends = []
    most = errors
    ends.push({ end: offset + 1, errors })
  }
  return ends
}

const reversed = (text: string): string => text.split('').toReversed().join('')

function search(text: string, pattern: string, limit: number): Match[] {
  const exact: Match[] = []
  for (let start = text.indexOf(pattern); start >= 0; start = text.indexOf(pattern, start + 1)) {
    exact.push({ start, end: start + pattern.length, errors: 0 })
  }
  if (exact.length > 0) return exact
  const backwards = reversed(pattern)
  return findEnds(text, pattern, limit).map(({ end, errors }) => {
    const window = reversed(text.slice(Math.max(0, end - pattern.length - errors), end))
    const lengths = findEnds(window, backwards, errors).map((match) => match.end)
    return { start: end - Math.max(0, ...lengths), end, errors }
  })
}

function likeness(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0
  const [first] = search(text, pattern, pattern.length)
  return first === undefined ? 0 : 1 - first.errors / pattern.length
}

/** Where Hypothesis would put a highlight; `null` where it would find none. */
export function placeByHypothesis(
  text: string,
  { start, end, exact, prefix, suffix }: Quotation,
): { start: number; end: number } | null {
  if (text.slice(start, end) === exact) return { start, end }
  const before = prefix.slice(-contextLength)
  const after = suffix.slice(0, contextLength)
  const marked = search(text, exact, Math.min(256, exact.length / 2)).map((match) => ({
    match,
    marks:
      50 * (1 - match.errors / exact.length) +
      20 *
        (before === ''
          ? 1
          : likeness(text.slice(Math.max(0, match.start - before.length), match.start), before)) +
      20 * (after === '' ? 1 : likeness(text.slice(match.end, match.end + after.length), after)) +
      2 * (1 - Math.abs(match.start - start) / text.length),
  }))
  const best = marked.toSorted((left, right) => right.marks - left.marks)[0]
  return best === undefined ? null : { start: best.match.start, end: best.match.end }
}
