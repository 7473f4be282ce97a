// Keeps the reader's settings. Plain Node.
import { isDeepStrictEqual } from 'node:util'
import type { Settings, SettingsChange } from '../../contract/settings.ts'
import { settingsSchema } from '../../contract/settings.ts'
import type { DocumentStore, Publish } from '../ports.ts'

/** The reader's settings. */
export interface SettingsService {
  read(): Settings
  /**
   * Changes the members that are named, leaves the others, and answers the whole as it is on disk. Every page
   * is told. A change that changes nothing writes nothing. Throws what the store throws when it cannot write.
   */
  change(change: SettingsChange): Settings
}

/** Makes the settings service. */
export function createSettingsService(parts: {
  store: DocumentStore<Settings>
  publish: Publish
}): SettingsService {
  const { store, publish } = parts
  return {
    read: () => store.read(),

    change(change) {
      const current = store.read()
      const settings = settingsSchema.parse({ ...current, ...withoutUndefined(change) })
      if (isDeepStrictEqual(settings, current)) return current
      store.replace(settings)
      publish({ type: 'settings-changed', settings })
      return settings
    },
  }
}

/** A member that is there but `undefined` is one left out; spread as it is, it would reset the setting. */
function withoutUndefined(change: SettingsChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
