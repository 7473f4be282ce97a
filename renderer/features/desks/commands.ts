// The commands of saved desks.
import type { Command } from '../commands/command.ts'

/** See `Command`. */
export const savedDeskCommands: readonly Command[] = [
  {
    id: 'desks.open',
    title: 'command.desks.open',
    group: 'desk',
    keys: ['Alt+Shift+D'],
    when: 'anywhere',
    run: ({ desks }) => desks.show(true),
  },
]
