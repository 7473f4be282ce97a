// The commands of the reader's data.
import type { MessageId } from '../../messages/message-id.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'

const whyNoBackup = ({ backup }: PageState): MessageId | null =>
  backup.store.getState().backingUp === null ? null : 'command.backingUp'

/** See `Command`. */
export const dataCommands: readonly Command[] = [
  {
    id: 'data.backUp',
    title: 'command.data.backUp',
    group: 'data',
    keys: [],
    when: 'anywhere',
    whyNot: whyNoBackup,
    run: ({ backup }) => void backup.backUp(),
  },
  {
    ...inMenu('data.restore'),
    title: 'command.data.restore',
    group: 'data',
    when: 'anywhere',
    run: ({ backup }) => backup.beginRestore(),
  },
  {
    ...inMenu('data.trash'),
    title: 'command.data.trash',
    group: 'data',
    when: 'anywhere',
    run: ({ trash }) => void trash.show(),
  },
]
