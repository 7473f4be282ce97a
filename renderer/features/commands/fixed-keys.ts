// Keys that belong to a part of the page and not to a command: they cannot be chosen, and the sheet lists them.
import type { MessageId } from '../../messages/message-id.ts'
import { isMac } from '../../ui/is-mac.ts'

const onMac = (mac: readonly string[], others: readonly string[]): readonly string[] => (isMac ? mac : others)

/** Keys under one heading; the later of several keys do the same in another direction or a wider step. */
export interface FixedKeys {
  title: MessageId
  rows: readonly { keys: readonly string[]; what: MessageId }[]
}

/** All of them. */
export const fixedKeys: readonly FixedKeys[] = [
  {
    title: 'keys.field',
    rows: [
      { keys: ['Enter'], what: 'keys.field.open' },
      { keys: ['Mod+Enter'], what: 'keys.field.beside' },
      { keys: ['ArrowDown'], what: 'keys.field.list' },
      { keys: ['Escape'], what: 'keys.field.clear' },
    ],
  },
  {
    title: 'keys.lists',
    rows: [
      { keys: ['ArrowUp', 'ArrowDown'], what: 'keys.lists.row' },
      { keys: ['Home', 'End'], what: 'keys.lists.ends' },
      { keys: ['A'], what: 'keys.lists.letters' },
    ],
  },
  {
    title: 'keys.caret',
    rows: [
      { keys: ['ArrowLeft', 'ArrowRight'], what: 'keys.caret.character' },
      {
        keys: onMac(['Alt+ArrowLeft', 'Alt+ArrowRight'], ['Mod+ArrowLeft', 'Mod+ArrowRight']),
        what: 'keys.caret.word',
      },
      { keys: ['ArrowUp', 'ArrowDown'], what: 'keys.caret.line' },
      { keys: onMac(['Mod+ArrowLeft', 'Mod+ArrowRight'], ['Home', 'End']), what: 'keys.caret.lineEdge' },
      {
        keys: onMac(['Mod+Alt+ArrowUp', 'Mod+Alt+ArrowDown'], ['Alt+ArrowUp', 'Alt+ArrowDown']),
        what: 'keys.caret.sentence',
      },
      {
        keys: onMac(['Alt+ArrowUp', 'Alt+ArrowDown'], ['Mod+ArrowUp', 'Mod+ArrowDown']),
        what: 'keys.caret.paragraph',
      },
      { keys: onMac(['Mod+ArrowUp', 'Mod+ArrowDown'], ['Mod+Home', 'Mod+End']), what: 'keys.caret.article' },
      { keys: ['Shift+ArrowRight'], what: 'keys.caret.select' },
      { keys: ['Enter'], what: 'keys.caret.highlights' },
    ],
  },
  {
    title: 'keys.note',
    rows: [{ keys: ['Mod+Enter', 'Escape'], what: 'keys.note.done' }],
  },
]
