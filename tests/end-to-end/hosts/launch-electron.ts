// Runs the desktop shell in Electron itself, where its binary is. Runs in Node.
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import type Electron from 'electron'
import type { ElectronApplication } from 'playwright-core'
import { _electron } from 'playwright-core'
import { findElectron } from '../../../scripts/find-electron.mjs'
import type { LaunchOptions } from '../program.ts'
import { StartRefusal } from '../program.ts'
import type { DesktopProgram, RunInElectron } from './desktop-program.ts'
import { awaitPage, callThroughBridge, openFurtherWindow } from './desktop-program.ts'
import { projectFolder, testedProgram } from './program-folder.ts'
import { watchPages } from './watch-pages.ts'

const pageAddress = 'app://bookwheel/'

/** Milliseconds after which a part of the page that has not come will not come. */
const patience = 15_000

function findBinary(): string | null {
  return findElectron({ projectFolder, environment: process.env, platform: process.platform })
}

/**
 * Why the specs cannot run on Electron here, or `null` where they can, or where `BOOKWHEEL_ELECTRON` is `required`: then a
 * missing binary fails them.
 */
export function whyNoElectron(): string | null {
  if (process.env['BOOKWHEEL_ELECTRON'] === 'required') return null
  return findBinary() === null ? 'there is no Electron binary here; npx install-electron gets one' : null
}

/** Electron as a child process. Throws a `StartRefusal` where it ends before its first window. */
async function start(options: LaunchOptions, executablePath: string): Promise<ElectronApplication> {
  const { dataFolder, programFolder = testedProgram } = options
  // As root Chromium cannot use its own sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    return await _electron.launch({
      executablePath,
      args: [programFolder, ...sandbox, '--data', dataFolder, ...(options.opened ?? [])],
      timeout: patience,
    })
  } catch (cause) {
    throw new StartRefusal(null, String(cause))
  }
}

async function awaitEnd(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Starts the program and waits for its first page. Throws where there is no binary: ask `whyNoElectron` first. */
export async function launchElectron(options: LaunchOptions): Promise<DesktopProgram> {
  const executablePath = findBinary()
  if (executablePath === null) throw new Error('there is no Electron binary')
  if (options.userId !== undefined) throw new Error('Electron cannot be run as another user here')
  const electron = await start(options, executablePath)
  const child = electron.process()
  let errorOutput = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errorOutput += text))
  let hasEnded = false
  const faults = await watchPages(electron.context(), {
    isOwn: (url) => url.startsWith(pageAddress) || url.startsWith('blob:'),
    hasEnded: () => hasEnded,
  })
  electron.context().setDefaultTimeout(patience)
  const inElectron: RunInElectron = (work, argument) => evaluate(electron, work, argument)

  async function kill(): Promise<void> {
    hasEnded = true
    child.kill('SIGKILL')
    await awaitEnd(child)
  }

  return {
    shell: 'desktop',
    processId: child.pid ?? 0,
    dataFolder: options.dataFolder,
    page: await awaitPage(await electron.firstWindow(), pageAddress, inElectron),
    pages: () => electron.windows(),
    inElectron,
    async openPage() {
      const opened = electron.waitForEvent('window')
      await openFurtherWindow(inElectron)
      return awaitPage(await opened, pageAddress, inElectron)
    },
    call: (operation, input) => callThroughBridge(electron.windows(), operation, input),
    async stop() {
      hasEnded = true
      // Answered by the end of the process alone.
      inElectron(({ app }) => app.quit(), null).catch(() => undefined)
      return awaitEnd(child)
    },
    kill,
    dispose: kill,
    errorOutput: () => errorOutput,
    faults: () => faults,
  }
}

/** Playwright hands over the same module, and what comes back is what `work` answered; its types say less of both. */
function evaluate<Argument, Answer>(
  electron: ElectronApplication,
  work: (module: typeof Electron, argument: Argument) => Answer | Promise<Answer>,
  argument: Argument,
): Promise<Answer>
function evaluate(
  electron: ElectronApplication,
  work: (module: typeof Electron, argument: unknown) => unknown,
  argument: unknown,
): Promise<unknown> {
  return electron.evaluate(work, argument)
}
