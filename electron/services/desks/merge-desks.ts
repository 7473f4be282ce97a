// Brings the saved desks of a backup together with those that are there. Pure, runs everywhere.
import type { SavedDesk } from '../../contract/desk.ts'
import { deskLimit } from '../../contract/limits.ts'

/**
 * Merges by id: of two states of one desk the later stays, so that nothing newer is overwritten and nothing doubled.
 * What is here comes first where there are more than can be kept. Answers `stored` itself where nothing changes.
 */
export function mergeDesks(stored: SavedDesk[], incoming: readonly SavedDesk[]): SavedDesk[] {
  const merged = new Map(stored.map((desk) => [desk.id, desk]))
  let changed = false
  for (const desk of incoming) {
    const held = merged.get(desk.id)
    if (held ? held.updatedAt >= desk.updatedAt : merged.size >= deskLimit) continue
    merged.set(desk.id, desk)
    changed = true
  }
  return changed ? [...merged.values()] : stored
}
