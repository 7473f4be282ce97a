// What a find in one article tells. Runs everywhere.
import type { TextRange } from './text-range.ts'

/** The places of an article where something stands, in text order, none overlapping another. */
export interface FoundPlaces {
  places: TextRange[]
  /** Whether there are more than are told (see `findLimit`). */
  more: boolean
}
