// The commands of the notebook.
import { flushSync } from 'react-dom'
import { notebookScopes } from '../../../electron/contract/notebook.ts'
import type { NotebookView } from '../../../electron/contract/settings.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from '../commands/command.ts'

function show({ workspace }: PageState, scope: NotebookView['scope']): void {
  flushSync(() => {
    workspace.showNotebook()
    workspace.changeNotebook({ scope })
  })
  document.querySelector<HTMLElement>('.notebook')?.focus()
}

const scopeCommands = notebookScopes.map((scope): Command => ({
  id: `notebook.${scope}`,
  title: `command.notebook.${scope}` as const,
  group: 'notebook',
  keys: [],
  when: 'anywhere',
  run: (state) => show(state, scope),
}))

/** See `Command`. */
export const notebookCommands: readonly Command[] = [
  ...scopeCommands,
  {
    id: 'notebook.choose',
    title: 'command.notebook.choose',
    group: 'notebook',
    keys: [],
    when: 'anywhere',
    run({ selection, workspace }) {
      workspace.showNotebook()
      selection.start()
    },
  },
]
