// Stands in for Electron's `WebContents`: what a window shows. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import type { WebContents, WindowOpenHandlerResponse } from 'electron'
import type { Page } from 'playwright-core'
import { app } from './app.ts'
import { offerDownload } from './download-item.ts'
import { applyPermissions } from './permissions.ts'
import { isGone } from './is-gone.ts'
import { createPreventable } from './preventable.ts'
import type { Permission } from './session.ts'
import { addressForChromium, addressForProgram, isGranted } from './session.ts'
import { asReal, strict } from './strict.ts'
import type { WindowPage } from './window-page.ts'
import { openWindowPage } from './window-page.ts'

type WindowOpenHandler = (details: { url: string }) => WindowOpenHandlerResponse

/** What a window's contents tell the window. */
export interface ContentsEvents {
  loaded(): void
  gone(): void
  stays(): void
}

/** The contents, and what the stand-in itself does with them. */
export type Contents = ReturnType<typeof createContents>

let lastId = 0

/** What Electron does where a program has said nothing. */
function allowWindow(_details: { url: string }): WindowOpenHandlerResponse {
  return { action: 'allow' }
}

/** Makes contents; their page opens with the first address. `preloadPath` is that of the built preload script. */
export function createContents(preloadPath: string, events: ContentsEvents) {
  const emitter = new EventEmitter()
  let opening: Promise<WindowPage> | null = null
  let open: WindowPage | null = null
  let isDestroyed = false
  let isCrashed = false
  /** The address that the program itself has asked for last: no event precedes its request. */
  let asked = ''
  let windowOpenHandler = allowWindow
  lastId += 1
  const id = lastId

  async function openPage(): Promise<WindowPage> {
    const opened = await openWindowPage(preloadPath, {
      loaded: () => events.loaded(),
      navigated: (address) => emitter.emit('did-navigate', {}, addressForProgram(address), 200, ''),
      failed: (address) => emitter.emit('did-fail-load', {}, -2, 'FAILED', addressForProgram(address), true),
      crashed: () => crash('crashed'),
      closed: end,
      wantsToStay() {
        const event = createPreventable()
        emitter.emit('will-prevent-unload', event)
        if (!event.defaultPrevented) events.stays()
        return event.defaultPrevented
      },
      downloads: (download) => void offerDownload(download, members),
      opensWindow(address) {
        if (mayOpen(addressForProgram(address))) throw new Error('stand-in: pages cannot open windows')
      },
      messageEvent: (frameId) => ({
        type: 'frame',
        sender: members,
        senderFrame: opened.frames.read(frameId),
      }),
    })
    open = opened
    isCrashed = false
    return opened
  }

  function crash(reason: 'crashed' | 'killed'): void {
    if (isCrashed) return
    isCrashed = true
    // Told later, as one process tells of another's end.
    setImmediate(() => emitter.emit('render-process-gone', {}, { reason, exitCode: 1 }))
  }

  function end(): void {
    isDestroyed = true
    emitter.emit('destroyed')
    events.gone()
  }

  function mayOpen(address: string): boolean {
    return windowOpenHandler({ url: address }).action !== 'deny'
  }

  async function load(address: string): Promise<void> {
    asked = addressForChromium(address)
    opening ??= openPage()
    const { page, session } = await opening
    await applyPermissions(session, asReal<WebContents>(members), new URL(asked).origin)
    try {
      await page.goto(asked)
    } catch (cause) {
      if (!isDestroyed && !isCrashed) throw cause
    }
  }

  async function reload(): Promise<void> {
    if (!isCrashed) {
      await open?.page.reload()
      return
    }
    // Electron starts a new process for the same contents; Playwright has no further use for a page that crashed.
    await open?.abandon()
    opening = null
    await load(addressForProgram(asked))
  }

  const members = strict<WebContents>('webContents')(
    Object.assign(emitter, {
      id,
      isDestroyed: () => isDestroyed,
      isCrashed: () => isCrashed,
      getURL: () => addressForProgram(open?.page.url() ?? ''),
      get mainFrame() {
        return open?.frames.main() ?? null
      },
      send: (channel: string, ...input: unknown[]) => open?.send(channel, input),
      reload: () => void reload(),
      forcefullyCrashRenderer: () => crash('killed'),
      setWindowOpenHandler(handler: WindowOpenHandler) {
        windowOpenHandler = handler
      },
      setWebRTCIPHandlingPolicy: () => undefined,
    }),
  )
  app.emit('web-contents-created', {}, members)

  return {
    members,
    load,
    /** Asks the program whether a page may open a window on an address. */
    mayOpen,
    /** Asks the program whether a page may do what needs a permission. */
    mayUse: (permission: Permission): Promise<boolean> => isGranted(asReal<WebContents>(members), permission),
    /** The page's own frame, as the program sees it. */
    mainFrame: () => open?.frames.main() ?? null,
    /** The Playwright page, once it is open. */
    page: (): Page | null => open?.page ?? null,
    /** Closes the page; `asks` lets it object. */
    async close(asks: boolean): Promise<void> {
      const opened = await opening
      if (opened === null) return end()
      try {
        await opened.page.close({ runBeforeUnload: asks && !isCrashed })
      } catch (cause) {
        // On a busy machine the page is gone before Chromium has answered that it goes.
        if (!isGone(cause)) throw cause
      }
    },
    /** Asks the program whether a frame may go to an address (Chromium's) that its page has named. */
    mayNavigate(address: string, isMainFrame: boolean): boolean {
      const isOwnRequest = isMainFrame && (address === asked || address === open?.page.url())
      if (isOwnRequest) return true
      const details = { url: addressForProgram(address), isMainFrame, isSameDocument: false }
      const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']
      return names.every((name) => {
        const event = createPreventable(details)
        emitter.emit(name, event, details.url)
        return !event.defaultPrevented
      })
    },
  }
}
