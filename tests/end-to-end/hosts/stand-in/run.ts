// The stand-in's process: runs the program's built main file, unchanged, with the stand-in in the place of Electron.
// Started by a test, which it talks to over the channel of `child_process`.
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { app, makeReady, prepareApp, readSwitches } from './app.ts'
import { endChromium, readChromium, startChromium } from './chromium.ts'
import { firstContents } from './browser-window.ts'
import { decideOn } from './decide-on.ts'
import { darkenSystem } from './desktop-parts.ts'
import electron from './electron.ts'
import type { HostOptions, Instruction, Reply } from './host-messages.ts'
import { hostOptionsName } from './host-messages.ts'
import { invoke } from './ipc-main.ts'
import { preparePageScripts } from './page-scripts.ts'
import { leaks, routeRequests } from './requests.ts'
import { readSchemes, sessionRecord } from './session.ts'
import { journal } from './strict.ts'

/** Milliseconds after which a main file that has not run to its end waits for what only comes afterwards. */
const patience = 10_000

/** What a test can ask of the stand-in beside Electron's own module. */
const host = {
  journal,
  leaks,
  sessionRecord,
  readSwitches,
  readSchemes,
  decideOn,
  invoke,
  firstContents,
  darkenSystem,
}
/** See {@link host}. */
export type Host = typeof host

function reply(message: Reply): void {
  process.send?.(message)
}

function isElectron(name: string): boolean {
  return name === 'electron' || name.startsWith('electron/')
}

/** From here on `electron` is the stand-in, for `import` and, where Node can do that, for `require` too. */
function takeElectronsPlace(standIn: string): void {
  if ('registerHooks' in module && typeof module.registerHooks === 'function') {
    Reflect.apply(module.registerHooks, module, [
      {
        resolve: (name: string, context: unknown, next: (name: string, context: unknown) => unknown) =>
          isElectron(name) ? { url: standIn, format: 'module', shortCircuit: true } : next(name, context),
      },
    ])
    return
  }
  const hooks = `export const resolve = (name, context, next) =>
    name === 'electron' || name.startsWith('electron/')
      ? { url: ${JSON.stringify(standIn)}, format: 'module', shortCircuit: true }
      : next(name, context)`
  module.register(`data:text/javascript,${encodeURIComponent(hooks)}`)
}

/** Does what the test asks for. Resolved when it says that Electron may become ready. */
function obeyTest(): Promise<void> {
  // The test has gone: nobody is left who could end the program.
  process.on('disconnect', () => process.exit(0))
  return new Promise((resolve) => {
    process.on('message', (instruction: Instruction) => {
      if (instruction.kind === 'begin') resolve()
      else void carryOut(instruction)
    })
  })
}

async function carryOut({ id, source, given, argument }: Extract<Instruction, { kind: 'run' }>) {
  try {
    const work: unknown = vm.runInThisContext(`(${source})`)
    if (typeof work !== 'function') throw new Error('the test sent no function')
    const value: unknown = await Reflect.apply(work, undefined, [
      given === 'electron' ? electron : host,
      argument,
    ])
    reply({ kind: 'answer', id, value })
  } catch (cause) {
    reply({ kind: 'failure', id, message: String(cause) })
  }
}

/** Electron quits as if the user had asked for it. */
function quitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

async function runMain(programFolder: string): Promise<void> {
  const { main }: { main: string } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'))
  const tooLate = setTimeout(() => {
    console.error('stand-in: the main file does not run to its end; awaiting app.whenReady() hangs Electron')
    process.exit(71)
  }, patience)
  await import(pathToFileURL(join(programFolder, main)).href)
  clearTimeout(tooLate)
}

async function run(options: HostOptions): Promise<void> {
  const { programFolder, bundleFolder } = options
  prepareApp({
    programFolder,
    end: (exitCode) => void endChromium().finally(() => process.exit(exitCode)),
  })
  preparePageScripts(bundleFolder)
  takeElectronsPlace(pathToFileURL(join(bundleFolder, 'electron.js')).href)
  const begin = obeyTest()
  quitOnSignals()
  await runMain(programFolder)

  const endpoint = await startChromium(options, app.getPath('userData'))
  await routeRequests(await readChromium())
  reply({ kind: 'chromium', endpoint })
  await begin
  makeReady()
}

const options: HostOptions = JSON.parse(process.env[hostOptionsName] ?? '{}')
await run(options)
