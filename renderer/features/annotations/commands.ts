// The commands of highlights and notes.
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { MessageId } from '../../messages/message-id.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import type { PageState } from '../../state/page-state.ts'
import { pressButton } from '../../ui/press-button.ts'
import type { Command } from '../commands/command.ts'
import { beginArticleNote, beginMemo } from './begin-note.ts'
import { highlightSelection, writeNoteOnSelection } from './highlight-selection.ts'

const whyNoSelection = ({ selections }: PageState): MessageId | null =>
  selections.store.getState().words ? null : 'command.noSelection'

/** The annotation whose card stands open. */
function openEntry({ annotations }: PageState): AnnotationEntry | undefined {
  const { selectedId } = annotations.store.getState()
  return selectedId === null ? undefined : annotations.find(selectedId)
}

/** See `Command`. */
export const annotationCommands: readonly Command[] = [
  {
    id: 'highlight.last',
    title: 'command.highlight.last',
    group: 'highlights',
    keys: ['H'],
    when: 'selection',
    whyNot: whyNoSelection,
    run: (state) => void highlightSelection(state),
  },
  ...highlightColours.map((colour, index): Command => ({
    id: `highlight.${colour}`,
    title: `command.highlight.${colour}`,
    group: 'highlights',
    keys: [`${index + 1}`],
    when: 'selection',
    whyNot: whyNoSelection,
    run: (state) => void highlightSelection(state, colour),
  })),
  {
    id: 'highlight.underline',
    title: 'command.highlight.underline',
    group: 'highlights',
    keys: ['U'],
    when: 'selection',
    whyNot: whyNoSelection,
    run: (state) => void highlightSelection(state, undefined, 'underline'),
  },
  {
    id: 'highlight.note',
    title: 'command.highlight.note',
    group: 'highlights',
    keys: ['N'],
    when: 'selection',
    whyNot: whyNoSelection,
    run: writeNoteOnSelection,
  },
  {
    id: 'highlight.copy',
    title: 'command.highlight.copy',
    group: 'highlights',
    keys: ['C'],
    when: 'selection',
    whyNot: whyNoSelection,
    run: () => pressButton('highlight.copy'),
  },
  {
    id: 'highlight.ends',
    title: 'command.highlight.ends',
    group: 'highlights',
    keys: [],
    when: 'outside text fields',
    whyNot: (state) => (openEntry(state)?.contentHash ? null : 'command.noOpenHighlight'),
    run: () => pressButton('highlight.ends'),
  },
  {
    id: 'highlight.delete',
    title: 'command.highlight.delete',
    group: 'highlights',
    keys: [],
    when: 'outside text fields',
    whyNot: (state) => (openEntry(state) ? null : 'command.noOpenHighlight'),
    run(state) {
      const entry = openEntry(state)
      if (entry) void state.annotations.remove(entry.id)
    },
  },
  {
    id: 'highlight.toolbar',
    title: 'command.highlight.toolbar',
    group: 'highlights',
    keys: ['Alt+F10'],
    when: 'selection',
    whyNot: whyNoSelection,
    run: () => document.querySelector<HTMLElement>('.selection-toolbar button')?.focus(),
  },
  {
    id: 'highlight.undo',
    title: 'command.highlight.undo',
    group: 'highlights',
    keys: ['Mod+Z'],
    when: 'outside text fields',
    run: ({ annotations }) => void annotations.undo(),
    repeats: true,
  },
  {
    id: 'highlight.redo',
    title: 'command.highlight.redo',
    group: 'highlights',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: 'outside text fields',
    whyNot: ({ annotations }) => (annotations.changes.getState().canRedo ? null : 'command.nothingToRedo'),
    run: ({ annotations }) => void annotations.redo(),
    repeats: true,
  },
  {
    id: 'notes.article',
    title: 'command.notes.article',
    group: 'highlights',
    keys: ['Shift+N'],
    when: 'outside text fields',
    whyNot: ({ workspace }) => (workspace.store.getState().panes.length > 0 ? null : 'command.noPane'),
    run: (state) => beginArticleNote(state),
  },
  {
    id: 'notes.memo',
    title: 'command.notes.memo',
    group: 'highlights',
    keys: ['Shift+M'],
    when: 'outside text fields',
    run: beginMemo,
  },
]
