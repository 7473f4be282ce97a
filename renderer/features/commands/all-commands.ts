// Every command of the page, from the features' own lists.
import { aboutCommands } from '../about/commands.ts'
import { annotationCommands } from '../annotations/commands.ts'
import { dataCommands } from '../data/commands.ts'
import { deskCommands } from '../desk/commands.ts'
import { savedDeskCommands } from '../desks/commands.ts'
import { libraryCommands } from '../library/commands.ts'
import { notebookCommands } from '../notebook/commands.ts'
import { printingCommands } from '../printing/commands.ts'
import { readingCommands } from '../reading/commands.ts'
import { searchCommands } from '../search/commands.ts'
import { settingsCommands } from '../settings/commands.ts'
import { helpCommands } from './commands.ts'
import type { Command } from './command.ts'

/** All commands; where two have the same key, the first that acts at the place at hand is called. */
export const allCommands: readonly Command[] = [
  ...searchCommands,
  ...deskCommands,
  ...savedDeskCommands,
  ...readingCommands,
  ...annotationCommands,
  ...notebookCommands,
  ...libraryCommands,
  ...printingCommands,
  ...settingsCommands,
  ...dataCommands,
  ...helpCommands,
  ...aboutCommands,
]

/** The command of that id. Throws where there is none: ids are written in the program's own source. */
export function commandOf(id: string): Command {
  const command = allCommands.find((candidate) => candidate.id === id)
  if (!command) throw new Error(`there is no command ${id}`)
  return command
}
