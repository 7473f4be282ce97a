// Keys that belong to a part of the page and not to a command: they cannot be chosen, and the sheet lists them.
import type { MessageId } from '../../messages/message-id.ts'

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
    title: 'keys.note',
    rows: [{ keys: ['Mod+Enter', 'Escape'], what: 'keys.note.done' }],
  },
]
