// The reader's choices. A change shows at once; where it cannot be kept it holds on this page, and the reader is told.
import { createStore } from 'zustand/vanilla'
import type { Settings, SettingsChange } from '../../electron/contract/settings.ts'
import type { Client } from '../api/client.ts'

const defaults: Settings = { theme: 'system', textSize: 18, highlightColour: 'yellow', dismissedHints: [] }

/** Makes the store of settings. `onFailure` is told of a change that could not be kept. */
export function createSettingsStore(client: Client, onFailure: (failure: unknown) => void) {
  const store = createStore<Settings>(() => defaults)

  async function load(): Promise<void> {
    store.setState(await client.readSettings({}))
  }

  async function change(wish: SettingsChange): Promise<void> {
    store.setState(withoutAbsent(wish))
    try {
      await client.changeSettings(wish)
    } catch (failure) {
      // The choice still holds on this page; the reader is told that it will not be there next time.
      onFailure(failure)
    }
  }

  return { store, load, change }
}

function withoutAbsent(wish: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
}

/** See {@link createSettingsStore}. */
export type SettingsStore = ReturnType<typeof createSettingsStore>
