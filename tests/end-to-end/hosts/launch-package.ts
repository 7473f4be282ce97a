// Runs the desktop shell as it was packaged. Its fuses keep Node's inspector shut, so the specs come in through Chromium's own
// debugging port and see pages alone, as a reader does. Runs in Node.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { LaunchOptions, Program } from '../program.ts'
import { StartRefusal } from '../program.ts'
import { callThroughBridge } from './desktop-program.ts'
import { watchPages } from './watch-pages.ts'

const pageAddress = 'app://bookwheel/'

/** The size at which specs see a page, in CSS pixels. */
const pageSize = { width: 1440, height: 900 }

/** Milliseconds after which a part of the page that has not come will not come. */
const patience = 20_000

/** The packaged program that specs are to run on: an absolute path, or `null` where none is named. */
function findPackage(): string | null {
  const named = process.env['BOOKWHEEL_PACKAGED']
  return named === undefined || named === '' ? null : resolve(named)
}

/** Why the specs cannot run on a package here, or `null` where they can. A package that is named and missing fails them. */
export function whyNoPackage(): string | null {
  return findPackage() === null ? 'BOOKWHEEL_PACKAGED names no packaged program' : null
}

/** Arguments that the package is started with; as root Chromium cannot use its own sandbox. */
function launchArguments(dataFolder: string): string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return ['--remote-debugging-port=0', ...sandbox, '--data', dataFolder]
}

/**
 * The address that Chromium says on the standard error stream when its debugging port is open. Rejected with a
 * `StartRefusal` where the process ends before; `errorOutput` tells what it has said.
 */
export function awaitEndpoint(child: ChildProcess, errorOutput: () => string): Promise<string> {
  return new Promise((found, reject) => {
    const look = (): void => {
      const endpoint = /DevTools listening on (ws:\/\/\S+)/.exec(errorOutput())?.[1]
      if (endpoint !== undefined) found(endpoint)
    }
    child.stderr?.on('data', look)
    child.once('error', reject)
    child.once('exit', (exitCode) => reject(new StartRefusal(exitCode, errorOutput())))
  })
}

/** Waits until a window shows the program's page, and gives it its size. */
async function awaitPage(context: BrowserContext, known: readonly Page[]): Promise<Page> {
  const isNew = (page: Page): boolean => page.url().startsWith(pageAddress) && !known.includes(page)
  const page =
    context.pages().find(isNew) ??
    (await context.waitForEvent('page', { predicate: isNew, timeout: patience }))
  await page.getByRole('list', { name: /^(Library|Results)$/ }).waitFor()
  await page.setViewportSize(pageSize)
  return page
}

/** Starts the packaged program and waits for its first page. Ask `whyNoPackage` first. */
export async function launchPackage(options: LaunchOptions): Promise<Program> {
  const { dataFolder, programFolder, userId } = options
  const binary = findPackage()
  if (binary === null) throw new Error('BOOKWHEEL_PACKAGED names no packaged program')
  if (!existsSync(binary)) throw new Error(`BOOKWHEEL_PACKAGED is ${binary}, and there is no such file`)
  if (programFolder !== undefined || userId !== undefined)
    throw new Error('a package runs as it is, from where it is and as who it is')
  const child = spawn(binary, [...launchArguments(dataFolder), ...(options.opened ?? [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errorOutput = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errorOutput += text))
  const ended = once(child, 'exit')
  // Whoever does not wait for the end does not mind how it came.
  ended.catch(() => undefined)
  let hasEnded = false
  const endpoint = await awaitEndpoint(child, () => errorOutput)
  const browser = await chromium.connectOverCDP(endpoint).catch(async (cause: unknown) => {
    // A second start opens its port too, hands its wishes on to the first, and ends.
    const patient = new Promise<null>((giveUp) => setTimeout(() => giveUp(null), patience).unref())
    if ((await Promise.race([ended, patient])) === null) throw cause
    throw new StartRefusal(child.exitCode, errorOutput)
  })
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the package has no context')
  context.setDefaultTimeout(patience)
  const faults = await watchPages(context, {
    isOwn: (url) => url.startsWith(pageAddress) || url.startsWith('blob:'),
    hasEnded: () => hasEnded,
  })
  const pages = (): Page[] => context.pages().filter((page) => page.url().startsWith(pageAddress))

  async function kill(): Promise<void> {
    hasEnded = true
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await ended
  }

  const page = await awaitPage(context, []).catch(async (cause: unknown) => {
    await kill()
    throw cause
  })
  return {
    shell: 'desktop',
    processId: child.pid ?? 0,
    dataFolder,
    page,
    async openPage() {
      const known = pages()
      // A second start hands its wish on to the first and ends.
      const second = spawn(binary, [...launchArguments(dataFolder), '--new-window'], { stdio: 'ignore' })
      await once(second, 'exit')
      return awaitPage(context, known)
    },
    call: (operation, input) => callThroughBridge(pages(), operation, input),
    async stop() {
      hasEnded = true
      const session = await browser.newBrowserCDPSession()
      // Electron takes this for the reader's wish to quit. Answered by the end of the process alone.
      session.send('Browser.close').catch(() => undefined)
      await ended
      return child.exitCode
    },
    kill,
    dispose: kill,
    errorOutput: () => errorOutput,
    faults: () => faults,
  }
}
