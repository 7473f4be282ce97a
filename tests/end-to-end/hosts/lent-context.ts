// Contexts of the shared Chromium, lent to one program after another: the process that draws a context's pages is started once
// and not for each page, which is a third of what opening one costs. Runs in Node.
import type { BrowserContext, Page } from 'playwright-core'
import { forShortLives } from './for-short-lives.ts'
import { openSharedChromium } from './shared-chromium.ts'

/** A context that nobody else has, with no page of a program in it. */
export interface LentContext {
  context: BrowserContext
  /** Closes its pages, forgets what they have kept, and lets the next program have it. */
  giveBack: () => Promise<void>
}

/** A context and the empty page that keeps its process alive. */
interface Idle {
  context: BrowserContext
  keeper: Page
}

const idle: Idle[] = []

async function makeContext(): Promise<Idle> {
  const browser = await openSharedChromium(forShortLives)
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // Without a graphics card each picture of a movement costs as much as a test's own work; the page's tests have them.
    reducedMotion: 'reduce',
  })
  return { context, keeper: await context.newPage() }
}

/** Origins differ by their ports, and a port may come again. */
async function forget({ context, keeper }: Idle, origin: string): Promise<void> {
  const session = await context.newCDPSession(keeper)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
  await context.clearPermissions()
}

/** One that is left over, unless its Chromium was closed meanwhile. */
function takeIdle(): Idle | undefined {
  const taken = idle.pop()
  return taken === undefined || taken.context.browser()?.isConnected() ? taken : takeIdle()
}

/** Lends a context for the pages at `origin`, at 1440 by 900 pixels. One program has one at a time for each of its windows. */
export async function lendContext(origin: string): Promise<LentContext> {
  const lent = takeIdle() ?? (await makeContext())
  const { context, keeper } = lent
  return {
    context,
    async giveBack() {
      if (!context.browser()?.isConnected()) return
      const shown = context.pages().filter((page) => page !== keeper)
      await Promise.all(shown.map((page) => page.close()))
      for (const event of ['page', 'request'] as const) context.removeAllListeners(event)
      await forget(lent, origin)
      idle.push(lent)
    },
  }
}
