// From the start of a process to the first paint of a page that can be used. Runs in Node; the marked parts in the page.
import type { Browser, Page } from 'playwright-core'
import type { RunningProcess } from '../../end-to-end/hosts/run-process.ts'
import { runProcess } from '../../end-to-end/hosts/run-process.ts'

declare global {
  interface Window {
    /** When all that was waited for had been painted, in milliseconds since 1970; absent until then. */
    usableAt?: number
  }
}

/** What is to be started and when it counts as usable. */
export interface Contestant {
  /** Arguments of `node`; the program prints its address as its first line. */
  args: readonly string[]
  /** CSS selectors with the number of elements that must be there. */
  parts: Readonly<Record<string, number>>
}

/** A contestant that runs, with its page. */
export interface StartedContestant {
  page: Page
  /** Milliseconds from the start of the process to the paint. */
  time: number
  end(): Promise<void>
}

/** Runs in the page, before anything else: notes the first paint at which all parts are there. */
function notePaint(parts: Readonly<Record<string, number>>): void {
  const look = (): void => {
    const isThere = Object.entries(parts).every(
      ([selector, count]) => document.querySelectorAll(selector).length >= count,
    )
    if (!isThere) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const painted = new MessageChannel()
      painted.port1.addEventListener('message', () => {
        window.usableAt = performance.timeOrigin + performance.now()
      })
      painted.port1.start()
      painted.port2.postMessage(null)
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
}

async function stop(page: Page, process: RunningProcess): Promise<void> {
  await page.context().close()
  process.signal('SIGKILL')
  await process.ended
}

/** Starts a contestant and waits until its page can be used. */
export async function startContestant(
  browser: Browser,
  { args, parts }: Contestant,
): Promise<StartedContestant> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(notePaint, parts)
  const page = await context.newPage()
  const begin = Date.now()
  const process = runProcess({ args })
  await page.goto(await process.firstLine, { waitUntil: 'commit' })
  const usableAt = await page.waitForFunction(() => window.usableAt)
  return {
    page,
    time: ((await usableAt.jsonValue()) ?? Number.NaN) - begin,
    end: () => stop(page, process),
  }
}
