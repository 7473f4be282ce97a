// The saved searches: kept, run, renamed, and deleted with a way back.
import { createStore } from 'zustand/vanilla'
import { savedSearchLimits } from '../../electron/contract/library-choices.ts'
import type { LibraryFilter } from '../../electron/contract/library-listing.ts'
import type { SavedSearch } from '../../electron/contract/saved-search.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { ToastStore } from './toast-store.ts'

/** What is asked now, and how it is put in force again. */
export interface SearchDesk {
  current(): { query: string; filter: LibraryFilter }
  run(query: string, filter: LibraryFilter): void
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** A name cut to what is kept; the empty one is none. */
function tidyName(name: string): string {
  return name.trim().slice(0, savedSearchLimits.name).trim()
}

function compareNames(left: SavedSearch, right: SavedSearch): number {
  return collator.compare(left.name, right.name)
}

/** Makes the store. */
export function createSavedSearchStore(parts: { client: Client; toasts: ToastStore; desk: SearchDesk }) {
  const { client, toasts, desk } = parts
  const store = createStore<{ searches: readonly SavedSearch[] }>(() => ({ searches: [] }))

  function receive(searches: readonly SavedSearch[]): void {
    store.setState({ searches: searches.toSorted(compareNames) })
  }

  async function load(): Promise<void> {
    receive(await client.listSavedSearches({}))
  }

  /** Runs a change and takes up what is there then; answers whether it was done, and tells where not. */
  async function change(request: () => Promise<unknown>): Promise<boolean> {
    try {
      await request()
      await load()
      return true
    } catch (failure) {
      toasts.show({ message: 'toast.searchNotSaved', error: errorOf(failure) })
      return false
    }
  }

  return {
    store,
    load,
    receive,
    /** Saves what is asked now under a name; answers whether it is kept. */
    async save(name: string): Promise<boolean> {
      const tidy = tidyName(name)
      if (tidy === '') return false
      return change(() => client.saveSearch({ id: crypto.randomUUID(), name: tidy, ...desk.current() }))
    },
    async rename({ updatedAt: _updatedAt, ...search }: SavedSearch, name: string): Promise<boolean> {
      const tidy = tidyName(name)
      if (tidy === '') return false
      return change(() => client.saveSearch({ ...search, name: tidy }))
    },
    async delete({ updatedAt: _updatedAt, ...search }: SavedSearch): Promise<void> {
      if (!(await change(() => client.deleteSavedSearch({ id: search.id })))) return
      const bringBack = (): void => void change(() => client.saveSearch(search))
      toasts.show({ message: 'toast.searchDeleted', action: { label: 'action.undo', run: bringBack } })
    },
    run: ({ query, filter }: SavedSearch): void => desk.run(query, filter),
  }
}

/** See {@link createSavedSearchStore}. */
export type SavedSearchStore = ReturnType<typeof createSavedSearchStore>
