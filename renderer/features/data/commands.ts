// The commands of the reader's data.
import type { MessageId } from '../../messages/message-id.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'

const whyNoBackup = ({ backup }: PageState): MessageId | null =>
  backup.store.getState().backingUp === null ? null : 'command.backingUp'

async function copyFolder({ status, toasts }: PageState): Promise<void> {
  const path = status.store.getState().status?.dataFolder
  if (path === undefined) return
  try {
    await navigator.clipboard.writeText(path)
    toasts.show({ message: 'toast.pathCopied', values: { path } })
  } catch (cause) {
    // The browser refuses where the page lacks the focus or the permission.
    if (!(cause instanceof DOMException)) throw cause
    toasts.show({ message: 'toast.pathNotCopied' })
  }
}

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
  {
    id: 'data.showFolder',
    title: 'command.data.showFolder',
    group: 'data',
    keys: [],
    when: 'anywhere',
    whyNot: ({ status }) =>
      status.store.getState().status?.shell === 'desktop' ? null : 'command.onlyOnDesktop',
    run: ({ showDataFolder }) => void showDataFolder(),
  },
  {
    id: 'data.copyFolder',
    title: 'command.data.copyFolder',
    group: 'data',
    keys: [],
    when: 'anywhere',
    run: (state) => void copyFolder(state),
  },
]
