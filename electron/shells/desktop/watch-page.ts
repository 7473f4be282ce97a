// Stands by when the page of a window crashes, hangs, or holds something unsaved while it is being closed. Runs in
// Electron's main process.
import type { BrowserWindow } from 'electron'
import type { Log } from '../../services/ports.ts'
import { ask, askAtOnce } from './ask.ts'
import {
  pageCrashed,
  pageHangs,
  pageNotLoaded,
  pageProcessGone,
  pageUnresponsive,
  unsavedChanges,
} from './messages.ts'
import { isPageAddress, pageAddress } from './page-address.ts'

/** Loads the page into a window. That it cannot be loaded is told by `did-fail-load`. */
export function loadPage(window: BrowserWindow): void {
  window.loadURL(pageAddress).catch(() => undefined)
}

/**
 * Offers to load a crashed or hung page again, and asks before something unsaved is lost. A page that never came to
 * show itself brings its window up all the same, so that no program runs unseen.
 */
export function watchPage(window: BrowserWindow, log: Log): void {
  const { webContents } = window
  /** Set while we end a hung page ourselves: that is no crash. */
  let isRestarting = false
  let hanging: AbortController | null = null

  async function offerReload(): Promise<void> {
    window.show()
    if (await ask(window, pageCrashed)) window.close()
    else webContents.reload()
  }

  async function offerRestart(controller: AbortController): Promise<void> {
    const restarts = await ask(window, pageHangs, controller.signal)
    if (hanging === controller) hanging = null
    if (!restarts || window.isDestroyed()) return
    isRestarting = true
    webContents.forcefullyCrashRenderer()
    webContents.reload()
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    hanging?.abort()
    if (isRestarting || reason === 'clean-exit') {
      isRestarting = false
      return
    }
    log.error(pageProcessGone(reason, exitCode))
    void offerReload()
  })
  webContents.on('did-fail-load', (_event, code, description, address, isMainFrame) => {
    // A navigation that was refused or replaced is told in the same way.
    const wasAborted = code === -3
    if (!isMainFrame || wasAborted) return
    if (!isPageAddress(address)) {
      loadPage(window)
      return
    }
    log.error(pageNotLoaded(description))
    window.show()
  })
  // What Chromium itself refuses it may turn into an empty page or an error page, and no event asks before: back to ours.
  webContents.on('did-navigate', (_event, address) => {
    if (!isPageAddress(address)) loadPage(window)
  })
  webContents.on('will-prevent-unload', (event) => {
    // Preventing what the page prevents: the window closes after all.
    if (askAtOnce(window, unsavedChanges)) event.preventDefault()
  })
  window.on('unresponsive', () => {
    if (hanging !== null) return
    log.error(pageUnresponsive)
    hanging = new AbortController()
    void offerRestart(hanging)
  })
  window.on('responsive', () => hanging?.abort())
  window.on('closed', () => hanging?.abort())
}
