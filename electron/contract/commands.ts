// Keys and commands as both sides know them: how keys are written, and the page's commands that a native menu offers
// too. Runs everywhere.
import { z } from 'zod'

/**
 * Keys pressed together, as in `Mod+Shift+F`: modifiers in the order Mod, Ctrl, Alt, Shift, then one key by its name
 * in `KeyboardEvent.key`, letters in capitals. `Mod` is Cmd on a Mac and Ctrl elsewhere; `Ctrl` is the Mac's own.
 */
export const keyChordSchema = z
  .string()
  .max(40)
  .regex(/^(Mod\+)?(Ctrl\+)?(Alt\+)?(Shift\+)?(\S|[A-Z]\w+)$/u)
/** See {@link keyChordSchema}. */
export type KeyChord = z.infer<typeof keyChordSchema>

/** Name of a command: its feature, a dot, and what it does. */
export const commandIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-z]+\.[a-zA-Z0-9]+$/)

/** The keys that a reader has chosen, by the id of their command; an empty list leaves the command without any. */
export const chosenKeysSchema = z.record(commandIdSchema, z.array(keyChordSchema).max(4))
/** See {@link chosenKeysSchema}. */
export type ChosenKeys = z.infer<typeof chosenKeysSchema>

/** A command of the page that the desktop's menu offers. The page's registry takes `id` and `keys` from here. */
export interface MenuCommand {
  id: string
  /** In which menu it stands. */
  menu: 'file' | 'edit' | 'view' | 'help'
  /** What the menu calls it; the page says the same. */
  title: string
  /** The keys it has until the reader chooses others; the menu shows the first that holds more than a letter. */
  keys: readonly KeyChord[]
}

/** Every command that stands in a native menu, in its order there. */
export const menuCommands = [
  { id: 'print.article', menu: 'file', title: 'Print the article…', keys: ['Mod+P'] },
  { id: 'data.restore', menu: 'file', title: 'Restore from a backup…', keys: [] },
  { id: 'data.trash', menu: 'file', title: 'Trash', keys: [] },
  { id: 'search.library', menu: 'edit', title: 'Search the library', keys: ['Mod+Shift+F', '/'] },
  { id: 'search.nextMatch', menu: 'edit', title: 'Next match', keys: ['F3', 'Mod+G'] },
  { id: 'search.previousMatch', menu: 'edit', title: 'Previous match', keys: ['Shift+F3', 'Mod+Shift+G'] },
  { id: 'commands.palette', menu: 'view', title: 'All commands', keys: ['Mod+Shift+P', 'Mod+K'] },
  { id: 'desk.library', menu: 'view', title: 'Show or hide the library', keys: ['Alt+Shift+L'] },
  { id: 'desk.notebook', menu: 'view', title: 'Show or hide the notebook', keys: ['Alt+Shift+N'] },
  {
    id: 'settings.paragraphNumbers',
    menu: 'view',
    title: 'Show or hide paragraph numbers',
    keys: ['Alt+Shift+P'],
  },
  { id: 'desk.nextPane', menu: 'view', title: 'Next pane', keys: ['Alt+PageDown'] },
  { id: 'desk.previousPane', menu: 'view', title: 'Previous pane', keys: ['Alt+PageUp'] },
  { id: 'desk.closePane', menu: 'view', title: 'Close the pane', keys: ['Alt+Shift+W'] },
  { id: 'settings.open', menu: 'view', title: 'Settings', keys: ['Mod+,'] },
  { id: 'commands.keys', menu: 'help', title: 'All keys', keys: ['Mod+/', '?'] },
  { id: 'about.show', menu: 'help', title: 'About Bookwheel', keys: [] },
] as const satisfies readonly MenuCommand[]

/** Id of a command in a native menu. */
export type MenuCommandId = (typeof menuCommands)[number]['id']
