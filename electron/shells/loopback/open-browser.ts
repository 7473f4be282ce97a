// Opens the user's own browser at the program. Loopback shell.
import open from 'open'
import type { Log } from '../../services/ports.ts'
import { browserNotOpened, browserOpening } from './messages.ts'
import type { RedirectFile } from './redirect-file.ts'
import { createRedirectFile } from './redirect-file.ts'

/** What opening depends on: `process.platform` and `process.env`. */
export interface Surroundings {
  platform: NodeJS.Platform
  environment: Readonly<Record<string, string | undefined>>
}

/** The part of a child process that is of interest. */
export interface Opener {
  once(event: 'exit', listener: (code: number | null) => void): unknown
}

/** Whether there is a screen to open a browser on. Without one `xdg-open` would start a text browser unseen. */
export function hasScreen({ platform, environment }: Surroundings): boolean {
  if (platform === 'darwin' || platform === 'win32') return true
  const signs = ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME', 'BROWSER']
  return signs.some((name) => (environment[name] ?? '') !== '')
}

/**
 * Opens `address` in the browser and says so; where that fails, says how to go on without. Never rejects: the
 * program is of use all the same. `onRedirect` is handed the file that the browser is led through, for its removal;
 * `start` starts the system's opener with a path and resolves once it runs.
 */
export async function openBrowser(options: {
  address: string
  log: Log
  surroundings: Surroundings
  onRedirect: (file: RedirectFile) => void
  start?: (path: string) => Promise<Opener>
}): Promise<void> {
  const { address, log, surroundings, onRedirect, start = open } = options
  if (!hasScreen(surroundings)) return log.info(browserNotOpened(null))
  try {
    const redirect = createRedirectFile(address)
    onRedirect(redirect)
    const opener = await start(redirect.path)
    log.info(browserOpening)
    opener.once('exit', (code) => {
      if (code !== null && code !== 0) log.info(browserNotOpened(`exit code ${code}`))
    })
  } catch (cause) {
    log.info(browserNotOpened(cause instanceof Error ? cause.message : String(cause)))
  }
}
