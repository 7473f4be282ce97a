// What the program is made of, asked for when somebody looks.
import { createStore } from 'zustand/vanilla'
import type { About } from '../../electron/contract/about.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { PageError } from '../api/transport.ts'

/** Both are `null` until the program has answered. */
export interface AboutState {
  about: About | null
  error: PageError | null
}

/** Makes the store. */
export function createAboutStore(client: Client) {
  const store = createStore<AboutState>(() => ({ about: null, error: null }))
  return {
    store,
    /** Asks the program, unless it has answered before. */
    async load(): Promise<void> {
      if (store.getState().about !== null) return
      try {
        store.setState({ about: await client.readAbout({}), error: null })
      } catch (failure) {
        store.setState({ error: errorOf(failure) })
      }
    },
  }
}

/** See {@link createAboutStore}. */
export type AboutStore = ReturnType<typeof createAboutStore>
