// Saved searches: kept, told, bounded, and merged with a backup.
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import { savedSearchLimits } from '../../../../electron/contract/library-choices.ts'
import { libraryFilterSchema } from '../../../../electron/contract/library-listing.ts'
import type { SavedSearch } from '../../../../electron/contract/saved-search.ts'
import { savedSearchDraftSchema } from '../../../../electron/contract/saved-search.ts'
import { createSavedSearchService } from '../../../../electron/services/saved-searches/create-saved-search-service.ts'
import { mergeSavedSearches } from '../../../../electron/services/saved-searches/merge-saved-searches.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

const filter = libraryFilterSchema.parse({ tags: ['china'], reading: 'unread' })
const idOf = (number: number) => `7f000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const draft = (number: number, name: string) => ({ id: idOf(number), name, query: 'treaty -taiwan', filter })
const kept = (number: number, name: string, updatedAt: number): SavedSearch => ({
  ...draft(number, name),
  updatedAt,
})

function open() {
  const stores = createInMemoryStores()
  const events: BookwheelEvent[] = []
  let time = 0
  const service = createSavedSearchService({
    store: stores.searches,
    publish: (event) => events.push(event),
    clock: () => ++time,
  })
  return { service, stores, events }
}

describe('the saved searches', () => {
  it('are kept with query and filter, changed by id, and removed', () => {
    const { service, events } = open()
    service.save(draft(1, 'Treaties'))
    service.save(draft(2, 'Lanterns'))
    expect(service.save(draft(1, 'All treaties'))).toEqual(kept(1, 'All treaties', 3))
    expect(service.list()).toEqual([kept(2, 'Lanterns', 2), kept(1, 'All treaties', 3)])
    service.delete(idOf(2))
    service.delete(idOf(2))
    expect(service.list()).toEqual([kept(1, 'All treaties', 3)])
    expect(events).toHaveLength(4)
    expect(events.at(-1)).toEqual({ type: 'saved-searches-changed', searches: service.list() })
  })

  it('change nothing when the same is saved once more', () => {
    const { service, stores, events } = open()
    const first = service.save(draft(1, 'Treaties'))
    const held = stores.searches.read()
    expect(service.save(draft(1, 'Treaties'))).toEqual(first)
    expect(stores.searches.read()).toBe(held)
    expect(events).toHaveLength(1)
  })

  it('are bounded; those that are there can still be changed', () => {
    const { service, stores } = open()
    const all = Array.from({ length: savedSearchLimits.count }, (_, at) => kept(at, `Search ${at}`, 1))
    stores.searches.replace(all)
    const tooMany = new Failure({ code: 'too-many-searches', limit: savedSearchLimits.count })
    expect(() => service.save(draft(9999, 'One more'))).toThrow(tooMany)
    expect(service.save(draft(3, 'Another name')).name).toBe('Another name')
  })

  it.each([{ name: ' ' }, { name: 'a'.repeat(101) }, { id: 'treaty' }, { query: 'a'.repeat(1001) }])(
    'refuse %j',
    (change) => {
      expect(savedSearchDraftSchema.safeParse({ ...draft(1, 'Treaties'), ...change }).success).toBe(false)
    },
  )
})

describe('mergeSavedSearches', () => {
  it('takes the one saved later of each id, and a second time changes nothing', () => {
    const stored = [kept(1, 'Mine', 10), kept(2, 'Old', 10)]
    const incoming = [kept(1, 'Theirs', 5), kept(2, 'New', 20), kept(3, 'Third', 1)]
    const merged = mergeSavedSearches(stored, incoming)
    expect(merged).toEqual([kept(1, 'Mine', 10), kept(2, 'New', 20), kept(3, 'Third', 1)])
    expect(mergeSavedSearches(merged, incoming)).toBe(merged)
  })

  it('keeps all that is here where there is no room for more', () => {
    const full = Array.from({ length: savedSearchLimits.count }, (_, at) => kept(at, `Search ${at}`, 1))
    expect(mergeSavedSearches(full, [kept(9999, 'More', 50)])).toBe(full)
    expect(mergeSavedSearches(full, [kept(3, 'Newer', 50)]).find(({ id }) => id === idOf(3))?.name).toBe(
      'Newer',
    )
  })
})
