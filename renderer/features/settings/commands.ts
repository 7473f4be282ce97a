// The commands of the settings.
import { leadingBounds, measures, readingFaces, textSizeBounds } from '../../../electron/contract/limits.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'

const themes = ['system', 'light', 'sepia', 'dark'] as const

const sizeOf = ({ settings }: PageState): number => settings.store.getState().textSize

const leadingOf = ({ settings }: PageState): number => settings.store.getState().leading

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
  ...([1, -1] as const).map((way): Command => ({
    id: way === 1 ? 'settings.widerLines' : 'settings.closerLines',
    title: way === 1 ? 'command.settings.widerLines' : 'command.settings.closerLines',
    group: 'settings',
    keys: [],
    when: 'anywhere',
    whyNot(state) {
      const next = leadingOf(state) + way * leadingBounds.step
      return next < leadingBounds.smallest || next > leadingBounds.largest ? 'command.linesAtLimit' : null
    },
    run: (state) => void state.settings.change({ leading: leadingOf(state) + way * leadingBounds.step }),
    repeats: true,
  })),
  ...readingFaces.map((face): Command => ({
    id: `settings.face${readingFaces.indexOf(face) + 1}`,
    title: `command.settings.face.${face}`,
    group: 'settings',
    keys: [],
    when: 'anywhere',
    run: ({ settings }) => void settings.change({ face }),
  })),
  ...measures.map((measure): Command => ({
    id: `settings.${measure}Measure`,
    title: `command.settings.measure.${measure}`,
    group: 'settings',
    keys: [],
    when: 'anywhere',
    run: ({ settings }) => void settings.change({ measure }),
  })),
  {
    id: 'settings.resetText',
    title: 'command.settings.resetText',
    group: 'settings',
    keys: [],
    when: 'anywhere',
    run: ({ settings }) => void settings.resetTypography(),
  },
  {
    id: 'settings.colours',
    title: 'command.settings.colours',
    group: 'settings',
    keys: [],
    when: 'anywhere',
    run: ({ settings }) => settings.open('colours'),
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
