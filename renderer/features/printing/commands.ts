// The command of printing.
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'

/** See `Command`. */
export const printingCommands: readonly Command[] = [
  {
    ...inMenu('print.article'),
    title: 'command.print.article',
    group: 'reading',
    when: 'anywhere',
    whyNot: ({ workspace }) => (workspace.store.getState().panes.length === 0 ? 'command.noPane' : null),
    run: ({ printing }) => printing.ask(),
  },
]
