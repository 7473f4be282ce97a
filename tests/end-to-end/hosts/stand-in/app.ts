// Stands in for Electron's `app`: the order in which a program starts and ends. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { App, CommandLine } from 'electron'
import { createPreventable } from './preventable.ts'
import { takeInstanceLock } from './single-instance.ts'
import { strict } from './strict.ts'

type PathName = Parameters<App['getPath']>[0]

/** The part of a window that `app` deals with. */
export interface EndableWindow {
  close(): void
}

/** Whether Electron would be ready by now. */
let isReady = false
let isQuitting = false
let programFolder = ''
let becomeReady: () => void
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve
})
const paths = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['appData', join(homedir(), '.config')],
])
const switches = new Map<string, string>()
/** What happens after `quit` was emitted; the host ends Chromium and the process. */
let endProcess: (exitCode: number) => void = (exitCode) => process.exit(exitCode)

/** All windows that are open. */
export const openWindows = new Set<EndableWindow>()

const emitter = new EventEmitter()

const commandLine = strict<CommandLine>('app.commandLine')({
  appendSwitch(name: string, value = '') {
    if (isReady) throw new Error('stand-in: a switch that is set after Electron is ready does nothing')
    switches.set(name, value)
  },
})

/** Electron's `app`. */
export const app = strict<App>('app')(
  Object.assign(emitter, {
    commandLine,
    isPackaged: false,
    enableSandbox() {
      if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    },
    getPath(name: PathName) {
      const path = paths.get(name)
      if (path === undefined) throw new Error(`Failed to get '${name}' path`)
      return path
    },
    // Nothing to see: what the program asks for stands in the journal.
    addRecentDocument: () => undefined,
    setPath: (name: string, path: string) => void paths.set(name, path),
    getVersion: () => readManifest().version,
    getName: () => readManifest().productName,
    whenReady: () => ready,
    isReady: () => isReady,
    requestSingleInstanceLock() {
      const folder = paths.get('userData')
      if (folder === undefined) throw new Error('stand-in: the program has not set userData')
      return takeInstanceLock(folder, ({ argv, workingFolder }) => {
        void ready.then(() => emitter.emit('second-instance', {}, argv, workingFolder, undefined))
      })
    },
    quit() {
      if (isQuitting) return
      const event = createPreventable()
      emitter.emit('before-quit', event)
      if (event.defaultPrevented) return
      isQuitting = true
      if (openWindows.size === 0) finishQuitting()
      else for (const window of openWindows) window.close()
    },
    exit(exitCode = 0) {
      emitter.emit('quit', {}, exitCode)
      endProcess(exitCode)
    },
  }),
)

function readManifest(): { version: string; productName: string } {
  return JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'))
}

function finishQuitting(): void {
  const event = createPreventable()
  emitter.emit('will-quit', event)
  if (event.defaultPrevented) isQuitting = false
  else app.exit(0)
}

/** Tells `app` that a window has gone. */
export function windowHasGone(window: EndableWindow): void {
  openWindows.delete(window)
  if (openWindows.size > 0) return
  if (isQuitting) finishQuitting()
  else if (!emitter.emit('window-all-closed')) app.quit()
}

/** Tells `app` that a window stays open although it was to be closed: the program goes on. */
export function windowStays(): void {
  isQuitting = false
}

/** Whether Electron would be ready. Before, much of it may not be used. */
export function demandReady(what: string): void {
  if (!isReady) throw new Error(`${what} cannot be used before app is ready`)
}

/** Whether Electron would still take what must be told before it is ready. */
export function demandNotReady(what: string): void {
  if (isReady) throw new Error(`${what} should be called before app is ready`)
}

/** The switches that the program has set on Chromium's command line. */
export function readSwitches(): ReadonlyMap<string, string> {
  return switches
}

/** Sets what `app` knows of the program before it runs. */
export function prepareApp(options: { programFolder: string; end: (exitCode: number) => void }): void {
  programFolder = options.programFolder
  // A program that lies where packages keep theirs is taken for one of a package.
  app.isPackaged = basename(programFolder) === 'app.asar'
  if (app.isPackaged) Object.assign(process, { resourcesPath: dirname(programFolder) })
  endProcess = options.end
}

/** Makes Electron ready, as it becomes once the program's main file has run. */
export function makeReady(): void {
  isReady = true
  emitter.emit('ready', {}, {})
  becomeReady()
}
