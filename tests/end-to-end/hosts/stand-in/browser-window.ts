// Stands in for Electron's `BrowserWindow`: a page of Chromium with a place on an imagined desktop. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import type { BrowserWindow as ElectronWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Page } from 'playwright-core'
import type { EndableWindow } from './app.ts'
import { demandReady, openWindows, windowHasGone, windowStays } from './app.ts'
import { createPreventable } from './preventable.ts'
import { workArea } from './screen.ts'
import { journal, strict } from './strict.ts'
import type { Contents } from './web-contents.ts'
import { createContents } from './web-contents.ts'

const windows = new Map<EndableWindow, Contents>()

/** Options that would open a window less locked than all of Bookwheel's are meant to be; the stand-in has no such thing. */
function demandSandbox({ webPreferences = {} }: BrowserWindowConstructorOptions): string {
  const { sandbox, contextIsolation, nodeIntegration, preload } = webPreferences
  if (sandbox === false || contextIsolation === false || nodeIntegration === true || preload === undefined) {
    throw new Error('stand-in: only sandboxed, context-isolated windows with a preload script')
  }
  return preload
}

function createWindow(options: BrowserWindowConstructorOptions): EndableWindow {
  demandReady('BrowserWindow')
  const { x = 0, y = 0, width = 800, height = 600 } = options
  const emitter = new EventEmitter()
  let bounds: Rectangle = { x, y, width, height }
  let isVisible = options.show !== false
  let isMaximised = false
  let isMinimised = false
  let isFullScreen = false
  let wasReady = false

  const contents = createContents(demandSandbox(options), {
    loaded() {
      fit()
      if (wasReady) return
      wasReady = true
      emitter.emit('ready-to-show')
    },
    stays: windowStays,
    gone() {
      if (!windows.delete(window)) return
      emitter.emit('closed')
      windowHasGone(window)
    },
  })

  /** Gives the page the size of its window. */
  function fit(): void {
    const { width: pageWidth, height: pageHeight } = isMaximised || isFullScreen ? workArea : bounds
    void contents
      .page()
      ?.setViewportSize({ width: pageWidth, height: pageHeight })
      .catch(() => undefined)
  }

  const window: EndableWindow = strict<ElectronWindow>('window')(
    Object.assign(emitter, {
      webContents: contents.members,
      isDestroyed: () => !windows.has(window),
      isVisible: () => isVisible,
      isMaximized: () => isMaximised,
      isMinimized: () => isMinimised,
      isFullScreen: () => isFullScreen,
      getNormalBounds: () => ({ ...bounds }),
      getBounds: () => ({ ...(isMaximised || isFullScreen ? workArea : bounds) }),
      loadURL: (address: string) => contents.load(address),
      show() {
        isVisible = true
        emitter.emit('show')
      },
      focus: () => emitter.emit('focus'),
      restore() {
        isMinimised = false
      },
      minimize() {
        isMinimised = true
      },
      maximize() {
        isMaximised = true
        fit()
      },
      setFullScreen(flag: boolean) {
        isFullScreen = flag
        fit()
      },
      setBounds(changed: Partial<Rectangle>) {
        bounds = { ...bounds, ...changed }
        fit()
      },
      // The imagined frame takes no room.
      setContentSize(contentWidth: number, contentHeight: number) {
        bounds = { ...bounds, width: contentWidth, height: contentHeight }
        fit()
      },
      close() {
        const event = createPreventable()
        emitter.emit('close', event)
        if (event.defaultPrevented) windowStays()
        else void contents.close(true)
      },
      // Nothing to see: what the program asks for stands in the journal.
      setProgressBar: () => undefined,
      setBackgroundColor: () => undefined,
      destroy: () => void contents.close(false),
    }),
  )
  windows.set(window, contents)
  openWindows.add(window)
  return window
}

/** Electron's `BrowserWindow`. */
export const BrowserWindow = strict<typeof ElectronWindow>('BrowserWindow')(
  class {
    constructor(options: BrowserWindowConstructorOptions) {
      journal.push({ name: 'new BrowserWindow', input: [options] })
      // oxlint-disable-next-line no-constructor-return -- the window is a stand-in of its own, made by a function
      return createWindow(options)
    }

    static getAllWindows() {
      return [...windows.keys()]
    }

    static getFocusedWindow() {
      return [...windows.keys()].at(-1) ?? null
    }
  },
)

/** The contents that a page of Chromium belongs to, or `null` where it is no window's. */
export function findContents(page: Page): Contents | null {
  return [...windows.values()].find((contents) => contents.page() === page) ?? null
}

/** The contents of the window that was opened first. */
export function firstContents(): Contents {
  const [contents] = windows.values()
  if (contents === undefined) throw new Error('stand-in: no window is open')
  return contents
}
