// What is asked about an anchor and what is answered. Types and their one threshold; runs everywhere.

/** What of an anchor is needed to find it again; after the selectors of `contract/annotation.ts`. UTF-16 offsets. */
export interface Quotation {
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** A place found: UTF-16 offsets into the new text, never inside a surrogate pair; `score` from 0 to 1. */
export interface FoundPlace {
  start: number
  end: number
  score: number
}

/** From this score on the words stand there as they were, or nearly so; below, the reader is told. */
export const exactScore = 0.9

/**
 * Where an anchor hangs in the new text. `moved` is a place of which the reader should be told; `unanchored` says that
 * the words are gone or that no place is surely theirs; `undecided` that the time did not suffice to say.
 */
export type Placement =
  | ({ kind: 'exact' } & FoundPlace)
  | ({ kind: 'moved' } & FoundPlace)
  | { kind: 'unanchored' }
  | { kind: 'undecided' }

/** Anchors that were made on one edition of a text, to be found in another. */
export interface AnchoringTask {
  /** The text on which the anchors were made; `null` where it has not been kept. */
  oldText: string | null
  newText: string
  anchors: readonly Quotation[]
}
