// Chromium's own process, behind a connection to it: whoever removes its profile must wait for its end. Runs in Node.
import type { Browser } from 'playwright-core'
import { isRunning } from '../../../electron/storage/process-identity.ts'

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

/**
 * Waits for the end of a process that is no child of ours, so that no event tells of it. One that has ended and whose
 * parent has not taken note of it yet has ended: some machines take two seconds for that.
 */
export async function awaitProcessEnd(processId: number): Promise<void> {
  const identity = { pid: processId, startTime: null, bootId: null }
  for (let waited = 0; isRunning(identity); waited += pause) {
    if (waited > patience) throw new Error(`process ${processId} does not end`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
