// All windows of the program: opens them where the last one stood and knows which are ours. Runs in Electron's main process.
import type { BrowserWindow, WebContents } from 'electron'
import { screen } from 'electron'
import { Failure } from '../../contract/errors.ts'
import type { Settings } from '../../contract/settings.ts'
import type { DocumentStore, Log } from '../../services/ports.ts'
import { windowStateNotKept } from './messages.ts'
import { openWindow } from './open-window.ts'
import type { WorkAreas } from './place-window.ts'
import { placeBeside, placeWindow } from './place-window.ts'
import type { WindowState } from './window-state.ts'

/** What the windows need. */
export interface WindowsOptions {
  /** Absolute path of the built preload script. */
  preloadPath: string
  hasDevTools: boolean
  /** How the last window that was closed stood. */
  state: DocumentStore<WindowState>
  readTheme: () => Settings['theme']
  /** Called when the first window of this run can be seen. */
  onFirstShow: () => void
  log: Log
}

/** The windows of the running program. */
export interface Windows {
  /** Opens a window: the first where the last one of the last run stood, a further one beside the newest. */
  open(): void
  /** Shows the window that was opened first, or opens one where there is none. */
  focusFirst(): void
  /** Whether these are the contents of one of the windows. */
  isOurs: (contents: WebContents) => boolean
}

/** Makes the keeper of the windows. None is open yet. */
export function createWindows(options: WindowsOptions): Windows {
  const { preloadPath, hasDevTools, state, readTheme, log } = options
  const open = new Set<BrowserWindow>()
  let wasShown = false

  function tellFirstShow(): void {
    if (!wasShown) options.onFirstShow()
    wasShown = true
  }

  function nextState(): WindowState & { bounds: NonNullable<WindowState['bounds']> } {
    const last = [...open].at(-1)
    const areas = readWorkAreas()
    if (last === undefined) {
      const stored = state.read()
      return { ...stored, bounds: placeWindow(stored.bounds, areas) }
    }
    return { bounds: placeBeside(last.getNormalBounds(), areas), maximised: false, fullScreen: false }
  }

  function keepState(window: BrowserWindow): void {
    try {
      state.replace({
        bounds: window.getNormalBounds(),
        maximised: window.isMaximized(),
        fullScreen: window.isFullScreen(),
      })
    } catch (cause) {
      // No reason to keep the window open: it will stand somewhere else next time.
      const isKnown = cause instanceof Failure && cause.error.code === 'read-only'
      if (!isKnown) log.error(windowStateNotKept, cause)
    }
  }

  return {
    open() {
      const window = openWindow({ ...nextState(), theme: readTheme(), preloadPath, hasDevTools, log })
      open.add(window)
      window.once('show', tellFirstShow)
      window.on('close', () => keepState(window))
      window.on('closed', () => open.delete(window))
    },
    focusFirst() {
      const [first] = open
      if (first === undefined) return this.open()
      if (first.isMinimized()) first.restore()
      first.show()
      first.focus()
    },
    isOurs: (contents) => [...open].some((window) => window.webContents === contents),
  }
}

function readWorkAreas(): WorkAreas {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main.workArea, ...others.map(({ workArea }) => workArea)]
}
