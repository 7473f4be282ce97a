// What a command is. A feature adds one in the `commands.ts` of its own folder, and `all-commands.ts` joins them; keys,
// tooltips, palette, sheet, settings and menus follow from that. Such a file imports stores and plain functions, never
// a part that is drawn: parts ask for the keys of commands, and the two would import each other in a circle.
import type { KeyChord, MenuCommandId } from '../../../electron/contract/commands.ts'
import { menuCommands } from '../../../electron/contract/commands.ts'
import type { MessageId } from '../../messages/message-id.ts'
import type { MessageValues } from '../../messages/use-translate.ts'
import type { PageState } from '../../state/page-state.ts'

/** The headings under which commands are listed, in their order. */
export const commandGroups = [
  'search',
  'desk',
  'reading',
  'highlights',
  'notebook',
  'settings',
  'data',
  'help',
] as const
/** See {@link commandGroups}. */
export type CommandGroup = (typeof commandGroups)[number]

/**
 * Where the keys of a command act: everywhere, outside text fields, while words are selected in an article, or while
 * the focus lies in an article. A key that writes a character never acts in a text field, whatever this says; no
 * command acts under a dialog that waits for an answer.
 */
export type CommandPlace = 'anywhere' | 'outside text fields' | 'selection' | 'article'

/** A command. */
export interface Command {
  /** Its feature, a dot, and what it does: `search.nextMatch`. It stays for good, since chosen keys are kept under it. */
  id: string
  /** Its name wherever it is listed: what it does, in the imperative. */
  title: MessageId
  /** What the title names in braces. */
  values?: MessageValues
  group: CommandGroup
  /** The keys it has until the reader chooses others. At least one that a browser lets a page have. */
  keys: readonly KeyChord[]
  when: CommandPlace
  /** Why it can do nothing now, or `null` where it can. */
  whyNot?: (state: PageState) => MessageId | null
  run: (state: PageState) => void
  /** Whether it is done again and again while its key is held down. */
  repeats?: boolean
}

/** Id and keys of a command that native menus offer too. */
export function inMenu(id: MenuCommandId): Pick<Command, 'id' | 'keys'> {
  const { keys } = menuCommands.find((command) => command.id === id) ?? { keys: [] }
  return { id, keys }
}
