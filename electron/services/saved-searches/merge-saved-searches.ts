// Merges saved searches with those of a backup: by id, and the one saved later wins. Runs everywhere.
import { savedSearchLimits } from '../../contract/library-choices.ts'
import type { SavedSearch } from '../../contract/saved-search.ts'

/** The merged searches, or `stored` itself where nothing changes. What is here stays, also where there are too many. */
export function mergeSavedSearches(stored: SavedSearch[], incoming: readonly SavedSearch[]): SavedSearch[] {
  const merged = new Map(stored.map((search) => [search.id, search]))
  let changed = false
  for (const search of incoming) {
    const known = merged.get(search.id)
    if (known ? known.updatedAt >= search.updatedAt : merged.size >= savedSearchLimits.count) continue
    merged.set(search.id, search)
    changed = true
  }
  return changed ? [...merged.values()] : stored
}
