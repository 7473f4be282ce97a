// The commands that show all commands.
import type { Command } from './command.ts'
import { inMenu } from './command.ts'

/** See `Command`. */
export const helpCommands: readonly Command[] = [
  {
    ...inMenu('commands.palette'),
    title: 'command.commands.palette',
    group: 'help',
    when: 'anywhere',
    run: ({ overlays }) => overlays.show('palette'),
  },
  {
    ...inMenu('commands.keys'),
    title: 'command.commands.keys',
    group: 'help',
    when: 'anywhere',
    run: ({ overlays }) => overlays.show('keys'),
  },
  {
    id: 'commands.choose',
    title: 'command.commands.choose',
    group: 'help',
    keys: [],
    when: 'anywhere',
    run: ({ overlays }) => overlays.show('choice of keys'),
  },
]
