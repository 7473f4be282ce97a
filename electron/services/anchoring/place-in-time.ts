// Places anchors for as long as the time allows: in the worker, or in its place where there is none. Plain Node.
import { placeAnchors } from './place-anchors.ts'
import type { AnchoringTask, Placement } from './placement.ts'

/** As {@link placeAnchors}; what is not settled after `timeLimit` milliseconds is `undecided`. */
export function placeInTime(task: AnchoringTask, timeLimit: number): Placement[] {
  const end = performance.now() + timeLimit
  return placeAnchors(task, () => performance.now() < end)
}
