// The commands of the notebook.
import { flushSync } from 'react-dom'
import type { NotebookGrouping } from '../../../electron/contract/notebook.ts'
import { notebookGroupings, notebookScopes } from '../../../electron/contract/notebook.ts'
import type { NotebookView } from '../../../electron/contract/settings.ts'
import type { MessageId } from '../../messages/message-id.ts'
import { isFiltered, questionForProgram } from '../../state/notebook-question.ts'
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

const exportCommand = (id: 'copy' | 'save'): Command => ({
  id: `notebook.${id}`,
  title: `command.notebook.${id}`,
  group: 'notebook',
  keys: [],
  when: 'anywhere',
  whyNot: whyNothingShown,
  run: ({ notebookExport }) => notebookExport.ask(id),
})

/** What the page itself knows of; where it has not been told yet, the reading finds out. */
function whyNothingShown({ annotations, notebook, workspace }: PageState): MessageId | null {
  const desk = workspace.store.getState()
  if (questionForProgram(desk) !== null)
    return notebook.store.getState().counts?.found === 0 ? 'command.noNotes' : null
  const articleId = desk.panes[desk.focusedPane]?.articleId ?? ''
  return annotations.store.getState().byArticle[articleId]?.length ? null : 'command.noNotes'
}

const groupingCommand = (grouping: NotebookGrouping): Command => ({
  id: `notebook.by${grouping.charAt(0).toUpperCase()}${grouping.slice(1)}`,
  title: `command.notebook.by.${grouping}`,
  group: 'notebook',
  keys: [],
  when: 'anywhere',
  whyNot: ({ workspace }) =>
    workspace.store.getState().notebook.scope === 'article' ? 'command.oneArticle' : null,
  run({ workspace }) {
    workspace.showNotebook()
    workspace.changeNotebook({ grouping })
  },
})

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
  ...notebookGroupings.map(groupingCommand),
  {
    id: 'notebook.clearFilter',
    title: 'command.notebook.clearFilter',
    group: 'notebook',
    keys: [],
    when: 'anywhere',
    whyNot: ({ workspace }) => (isFiltered(workspace.store.getState().notebook) ? null : 'command.noFilter'),
    run: ({ workspace }) => workspace.changeNotebook({ text: '', colours: [], notes: 'any', tag: null }),
  },
  exportCommand('copy'),
  exportCommand('save'),
]
