// Opens one window on the page, sandboxed and cut off from Node. Runs in Electron's main process.
import { BrowserWindow, nativeTheme } from 'electron'
import type { Settings } from '../../contract/settings.ts'
import type { Log } from '../../services/ports.ts'
import { smallestSize } from './place-window.ts'
import { loadPage, watchPage } from './watch-page.ts'
import type { WindowState } from './window-state.ts'
import { windowGround } from './window-theme.ts'

/** What a window is opened with. */
export interface WindowOptions extends Omit<WindowState, 'bounds'> {
  bounds: NonNullable<WindowState['bounds']>
  theme: Settings['theme']
  /** Absolute path of the built preload script. */
  preloadPath: string
  hasDevTools: boolean
  log: Log
}

/** Opens a window, which shows itself once its page has something to show. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { bounds, theme, preloadPath, hasDevTools, log } = options
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(smallestSize.width, bounds.width),
    minHeight: Math.min(smallestSize.height, bounds.height),
    title: 'Bookwheel',
    backgroundColor: windowGround(theme, nativeTheme.shouldUseDarkColors),
    show: false,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: hasDevTools,
    },
  })
  watchPage(window, log)
  window.once('ready-to-show', () => {
    // Before `show`, or the window would be seen to jump.
    if (options.maximised) window.maximize()
    if (options.fullScreen) window.setFullScreen(true)
    window.show()
  })
  loadPage(window)
  return window
}
