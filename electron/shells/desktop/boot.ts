// Everything that happens once Electron is ready: the locks, the program behind the windows, the first window. Runs in
// Electron's main process.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { app, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron'
import type { ChosenKeys } from '../../contract/commands.ts'
import type { Opened } from '../../services/handing-over/create-hand-over.ts'
import type { Clock, Log } from '../../services/ports.ts'
import type { OpenStores } from '../../storage/open-stores.ts'
import type { StoreClass } from '../../storage/safe-store.ts'
import { nodeTiming } from '../../storage/timing.ts'
import type { AssembledProgram } from '../assemble-program.ts'
import { assembleProgram } from '../assemble-program.ts'
import { createPageHandler } from './app-protocol.ts'
import { broadcast, followTheme, layGrounds, showInTaskbar, tellOnePage } from './broadcast.ts'
import type { Windows } from './create-windows.ts'
import { createWindows } from './create-windows.ts'
import { guardDownloads } from './downloads.ts'
import { endInOrder } from './end-in-order.ts'
import { createCallHandler } from './ipc.ts'
import { callChannel } from './ipc-channels.ts'
import type { MenuOptions } from './menu.ts'
import { createMenuTemplate } from './menu.ts'
import { folderNotShown, windowShown } from './messages.ts'
import type { Inbox } from './inbox.ts'
import { lockRequests, shutSpellChecker } from './offline.ts'
import { openWindowState } from './open-window-state.ts'
import { pageScheme } from './page-address.ts'
import { denyPermissions } from './permissions.ts'
import { createTaskbar } from './taskbar.ts'
import { readBackupFile } from './read-backup-file.ts'
import { readLaunchOptions } from './read-launch-options.ts'
import { readOpened } from './read-opened.ts'

/** What the program starts from. Folders are absolute. */
export interface BootOptions {
  /** Holds `package.json` and `out`. */
  programFolder: string
  /** Holds `corpus`. */
  resourceFolder: string
  dataFolder: string
  stores: OpenStores
  StoreClass: StoreClass
  startWorker: () => Worker
  startAnchoringWorker: () => Worker
  /** Files and links that the system hands over, those of this start among them. */
  opened: Inbox<Opened>
  clock: Clock
  log: Log
  /** Ends the program for a reason that nobody foresaw. */
  fail: (cause: unknown) => void
}

/** Opens the program's first window, with everything behind it. */
export function boot(options: BootOptions): void {
  const { programFolder, stores, log, fail } = options
  // Whoever looks into the program asks for the tools; they can load more than the page can.
  const hasDevTools = !app.isPackaged && process.env['BOOKWHEEL_DEVTOOLS'] === '1'
  lockSession(hasDevTools, log)

  let shownKeys: ChosenKeys | null = null
  function showMenu(): void {
    shownKeys = stores.settings.read().keys
    setMenu(options, windows, { hasDevTools, keys: shownKeys })
  }
  const showProgress = createTaskbar({
    show: showInTaskbar,
    after: (time, act) => nodeTiming.after(time, act),
  })
  const program = assembleProgram({
    ...options,
    shell: 'desktop',
    publish(event) {
      broadcast(event)
      showProgress(event)
      // The menu shows the keys that the reader has chosen.
      if (event.type === 'settings-changed' && event.settings.keys !== shownKeys) showMenu()
    },
    openFolder: (path) => shell.openPath(path),
    readOpenedFile: readNoted,
  })
  program.start().catch(fail)
  endInOrder(program, fail, log)

  const readTheme = () => stores.settings.read().theme
  const windows = createWindows({
    preloadPath: join(programFolder, 'out', 'preload', 'preload.cjs'),
    hasDevTools,
    state: openWindowState({ ...options, readOnly: stores.readOnly }),
    readTheme,
    onFirstShow: () => tellShown(log),
    log,
  })
  protocol.handle(pageScheme, createPageHandler({ pageFolder: join(programFolder, 'out', 'renderer'), log }))
  answerPages(program, windows, log)
  showMenu()
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (readLaunchOptions(argv).wantsNewWindow) windows.open()
    else windows.focusFirst()
    readOpened(argv, workingFolder).forEach(options.opened.put)
  })
  app.on('activate', () => windows.focusFirst())
  followTheme(readTheme())
  nativeTheme.on('updated', () => layGrounds(readTheme()))
  windows.open()
  options.opened.take((opened) => {
    program.handOver(opened)
    // A page that is not there yet asks by itself when it is; on a Mac there may be no window at all.
    if (!tellOnePage({ type: 'handed-over' })) windows.open()
  })
}

/** Reads a backup that the system has handed over; one that can be read is among its recent files from then on. */
async function readNoted(path: string): Promise<Uint8Array> {
  const bytes = await readBackupFile(path)
  app.addRecentDocument(path)
  return bytes
}

function lockSession(hasDevTools: boolean, log: Log): void {
  const { defaultSession } = session
  denyPermissions(defaultSession)
  lockRequests(defaultSession, protocol, hasDevTools)
  guardDownloads(defaultSession, {
    tell: (title, words) => dialog.showErrorBox(title, words),
    noteRecent: (path) => app.addRecentDocument(path),
    log,
  })
  shutSpellChecker(defaultSession)
}

function answerPages({ dispatch }: AssembledProgram, { isOurs }: Windows, log: Log): void {
  ipcMain.handle(callChannel, createCallHandler({ dispatch, isOurs, log }))
}

function setMenu(
  { dataFolder, log }: BootOptions,
  windows: Windows,
  shown: Pick<MenuOptions, 'hasDevTools' | 'keys'>,
): void {
  const template = createMenuTemplate({
    ...shown,
    platform: process.platform,
    openWindow: () => windows.open(),
    backUp() {
      // A Mac's menu outlives the windows; the reader sees the page first and asks again.
      if (!tellOnePage({ type: 'backup-asked' })) windows.open()
    },
    showDataFolder: () => void showFolder(dataFolder, log),
    runCommand(command) {
      if (!tellOnePage({ type: 'command-asked', command })) windows.open()
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function showFolder(folder: string, log: Log): Promise<void> {
  const problem = await shell.openPath(folder)
  if (problem !== '') log.error(folderNotShown(problem))
}

/** A start counts as done from here on; the launcher waits for the file that it has named. */
function tellShown(log: Log): void {
  log.info(windowShown)
  const file = process.env['BOOKWHEEL_SHOWN_FILE']
  if (file) writeFileSync(file, '')
}
