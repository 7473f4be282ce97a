// The reader's choices. A change shows at once; where it cannot be kept it holds on this page, and the reader is told.
import { createStore } from 'zustand/vanilla'
import { plainColourLines, plainTypography } from '../../electron/contract/limits.ts'
import type { Settings, SettingsChange } from '../../electron/contract/settings.ts'
import type { Client } from '../api/client.ts'

const defaults: Settings = {
  theme: 'system',
  ...plainTypography,
  highlightColour: 'yellow',
  dismissedHints: [],
  keys: {},
  singleKeys: true,
  colourMeanings: {},
  colourLines: plainColourLines,
}

/** Whether the settings stand open over the page, and which section they were opened at; `null`: at the top. */
export interface SettingsPanelState {
  isOpen: boolean
  section: string | null
}

/** Makes the store of settings. `onFailure` is told of a change that could not be kept. */
export function createSettingsStore(client: Client, onFailure: (failure: unknown) => void) {
  const store = createStore<Settings>(() => defaults)
  const panel = createStore<SettingsPanelState>(() => ({ isOpen: false, section: null }))

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

  /** Sets articles as they were set at first. The theme stays: it is not the letters' affair. */
  const resetTypography = (): Promise<void> => change(plainTypography)

  return {
    store,
    panel,
    load,
    change,
    resetTypography,
    /** Opens the settings over the page, at a section where one is named. */
    open: (section: string | null = null) => panel.setState({ isOpen: true, section }),
    close: () => panel.setState({ isOpen: false }),
  }
}

function withoutAbsent(wish: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
}

/** See {@link createSettingsStore}. */
export type SettingsStore = ReturnType<typeof createSettingsStore>
