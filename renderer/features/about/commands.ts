// The command that tells of the program itself.
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'

/** See `Command`. */
export const aboutCommands: readonly Command[] = [
  {
    ...inMenu('about.show'),
    title: 'command.about.show',
    group: 'help',
    when: 'anywhere',
    run: ({ settings }) => settings.open('about'),
  },
]
