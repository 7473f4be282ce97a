// Starts the desktop shell. Runs in Electron's main process. What must precede Electron's being ready is done here and
// at once: nothing may be awaited at the top level, since Electron becomes ready only after this file has run.
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { app, BrowserWindow, dialog, protocol, shell } from 'electron'
import ElectronStore from 'electron-store'
// oxlint-disable-next-line import/default -- electron-vite makes the default export, which starts the worker
import createAnchoringWorker from '../../services/anchoring/anchoring-worker.ts?nodeWorker'
// oxlint-disable-next-line import/default -- electron-vite makes the default export, which starts the worker
import createSearchWorker from '../../services/search/search-worker.ts?nodeWorker'
import type { Opened } from '../../services/handing-over/create-hand-over.ts'
import { resolveDataFolder } from '../../storage/data-folder.ts'
import type { OpenStores } from '../../storage/open-stores.ts'
import { createProgramLog } from '../program-log.ts'
import { pagePrivileges } from './app-protocol.ts'
import { ask } from './ask.ts'
import { boot } from './boot.ts'
import { makeChromiumFolder } from './chromium-folder.ts'
import { alreadyOpen, linkQuestion, startFailureTitle, unforeseenEnd } from './messages.ts'
import { lockNavigation } from './navigation.ts'
import { shutNetwork } from './offline.ts'
import { createLinkOffer } from './open-link.ts'
import { openStoresAloud } from '../open-stores-aloud.ts'
import type { Inbox } from './inbox.ts'
import { createInbox } from './inbox.ts'
import { pageScheme } from './page-address.ts'
import { readLaunchOptions } from './read-launch-options.ts'
import { readOpened, readOwnLink } from './read-opened.ts'
import { StartFailure } from '../start-failure.ts'

// This file is built to out/main.
const programFolder = resolve(import.meta.dirname, '..', '..')
const clock = Date.now
const log = createProgramLog({ write: (text) => process.stderr.write(text), clock })

/** Ends the program. A package has no terminal to say why in, so it says it in a dialog as well. */
function fail(cause: unknown): void {
  const words = cause instanceof StartFailure ? cause.message : unforeseenEnd
  if (cause instanceof StartFailure) log.error(words)
  else log.error(words, cause)
  if (app.isPackaged) dialog.showErrorBox(startFailureTitle, words)
  app.exit(1)
}

/** Shuts all that must be shut before Chromium starts. */
function lockEarly(): void {
  app.enableSandbox()
  shutNetwork(app)
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: pagePrivileges }])
  const offerLink = createLinkOffer({
    confirm: (link) => ask(BrowserWindow.getFocusedWindow(), linkQuestion(link)),
    open: (address) => shell.openExternal(address),
    log,
  })
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents, offerLink))
}

/** Opens the data folder and tells Electron where Chromium's own files go. */
function openDataFolder(): { dataFolder: string; stores: OpenStores } {
  const dataFolder = resolveDataFolder({
    argument: readLaunchOptions(process.argv).dataFolder,
    environment: process.env,
    platform: process.platform,
    home: homedir(),
  })
  const stores = openStoresAloud(
    { folder: dataFolder, StoreClass: ElectronStore, shell: 'desktop', clock },
    log,
  )
  const chromium = makeChromiumFolder({
    dataFolder,
    readOnly: stores.readOnly,
    temporaryFolder: app.getPath('temp'),
  })
  app.setPath('userData', chromium.path)
  app.setPath('sessionData', chromium.path)
  app.on('quit', () => {
    stores.close()
    chromium.dispose()
  })
  return { dataFolder, stores }
}

/** Collects what the system asks to be opened, by this start's own arguments and, on a Mac, by events. */
function collectOpened(): Inbox<Opened> {
  const opened = createInbox<Opened>()
  readOpened(process.argv, process.cwd()).forEach(opened.put)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    readOpened(['', path], process.cwd()).forEach(opened.put)
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    opened.put(readOwnLink(address))
  })
  return opened
}

function start(): void {
  lockEarly()
  const opened = collectOpened()
  const { dataFolder, stores } = openDataFolder()
  if (!app.requestSingleInstanceLock()) {
    log.info(alreadyOpen)
    stores.close()
    app.exit(0)
    return
  }
  void app
    .whenReady()
    .then(() =>
      boot({
        programFolder,
        // A package keeps its library beside the archive, as plain files that a reader can look into.
        resourceFolder: app.isPackaged ? process.resourcesPath : programFolder,
        dataFolder,
        stores,
        StoreClass: ElectronStore,
        startWorker: () => createSearchWorker({}),
        startAnchoringWorker: () => createAnchoringWorker({}),
        opened,
        clock,
        log,
        fail,
      }),
    )
    .catch(fail)
}

// A terminal that has gone takes no more lines; there is nowhere left to tell it.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
try {
  start()
} catch (cause) {
  fail(cause)
}
