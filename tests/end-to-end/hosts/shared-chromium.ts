// One Chromium for all programs that a process of tests starts: starting one takes longer than starting the program. Runs in Node.
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

let starting: Promise<Browser> | null = null

/**
 * Chromium with every road to other machines shut: names are not resolved and a proxy that does not exist stands
 * before all addresses but this machine's own. As root it cannot use its sandbox.
 */
async function startChromium(moreArguments: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--proxy-server=http://127.0.0.1:9',
      '--disable-dev-shm-usage',
      // A process for each page takes a quarter of what a page costs to open.
      '--renderer-process-limit=1',
      ...moreArguments,
    ],
  })
}

/**
 * The process's browser, started at the first call, and then with these further arguments of its command line. It ends with
 * the process: Playwright sees to that.
 */
export function openSharedChromium(moreArguments: readonly string[] = []): Promise<Browser> {
  starting ??= startChromium(moreArguments)
  return starting
}

/** Ends the browser, if there is one, where the process goes on without it. */
export async function closeSharedChromium(): Promise<void> {
  const browser = await starting
  starting = null
  await browser?.close()
}
