// Of pieces that two texts share, chooses those that stand in the same order in both. Pure; runs in the anchoring worker.
import { firstAbove } from './fold-text.ts'

/** A piece by its place in the new text, with what it weighs. */
export interface Piece {
  newStart: number
  /** The first place at which another piece may start that follows it. */
  newEnd: number
  weight: number
}

/**
 * Which of the pieces, given in the order of the old text, form the heaviest chain in which each starts behind the one before
 * in the new text too; of equal ones that which stands first in the old text.
 * The longest increasing subsequence of patience diff, weighted, with a Fenwick tree: n log n.
 */
export function heaviestChain(pieces: readonly Piece[]): boolean[] {
  const places = [...new Set(pieces.map(({ newEnd }) => newEnd))].toSorted((left, right) => left - right)
  const sorted = Uint32Array.from(places)
  // Ranks count from 1. tree[r] is the piece that ends the heaviest chain among some of the places up to rank r; -1 is none.
  const tree = new Int32Array(places.length + 1).fill(-1)
  const totals = new Float64Array(pieces.length)
  const before = new Int32Array(pieces.length).fill(-1)
  const totalOf = (piece: number): number => totals[piece] ?? 0
  let last = -1
  for (const [index, { newStart, newEnd, weight }] of pieces.entries()) {
    let best = -1
    for (let node = firstAbove(sorted, newStart); node > 0; node -= node & -node) {
      if (totalOf(tree[node] ?? -1) > totalOf(best)) best = tree[node] ?? -1
    }
    before[index] = best
    totals[index] = totalOf(best) + weight
    for (let node = firstAbove(sorted, newEnd); node < tree.length; node += node & -node) {
      if (totalOf(index) > totalOf(tree[node] ?? -1)) tree[node] = index
    }
    if (totalOf(index) > totalOf(last)) last = index
  }
  const chosen = pieces.map(() => false)
  for (let piece = last; piece >= 0; piece = before[piece] ?? -1) chosen[piece] = true
  return chosen
}
