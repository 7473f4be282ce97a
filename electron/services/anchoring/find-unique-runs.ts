// Finds where two texts surely agree: stretches of words that each holds exactly once, the idea of Bram Cohen's
// patience diff. Takes time in proportion to the words. Pure; runs in the anchoring worker.
import { lineBreak } from './breaks.ts'

/** One side of a comparison. */
export interface Side {
  /** The numbers of its words. */
  words: Uint32Array
  /** Which of them have been matched already (not 0). */
  taken: Uint8Array
  /** How strongly each is parted from the one before; see `breakBefore`. */
  breaks: Uint8Array
}

/** A stretch of words, `to` excluded. */
export interface Span {
  from: number
  to: number
}

/** Words that stand alike in both texts, one after another. */
export interface Run {
  oldStart: number
  newStart: number
  length: number
}

function hashAt(words: Uint32Array, start: number, size: number): number {
  let hash = size
  for (let step = 0; step < size; step += 1) {
    hash = Math.imul(hash ^ (words[start + step] ?? 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

function isSame(one: Uint32Array, at: number, other: Uint32Array, otherAt: number, size: number): boolean {
  for (let step = 0; step < size; step += 1) {
    if (one[at + step] !== other[otherAt + step]) return false
  }
  return true
}

/** Calls `visit` for each window of words of which none is taken. */
function eachFreeWindow(
  { taken }: Side,
  { from, to }: Span,
  size: number,
  visit: (start: number) => void,
): void {
  let free = 0
  for (let word = from; word < to; word += 1) {
    free = taken[word] === 0 ? free + 1 : 0
    if (free >= size) visit(word - size + 1)
  }
}

/** Whether a line begins within a window of words. */
function holdsBreak({ breaks }: Side, start: number, size: number): boolean {
  for (let word = start + 1; word < start + size; word += 1) {
    if ((breaks[word] ?? 0) >= lineBreak) return true
  }
  return false
}

const none = -1
const several = -2

/**
 * The runs in which each `size` words that follow one another, all of them free, stand exactly once within the span of
 * either side. In the order of the old text; runs may touch, and then disagree about a word. Words that reach over the
 * end of a line on both sides do not count: that one paragraph ends and another begins like this says nothing of either.
 */
export function findUniqueRuns(old: Side, oldSpan: Span, renewed: Side, newSpan: Span, size: number): Run[] {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(4, 2 * (oldSpan.to - oldSpan.from))))
  // Open addressing. `samples` holds some old window with these words, the others where they stand alone.
  const samples = new Int32Array(capacity).fill(none)
  const oldPlaces = new Int32Array(capacity).fill(none)
  const newPlaces = new Int32Array(capacity).fill(none)

  function slotOf(words: Uint32Array, start: number): number {
    let slot = hashAt(words, start, size) & (capacity - 1)
    for (;;) {
      const sample = samples[slot] ?? none
      if (sample === none || isSame(words, start, old.words, sample, size)) return slot
      slot = (slot + 1) & (capacity - 1)
    }
  }

  eachFreeWindow(old, oldSpan, size, (start) => {
    const slot = slotOf(old.words, start)
    oldPlaces[slot] = samples[slot] === none ? start : several
    samples[slot] = start
  })
  eachFreeWindow(renewed, newSpan, size, (start) => {
    const slot = slotOf(renewed.words, start)
    newPlaces[slot] = newPlaces[slot] === none ? start : several
  })

  const seeds: Run[] = []
  for (let slot = 0; slot < capacity; slot += 1) {
    const oldStart = oldPlaces[slot] ?? none
    const newStart = newPlaces[slot] ?? none
    if (oldStart < 0 || newStart < 0) continue
    if (holdsBreak(old, oldStart, size) && holdsBreak(renewed, newStart, size)) continue
    seeds.push({ oldStart, newStart, length: size })
  }
  return joinSeeds(seeds.toSorted((left, right) => left.oldStart - right.oldStart))
}

/** Seeds that go on from one another in both texts become one run. */
function joinSeeds(seeds: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const seed of seeds) {
    const last = runs.at(-1)
    const step = seed.oldStart - (last?.oldStart ?? 0)
    if (last !== undefined && seed.newStart - last.newStart === step && step <= last.length) {
      last.length = step + seed.length
    } else {
      runs.push({ ...seed })
    }
  }
  return runs
}
