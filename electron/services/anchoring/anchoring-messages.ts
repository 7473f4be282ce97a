// What the anchoring worker and its owner say to each other. Types only; both sides import them.
import type { AnchoringTask, Placement } from './placement.ts'

/** A task under a number, which its answer carries as well, and the milliseconds that it may take. */
export interface AnchoringRequest {
  id: number
  task: AnchoringTask
  timeLimit: number
}

/** The answer to the request of the same number. Errors do not cross threads whole, so they cross as text for the log. */
export type AnchoringReply =
  | { id: number; kind: 'placed'; placements: Placement[] }
  | { id: number; kind: 'broken'; message: string; stack: string | null }
