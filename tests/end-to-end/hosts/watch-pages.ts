// Takes down what no page of the program may do, whichever shell it runs in. Runs in Node.
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'

/** Written to the console by the page itself, so that a breach is told even where the browser would keep it quiet. */
function reportBreaches(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`content security policy breached: ${effectiveDirective} ${blockedURI}`)
  })
}

function describeConsole(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location()
  return `console: ${message.text()} (${url}:${lineNumber})`
}

/** What the watch must know of the program. */
export interface WatchedProgram {
  /** Whether an address belongs to the program. */
  isOwn: (address: string) => boolean
  /** Whether it has been ended: then the browser may say that it is not there. */
  hasEnded: () => boolean
}

/** The browser's own line for a request that found nobody. Whether the page takes that well is for its specs. */
const nobodyThere = 'Failed to load resource: net::'

/** Contexts whose pages report breaches: one that is lent again goes on reporting. */
const reporting = new WeakSet<BrowserContext>()

/**
 * Watches every page of a context, present and to come. Answers the list of faults, which grows while they run: a new
 * one, or the one that is given.
 */
export async function watchPages(
  context: BrowserContext,
  { isOwn, hasEnded }: WatchedProgram,
  faults: string[] = [],
): Promise<readonly string[]> {
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() !== 'error' || (hasEnded() && message.text().startsWith(nobodyThere))) return
      faults.push(describeConsole(message))
    })
    page.on('pageerror', (error) => faults.push(`not caught: ${error.stack ?? error.message}`))
    page.on('websocket', (socket) => faults.push(`socket opened: ${socket.url()}`))
    page.on('crash', () => faults.push('the page crashed'))
  }
  context.on('request', (request) => {
    if (!isOwn(request.url())) faults.push(`request off the program: ${request.method()} ${request.url()}`)
  })
  context.on('page', watch)
  context.pages().forEach(watch)
  if (!reporting.has(context)) await context.addInitScript(reportBreaches)
  reporting.add(context)
  return faults
}
