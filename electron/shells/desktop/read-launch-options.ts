// Reads what the desktop shell was started with. Pure.
import { parseArgs } from 'node:util'
import { folderMissing } from './messages.ts'
import { StartFailure } from '../start-failure.ts'

/** What the command line asks for. */
export interface LaunchOptions {
  /** As it was written after `--data`; `null` where there is none. */
  dataFolder: string | null
  /** A program that runs already is to open a further window (`--new-window`), as the menu of its icon offers. */
  wantsNewWindow: boolean
}

/**
 * Reads `process.argv`. Electron's own arguments stand among ours (the program's folder, Chromium's switches), so
 * what is not known is passed over. Throws a `StartFailure` where `--data` names no folder.
 */
export function readLaunchOptions(argv: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' }, 'new-window': { type: 'boolean' } },
  })
  const folder = values.data
  const wantsNewWindow = values['new-window'] === true
  if (folder === undefined) return { dataFolder: null, wantsNewWindow }
  if (typeof folder !== 'string' || folder === '') throw new StartFailure(folderMissing)
  return { dataFolder: folder, wantsNewWindow }
}
