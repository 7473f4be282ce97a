// Where the reader's data lies, and whether it can be read and written there. Plain Node, so that both shells agree.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { join, posix, win32 } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { systemCode } from './system-code.ts'

/** The product's name, after which Electron names the folder of its data. */
const productName = 'Bookwheel'

/** What the choice of the data folder depends on. */
export interface DataFolderQuestion {
  /** The value of `--data`, if given. */
  argument: string | null | undefined
  environment: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  /** The user's home folder. */
  home: string
}

/**
 * The absolute path of the data folder: `--data`, else BOOKWHEEL_DATA, else what Electron answers to
 * `app.getPath('userData')`. Relative paths count from the working folder; an empty one counts as not given.
 */
export function resolveDataFolder({ argument, environment, platform, home }: DataFolderQuestion): string {
  const paths = platform === 'win32' ? win32 : posix
  const asked = argument || environment['BOOKWHEEL_DATA']
  if (asked) return paths.resolve(asked)
  if (platform === 'win32') {
    return paths.resolve(environment['APPDATA'] || paths.join(home, 'AppData', 'Roaming'), productName)
  }
  if (platform === 'darwin') return paths.resolve(home, 'Library', 'Application Support', productName)
  return paths.resolve(environment['XDG_CONFIG_HOME'] || paths.join(home, '.config'), productName)
}

/** Why Bookwheel cannot run on a data folder. */
export type DataFolderProblemCode = 'not-a-folder' | 'unreadable' | 'cannot-create'

/** The data folder cannot be used at all: the shell says so and ends. `path` is the folder at fault. */
export class DataFolderProblem extends Error {
  override readonly name = 'DataFolderProblem'
  readonly code: DataFolderProblemCode
  readonly path: string

  constructor(code: DataFolderProblemCode, path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause })
    this.code = code
    this.path = path
  }
}

/**
 * Makes the data folder, for its owner alone, where it is missing. Throws a {@link DataFolderProblem} where it
 * cannot be made or read, or is no folder.
 */
export function prepareDataFolder(folder: string): void {
  orProblem('cannot-create', folder, () => makeFolder(folder))
  checkReadable(folder)
}

/** Throws a {@link DataFolderProblem} unless this is a folder whose files can be listed and opened. Writes nothing. */
export function checkReadable(folder: string): void {
  const status = orProblem('unreadable', folder, () => fs.statSync(folder))
  if (!status.isDirectory()) throw new DataFolderProblem('not-a-folder', folder)
  orProblem('unreadable', folder, () => {
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.X_OK)
    fs.readdirSync(folder)
  })
}

/**
 * Whether files can be made in a folder. Tried out, because rights on paper say too little: of a read-only mount,
 * a full disk, a network folder. False where there is no folder.
 */
export function canWriteIn(folder: string): boolean {
  const probe = join(folder, `bookwheel-probe-${randomBytes(6).toString('hex')}`)
  try {
    fs.writeFileSync(probe, 'probe', { flag: 'wx', mode: 0o600 })
    return true
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    return false
  } finally {
    fs.rmSync(probe, { force: true })
  }
}

function orProblem<Answer>(code: DataFolderProblemCode, folder: string, attempt: () => Answer): Answer {
  try {
    return attempt()
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    throw new DataFolderProblem(code, folder, cause)
  }
}
