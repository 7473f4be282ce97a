// The Chromium whose pages are the program's windows. Its profile lies where the program told Electron that Chromium's
// files go. Runs in the stand-in's process.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type Playwright from 'playwright-core'
import type { BrowserContext, CDPSession } from 'playwright-core'
import { forShortLives } from '../for-short-lives.ts'
import type { HostOptions } from './host-messages.ts'

/** Required, not imported: the import reads megabytes for what they export first, half a second at each start. */
const { chromium }: typeof Playwright = createRequire(import.meta.url)('playwright-core')

let starting: Promise<BrowserContext> | null = null
let downloadsFolder = ''

/**
 * Starts Chromium on a profile, with every road to other machines shut whatever the program does, so that no test can
 * reach out. Answers the address of its debugging protocol.
 */
export async function startChromium(
  { chromiumPath, chromiumSandbox }: HostOptions,
  profileFolder: string,
): Promise<string> {
  downloadsFolder = join(profileFolder, 'downloads')
  starting = chromium.launchPersistentContext(profileFolder, {
    executablePath: chromiumPath,
    chromiumSandbox,
    viewport: null,
    // Without a graphics card each picture of a movement costs as much as a test's own work.
    reducedMotion: 'reduce',
    // Kept or cancelled as the program says.
    acceptDownloads: true,
    downloadsPath: downloadsFolder,
    args: [
      '--remote-debugging-port=0',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--proxy-server=http://127.0.0.1:9',
      '--disable-dev-shm-usage',
      ...forShortLives,
    ],
  })
  await starting
  // Chromium writes the port that it has chosen into its profile.
  const [port] = readFileSync(join(profileFolder, 'DevToolsActivePort'), 'utf8').split('\n')
  return `http://127.0.0.1:${port}`
}

/** The context that holds all windows. */
export function readChromium(): Promise<BrowserContext> {
  if (starting === null) throw new Error('stand-in: Chromium has not been started')
  return starting
}

/**
 * Has files that pages save put where the stand-in looks for them, for as long as the session lasts. To be asked for with
 * each window: a test that connects to this Chromium has them put elsewhere.
 */
export async function fetchDownloads(session: CDPSession): Promise<void> {
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: downloadsFolder,
    eventsEnabled: true,
  })
}

/** Ends Chromium, if it runs. */
export async function endChromium(): Promise<void> {
  const context = await starting
  await context?.close()
}
