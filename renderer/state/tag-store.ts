// The tags that the reader has used, for fields that suggest them.
import { createStore } from 'zustand/vanilla'
import type { TagCount } from '../../electron/contract/notebook.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'

/** Makes the store of tags. It is read when a field asks for it, and again after a change. */
export function createTagStore(client: Client) {
  const store = createStore<{ tags: readonly TagCount[] }>(() => ({ tags: [] }))
  let isFresh = false

  async function load(): Promise<void> {
    if (isFresh) return
    isFresh = true
    try {
      store.setState({ tags: await client.listTags({}) })
    } catch (failure) {
      // Tags can be written without suggestions; the next field asks again.
      errorOf(failure)
      isFresh = false
    }
  }

  /** Annotations have changed: whoever asks next reads them again. */
  function forget(): void {
    isFresh = false
  }

  return { store, load, forget }
}

/** See {@link createTagStore}. */
export type TagStore = ReturnType<typeof createTagStore>
