// Runs the program in browser mode: the built shell as a child process, its page in a Chromium that is shared. Runs in Node.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { LaunchOptions, Program } from '../program.ts'
import { StartRefusal } from '../program.ts'
import type { LentContext } from './lent-context.ts'
import { lendContext } from './lent-context.ts'
import { testedProgram } from './program-folder.ts'
import type { RunningProcess } from './run-process.ts'
import { runProcess } from './run-process.ts'
import { watchPages } from './watch-pages.ts'

/** Milliseconds after which a part of the page that has not come will not come. */
const patience = 8000

/**
 * Ports of programs that have ended, the last one at the end. The next program takes it: Chromium has compiled the
 * script of a page at the same address already, which is a third of what opening one costs.
 */
const leftPorts: number[] = []

/** The command line of the shell, to be run by `node`. `programFolder` is absolute; at port 0 it finds one itself. */
export function loopbackArguments(programFolder: string, dataFolder: string, port = 0): string[] {
  const entry = join(programFolder, 'out', 'main', 'loopback.js')
  return [entry, '--no-open', '--port', String(port), '--data', dataFolder]
}

/**
 * Starts the shell; answers its process, and its address with the token. Throws a `StartRefusal` where it ends instead,
 * but somebody else may have taken the port of an earlier program: then it finds one itself.
 */
async function startShell(options: LaunchOptions): Promise<{ process: RunningProcess; address: string }> {
  const { dataFolder, programFolder = testedProgram, userId } = options
  const port = leftPorts.pop()
  const process = runProcess({
    args: loopbackArguments(programFolder, dataFolder, port),
    ...(userId === undefined ? {} : { userId }),
  })
  try {
    return { process, address: await process.firstLine }
  } catch {
    const { exitCode, errorOutput } = await process.ended
    const isTaken = port !== undefined && errorOutput.includes(`port ${port} is in use`)
    if (isTaken) return startShell(options)
    throw new StartRefusal(exitCode, errorOutput)
  }
}

/** Starts the program in browser mode and opens its page at 1440 by 900 pixels. */
export async function launchLoopback(options: LaunchOptions): Promise<Program> {
  const { dataFolder, opened } = options
  if (opened !== undefined) throw new Error('browser mode is asked to open nothing')
  const { process, address } = await startShell(options)
  const { origin, port, hash } = new URL(address)
  const windows: LentContext[] = []
  const faults: string[] = []
  let ended = false
  let disposed = false
  const watched = {
    isOwn: (url: string) => url.startsWith(`${origin}/`) || url.startsWith('blob:'),
    hasEnded: () => ended,
  }

  /** Each page has a window of its own: a browser lets the pages behind the front one of a window idle. */
  async function openPage(): Promise<Page> {
    const window = await lendContext(origin)
    windows.push(window)
    const { context } = window
    context.setDefaultTimeout(patience)
    await watchPages(context, watched, faults)
    const page = await context.newPage()
    await page.goto(address)
    await page.getByRole('list', { name: /^(Library|Results)$/ }).waitFor()
    return page
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    ended = true
    process.signal(signal)
    return (await process.ended).exitCode
  }

  async function dispose(): Promise<void> {
    if (disposed) return
    disposed = true
    await Promise.all(windows.splice(0).map((window) => window.giveBack()))
    await end('SIGKILL')
    leftPorts.push(Number(port))
  }

  async function openFirstPage(): Promise<Page> {
    try {
      return await openPage()
    } catch (cause) {
      await dispose()
      throw cause
    }
  }

  return {
    shell: 'loopback',
    processId: process.id,
    dataFolder,
    page: await openFirstPage(),
    openPage,
    async call(operation, input) {
      const response = await fetch(`${origin}/api/call/${operation}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('t')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(input),
      })
      return response.json()
    },
    stop: () => end('SIGINT'),
    async kill() {
      await end('SIGKILL')
    },
    dispose,
    errorOutput: process.errorOutput,
    faults: () => faults,
  }
}
