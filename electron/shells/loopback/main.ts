// Starts the program in browser mode. Runs in plain Node; the only file of this shell that touches `process`.
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import Conf from 'conf'
// oxlint-disable-next-line import/default -- electron-vite makes the default export, which starts the worker
import startAnchoringWorker from '../../services/anchoring/anchoring-worker.ts?nodeWorker'
// oxlint-disable-next-line import/default -- electron-vite makes the default export, which starts the worker
import startSearchWorker from '../../services/search/search-worker.ts?nodeWorker'
import { resolveDataFolder } from '../../storage/data-folder.ts'
import { readVersion } from '../read-program-facts.ts'
import { createProgramLog } from '../program-log.ts'
import { readCommandLine } from './command-line.ts'
import { commandName, helpText, stopping, unforeseenEnd } from './messages.ts'
import { openBrowser } from './open-browser.ts'
import { StartFailure } from '../start-failure.ts'
import type { RunningProgram } from './start-program.ts'
import { startProgram } from './start-program.ts'
import { onStopSignal } from './stop-signals.ts'

/** Milliseconds after which a stop that hangs is cut short. */
const stopTime = 5000

// This file is built to out/main. Not `import.meta.dirname`: electron-vite declares `__dirname` in every chunk that speaks
// of it, as the package `open` does, which declares one of its own. Spoken of here, the bundler renames that one.
const programFolder = resolve(__dirname, '..', '..')
const clock = Date.now
const log = createProgramLog({ write: (text) => process.stderr.write(text), clock })

// A terminal that has gone takes no more lines; there is nowhere left to tell it.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

function fail(cause: unknown): never {
  if (cause instanceof StartFailure) log.error(cause.message)
  else log.error(unforeseenEnd, cause)
  process.exit(1)
}

function stopOnSignal(program: RunningProgram): void {
  onStopSignal(process, clock, {
    stop() {
      log.info(stopping)
      setTimeout(() => process.exit(1), stopTime).unref()
      program.close().then(() => process.exit(0), fail)
    },
    stopAtOnce: () => process.exit(1),
  })
}

function openInBrowser({ address, firstCall }: RunningProgram): Promise<void> {
  return openBrowser({
    address,
    log,
    surroundings: { platform: process.platform, environment: process.env },
    onRedirect({ remove }) {
      process.on('exit', remove)
      void firstCall.then(remove)
    },
  })
}

async function run(port: number | null, folder: string | null, opensBrowser: boolean): Promise<void> {
  const dataFolder = resolveDataFolder({
    argument: folder,
    environment: process.env,
    platform: process.platform,
    home: homedir(),
  })
  const program = await startProgram({
    programFolder,
    dataFolder,
    askedPort: port,
    StoreClass: Conf,
    startWorker: () => startSearchWorker({}),
    startAnchoringWorker: () => startAnchoringWorker({}),
    clock,
    log,
  })
  process.on('exit', program.release)
  stopOnSignal(program)
  process.stdout.write(`${program.address}\n`)
  if (opensBrowser) await openInBrowser(program)
  await program.ready
}

process.on('uncaughtException', fail)
const calledAs = commandName(process.argv[1])
const command = readCommandLine(process.argv.slice(2), calledAs)
switch (command.kind) {
  case 'help':
    process.stdout.write(helpText(calledAs))
    break
  case 'version':
    process.stdout.write(`${readVersion(programFolder)}\n`)
    break
  case 'wrong':
    log.error(command.message)
    process.exitCode = 2
    break
  case 'run':
    await run(command.port, command.dataFolder, command.opensBrowser).catch(fail)
}
