// Keeps searches under names. Runs everywhere.
import { Failure } from '../../contract/errors.ts'
import { savedSearchLimits } from '../../contract/library-choices.ts'
import type { SavedSearch, SavedSearchDraft } from '../../contract/saved-search.ts'
import type { Clock, DocumentStore, Publish } from '../ports.ts'

/** The saved searches. Each change is told to every page; each throws what the store throws. */
export interface SavedSearchService {
  list(): SavedSearch[]
  /** Keeps a search, or changes the one of that id. Throws `too-many-searches`. */
  save(draft: SavedSearchDraft): SavedSearch
  /** Removes one; one that has gone already is passed over. */
  delete(id: string): void
}

/** Makes the service. */
export function createSavedSearchService(parts: {
  store: DocumentStore<SavedSearch[]>
  publish: Publish
  clock: Clock
}): SavedSearchService {
  const { store, publish, clock } = parts

  function replace(searches: SavedSearch[]): void {
    store.replace(searches)
    publish({ type: 'saved-searches-changed', searches })
  }

  return {
    list: () => store.read(),
    save(draft) {
      const all = store.read()
      const known = all.find(({ id }) => id === draft.id)
      if (known && isSame({ ...draft, updatedAt: known.updatedAt }, known)) return known
      const limit = savedSearchLimits.count
      if (!known && all.length >= limit) throw new Failure({ code: 'too-many-searches', limit })
      const saved = { ...draft, updatedAt: clock() }
      replace([...all.filter((other) => other !== known), saved])
      return saved
    },
    delete(id) {
      const all = store.read()
      const left = all.filter((search) => search.id !== id)
      if (left.length < all.length) replace(left)
    },
  }
}

/** Both have passed the same schema, which leaves their members in one order. */
function isSame(left: SavedSearch, right: SavedSearch): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
