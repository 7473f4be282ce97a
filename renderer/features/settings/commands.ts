// The commands of the settings.
import { textSizeBounds } from '../../../electron/contract/limits.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'

const themes = ['system', 'light', 'sepia', 'dark'] as const

const sizeOf = ({ settings }: PageState): number => settings.store.getState().textSize

/** See `Command`. */
export const settingsCommands: readonly Command[] = [
  {
    ...inMenu('settings.open'),
    title: 'command.settings.open',
    group: 'settings',
    when: 'anywhere',
    run: ({ settings }) => settings.open(),
  },
  {
    ...inMenu('settings.paragraphNumbers'),
    title: 'command.settings.paragraphNumbers',
    group: 'settings',
    when: 'anywhere',
    run({ settings }) {
      const { paragraphNumbers } = settings.store.getState()
      void settings.change({ paragraphNumbers: !paragraphNumbers })
    },
  },
  {
    id: 'settings.largerText',
    title: 'command.settings.largerText',
    group: 'settings',
    keys: [],
    when: 'anywhere',
    whyNot: (state) => (sizeOf(state) >= textSizeBounds.largest ? 'command.textAtLimit' : null),
    run: (state) => void state.settings.change({ textSize: sizeOf(state) + 1 }),
    repeats: true,
  },
  {
    id: 'settings.smallerText',
    title: 'command.settings.smallerText',
    group: 'settings',
    keys: [],
    when: 'anywhere',
    whyNot: (state) => (sizeOf(state) <= textSizeBounds.smallest ? 'command.textAtLimit' : null),
    run: (state) => void state.settings.change({ textSize: sizeOf(state) - 1 }),
    repeats: true,
  },
  ...themes.map((theme): Command => ({
    id: `settings.${theme}Theme`,
    title: `command.settings.${theme}Theme`,
    group: 'settings',
    keys: [],
    when: 'anywhere',
    run: ({ settings }) => void settings.change({ theme }),
  })),
]
