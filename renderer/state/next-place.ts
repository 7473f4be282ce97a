// Which place comes next, when the reader steps through those that were found. Pure, in the page.
import type { TextRange } from '../../electron/contract/text-range.ts'

/**
 * Index of the place to go to: the next or the one before, round at the ends. Without a current place it is the first
 * one at or after what is in view (`topOffset`, UTF-16), or the last one before it; `null` where there is none.
 */
export function nextPlace(
  places: readonly TextRange[],
  from: { current: number | null; topOffset: number },
  direction: 1 | -1,
): number | null {
  if (places.length === 0) return null
  if (from.current !== null) return (from.current + direction + places.length) % places.length
  const following = places.findIndex((place) => place.start >= from.topOffset)
  if (direction === 1) return following < 0 ? 0 : following
  return following <= 0 ? places.length - 1 : following - 1
}
