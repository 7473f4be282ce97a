// Finds out where the words of an old text stand in a new one, also those of paragraphs that have been moved. Takes
// time nearly in proportion to the words. Pure; runs in the anchoring worker.
import type { Alignment } from './alignment.ts'
import { createAlignment } from './alignment.ts'
import { fillFreeStretches, matchRun, prolongRun } from './fill-gap.ts'
import type { Run } from './find-unique-runs.ts'
import { findUniqueRuns } from './find-unique-runs.ts'
import { findSameLines } from './find-same-lines.ts'
import type { FoldedText } from './fold-text.ts'
import { heaviestChain } from './heaviest-chain.ts'

/** Answers whether there is time to go on. */
export type MayGoOn = () => boolean

/** So many words in a row, each found once on either side, are no accident. */
const seedLength = 3
/** A piece that has left the order of the others must share so many words to be taken as moved, and not as an accident. */
const leastMoved = 6
/** What was found in one round makes more words unique among those left over; later rounds find hardly anything. */
const rounds = 6
/** Seeds of one piece may lie so many words apart in the old text, and so many may have been put in between them. */
const widestGap = 40
const mostInserted = 12

/** Runs that follow one another in both texts with little between them. */
interface Cluster {
  runs: Run[]
  newStart: number
  /** Behind the start of its last run, because runs may overlap by a word or two. */
  newEnd: number
  weight: number
}

/** Aligns two folded texts; `null` where the time ran out. */
export function alignTexts(
  oldText: FoldedText,
  newText: FoldedText,
  mayGoOn: MayGoOn = () => true,
): Alignment | null {
  const alignment = createAlignment(oldText, newText)
  const { old, renewed } = alignment
  const oldSpan = { from: 0, to: old.words.length }
  const newSpan = { from: 0, to: renewed.words.length }
  for (let round = 0; round < rounds; round += 1) {
    const clusters = clusterRuns(findUniqueRuns(old, oldSpan, renewed, newSpan, seedLength))
    // What has kept the order is aligned in the first round; what is left over afterwards has left it.
    const isInOrder = round === 0 ? heaviestChain(clusters) : []
    const inOrder = clusters.filter((_, index) => isInOrder[index]).flatMap(({ runs }) => runs)
    for (const run of inOrder) matchRun(alignment, run)
    const moved = [
      ...clusters.filter((cluster, index) => isInOrder[index] !== true && isMoved(alignment, cluster)),
      { runs: findSameLines(old, renewed) },
    ].flatMap(({ runs }) => runs)
    for (const run of moved) matchRun(alignment, run)
    const chosen = [...inOrder, ...moved]
    // Before anything else lays claim to them: the words up to the ends of a paragraph that has been moved.
    for (const run of chosen) prolongRun(alignment, run)
    if (!mayGoOn()) return null
    if (round === 0 || chosen.length > 0) fillFreeStretches(alignment, oldSpan, newSpan)
    else break
  }
  return alignment
}

/** Whether enough of a piece that has left the order is left over by those that have kept it. */
function isMoved({ old, renewed }: Alignment, { runs, weight }: Cluster): boolean {
  let free = 0
  for (const { oldStart, newStart, length } of runs) {
    for (let step = 0; step < length; step += 1) {
      free += Number(old.taken[oldStart + step] === 0 && renewed.taken[newStart + step] === 0)
    }
  }
  return free >= leastMoved && free >= weight / 2
}

function clusterRuns(runs: readonly Run[]): Cluster[] {
  const clusters: Cluster[] = []
  let last: Run | undefined
  for (const run of runs) {
    const oldGap = last === undefined ? 0 : run.oldStart - last.oldStart - last.length
    const newGap = last === undefined ? 0 : run.newStart - last.newStart - last.length
    const current = clusters.at(-1)
    if (
      current !== undefined &&
      oldGap <= widestGap &&
      newGap >= -seedLength &&
      newGap <= 2 * Math.max(0, oldGap) + mostInserted
    ) {
      current.runs.push(run)
      current.newEnd = run.newStart + 1
      current.weight += run.length + Math.min(0, oldGap)
    } else {
      clusters.push({
        runs: [run],
        newStart: run.newStart,
        newEnd: run.newStart + 1,
        weight: run.length,
      })
    }
    last = run
  }
  return clusters
}
