// One window's page in Chromium, and the talk between it and the program. A page that has crashed is replaced by a new
// one, as Electron starts a new process for the same window. Runs in the stand-in's process.
import type { IpcMainInvokeEvent } from 'electron'
import type { CDPSession, Dialog, Download, Page } from 'playwright-core'
import { fetchDownloads, readChromium } from './chromium.ts'
import type { Frames } from './frames.ts'
import { followFrames } from './frames.ts'
import { invoke } from './ipc-main.ts'
import { addPageScripts } from './page-scripts.ts'
import type { Wire } from './page/transfer.ts'
import { fromWire, toWire } from './page/transfer.ts'
import type { HostMessage, PageMessage } from './page/world-names.ts'
import { hearFunction, preloadWorld, tellBinding } from './page/world-names.ts'
import type { StandIn } from './strict.ts'

/** What a window's page tells of. */
export interface PageEvents {
  loaded(): void
  /** The page is at another address of Chromium's now. */
  navigated(address: string): void
  /** The page shows that an address cannot be had. */
  failed(address: string): void
  crashed(): void
  /** The page has gone for good. */
  closed(): void
  /** The page would rather stay open; answers whether it has to go all the same. */
  wantsToStay(): boolean
  /** The page has a file to save. */
  downloads(download: Download): void
  /** Something is to be opened in a window of its own. */
  opensWindow(address: string): void
  /** Makes the event for a message from a frame; Electron gives `null` for one that has gone. */
  messageEvent(frameId: string): StandIn<IpcMainInvokeEvent>
}

/** One window's page. */
export interface WindowPage {
  page: Page
  frames: Frames
  session: CDPSession
  /** Sends a message to the preload script; lost, as in Electron, where there is none yet. */
  send(channel: string, input: readonly unknown[]): void
  /** Closes the page without a word: another takes its place. */
  abandon(): Promise<void>
}

/** Opens a page of Chromium for a window. */
export async function openWindowPage(preloadPath: string, events: PageEvents): Promise<WindowPage> {
  const context = await readChromium()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await fetchDownloads(session)
  const frames = followFrames(session)
  const talk = createTalk(session, events)
  let isAbandoned = false
  watch(page, session, events)
  page.on('close', () => {
    if (!isAbandoned) events.closed()
  })
  await session.send('Page.enable')
  await session.send('Runtime.enable')
  await addPageScripts(session, preloadPath)
  return {
    page,
    frames,
    session,
    send: talk,
    async abandon() {
      isAbandoned = true
      await page.close()
    },
  }
}

function watch(page: Page, session: CDPSession, events: PageEvents): void {
  page.on('load', () => events.loaded())
  page.on('crash', () => events.crashed())
  page.on('download', (download) => events.downloads(download))
  page.on('dialog', (dialog) => void answerDialog(dialog, events))
  session.on('Page.frameNavigated', ({ frame }) => {
    // Frames within the page do not count, and every page begins empty.
    const address = `${frame.url}${frame.urlFragment ?? ''}`
    if (frame.parentId !== undefined || address === 'about:blank') return
    if (frame.unreachableUrl === undefined) events.navigated(address)
    else events.failed(frame.unreachableUrl)
  })
  session.on('Page.windowOpen', ({ url }) => events.opensWindow(url))
  // Whatever the program said, Chromium has made the page by now; its requests are refused already.
  page.on('popup', (popup) => void popup.close())
}

async function answerDialog(dialog: Dialog, events: PageEvents): Promise<void> {
  const leaves = dialog.type() === 'beforeunload' && events.wantsToStay()
  // The page may have gone with its dialog; Electron asks and answers in one step, and nothing can fail in between.
  await (leaves ? dialog.accept() : dialog.dismiss()).catch(() => undefined)
}

/** Joins a page's preload script to the program; answers what sends to it. */
function createTalk(session: CDPSession, events: PageEvents): WindowPage['send'] {
  const frameOfContext = new Map<number, string>()
  let preloadContext: number | null = null

  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name !== preloadWorld) return
    const { auxData } = context
    frameOfContext.set(context.id, String(auxData?.['frameId']))
    preloadContext = context.id
  })
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== tellBinding) return
    const message: PageMessage = JSON.parse(payload)
    void answer(message, executionContextId)
  })

  async function answer({ id, channel, input }: PageMessage, contextId: number): Promise<void> {
    const event = events.messageEvent(frameOfContext.get(contextId) ?? '')
    try {
      const decoded = input.map((item) => fromWire(item))
      const value = toWire(await invoke(event, channel, decoded))
      post(contextId, { kind: 'answer', id, value })
    } catch (cause) {
      post(contextId, {
        kind: 'failure',
        id,
        message: cause instanceof Error ? cause.message : String(cause),
      })
    }
  }

  function post(contextId: number, message: HostMessage): void {
    const expression = `${hearFunction}(${JSON.stringify(message)})`
    // The page may have gone while the program worked on its request.
    session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined)
  }

  return (channel, input) => {
    const wires: Wire[] = input.map((item) => toWire(item))
    if (preloadContext !== null) post(preloadContext, { kind: 'event', channel, input: wires })
  }
}
