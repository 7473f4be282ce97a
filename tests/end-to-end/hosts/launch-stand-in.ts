// Runs the desktop shell without Electron's binary: its built main file in a process where `electron` is the stand-in,
// its windows as pages of a Chromium of their own. Runs in Node.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { LaunchOptions, Program } from '../program.ts'
import { StartRefusal } from '../program.ts'
import { awaitProcessEnd, readChromiumProcess } from './chromium-process.ts'
import type { DesktopProgram } from './desktop-program.ts'
import { awaitPage, callThroughBridge, openFurtherWindow } from './desktop-program.ts'
import { testedProgram } from './program-folder.ts'
import { bundleStandIn, copyStandIn } from './stand-in/bundle-stand-in.ts'
import type { HostProcess } from './stand-in/host-process.ts'
import { startHostProcess } from './stand-in/host-process.ts'
import { watchPages } from './watch-pages.ts'

/** Where the page lies for Chromium, which does not know the program's own scheme. */
const pageAddress = 'https://bookwheel.app.invalid/'

/** Milliseconds after which a part of the page that has not come will not come. */
const patience = 8000

/** A desktop program in the stand-in, which has also taken down what the program asked of it. */
export interface StandInProgram extends DesktopProgram {
  inHost: HostProcess['inHost']
  /** The exit code, once the program has ended by itself or otherwise; `null` where a signal ended it. */
  ended: Promise<number | null>
}

/** The program with what only the stand-in can tell; throws where another shell carries it. */
export function demandStandIn(program: Program): StandInProgram {
  if (isStandIn(program)) return program
  throw new Error('this program does not run in the stand-in')
}

function isStandIn(program: Program): program is StandInProgram {
  return 'inHost' in program
}

async function startProcess(options: LaunchOptions): Promise<HostProcess> {
  const { programFolder = testedProgram, userId } = options
  if (userId !== undefined && options.programFolder === undefined)
    throw new Error('another user is to run a copy of the program')
  const bundle = await bundleStandIn()
  return startHostProcess({
    programFolder,
    bundleFolder: userId === undefined ? bundle : copyStandIn(bundle, programFolder),
    chromiumPath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    // A Chromium that root has started for another user lacks what its sandbox needs.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--data', options.dataFolder, ...(options.opened ?? [])],
    userId: userId ?? null,
  })
}

/** Connects to the stand-in's Chromium. Throws a `StartRefusal` where the program ends instead. */
async function connect(host: HostProcess): Promise<Browser> {
  const endpoint = await host.endpoint
  if (endpoint === null) throw new StartRefusal(await host.ended, host.errorOutput())
  return chromium.connectOverCDP(endpoint)
}

/** Lets the program show its first window. Throws a `StartRefusal` where it ends instead. */
async function begin(host: HostProcess, context: BrowserContext): Promise<Page> {
  const opened = context.waitForEvent('page')
  const ended = host.ended.then((exitCode): never => {
    throw new StartRefusal(exitCode, host.errorOutput())
  })
  host.begin()
  return Promise.race([opened.then((page) => awaitPage(page, pageAddress, host.inElectron)), ended])
}

/** Starts the program and waits for its first page. */
export async function launchStandIn(options: LaunchOptions): Promise<StandInProgram> {
  const host = await startProcess(options)
  const browser = await connect(host)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the stand-in has no context')
  context.setDefaultTimeout(patience)
  // Dialogs are the stand-in's to answer; without a listener Playwright would dismiss them here.
  context.on('dialog', () => undefined)
  const chromiumProcess = await readChromiumProcess(browser)
  let hasEnded = false
  const faults = await watchPages(context, {
    isOwn: (url) => url.startsWith(pageAddress) || url.startsWith('blob:'),
    hasEnded: () => hasEnded,
  })

  async function end(): Promise<number | null> {
    hasEnded = true
    const exitCode = await host.ended
    await awaitProcessEnd(chromiumProcess)
    return exitCode
  }

  async function kill(): Promise<void> {
    host.kill()
    await end()
  }

  const page = await begin(host, context).catch(async (cause: unknown) => {
    await kill()
    throw cause
  })
  const pages = (): Page[] => context.pages().filter((open) => open.url().startsWith(pageAddress))
  return {
    shell: 'desktop',
    processId: host.id,
    dataFolder: options.dataFolder,
    page,
    pages,
    inElectron: host.inElectron,
    inHost: host.inHost,
    ended: host.ended,
    async openPage() {
      const opened = context.waitForEvent('page')
      await openFurtherWindow(host.inElectron)
      return awaitPage(await opened, pageAddress, host.inElectron)
    },
    call: (operation, input) => callThroughBridge(pages(), operation, input),
    async stop() {
      // Answered by the end of the process alone.
      host.inElectron(({ app }) => app.quit(), null).catch(() => undefined)
      return end()
    },
    kill,
    dispose: kill,
    errorOutput: host.errorOutput,
    faults: () => faults,
  }
}
