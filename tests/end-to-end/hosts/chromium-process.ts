// Chromium's own process, behind a connection to it: whoever removes its profile must wait for its end. Runs in Node.
import type { Browser } from 'playwright-core'

/** Milliseconds between two looks, and in all. */
const pause = 20
const patience = 10_000

/** The process that all others of Chromium belong to. */
export async function readChromiumProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const found = processInfo.find(({ type }) => type === 'browser')
  if (found === undefined) throw new Error('Chromium does not tell its process')
  return found.id
}

/** Waits for the end of a process that is no child of ours, so that no event tells of it. */
export async function awaitProcessEnd(processId: number): Promise<void> {
  for (let waited = 0; isRunning(processId); waited += pause) {
    if (waited > patience) throw new Error(`process ${processId} does not end`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}
