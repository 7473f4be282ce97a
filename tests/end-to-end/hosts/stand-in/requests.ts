// Takes every request of Chromium to the program, in Electron's order: navigation events, request filter, protocol
// handler. What nobody answers goes nowhere. Runs in the stand-in's process.
import type { OnBeforeRequestListenerDetails } from 'electron'
import type { BrowserContext, Frame, Request as PageRequest, Route } from 'playwright-core'
import { findContents } from './browser-window.ts'
import { isGone } from './is-gone.ts'
import { addressForProgram, answerRequest, isCancelled } from './session.ts'

type ResourceType = OnBeforeRequestListenerDetails['resourceType']

const resourceTypes: Readonly<Record<string, ResourceType>> = {
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  media: 'media',
  fetch: 'xhr',
  xhr: 'xhr',
  ping: 'ping',
  cspreport: 'cspReport',
}

/** Requests that no handler of the program's would have answered: Electron would have sent them out. */
export const leaks: string[] = []

let requestCount = 0

/** Routes all requests of a context, those of pages to come included. */
export async function routeRequests(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await answer(route)
    } catch (cause) {
      // The page may have gone meanwhile; then there is no request to refuse either.
      await route.abort().catch(() => undefined)
      if (!isGone(cause)) throw cause
    }
  })
}

/** The frame that asks; a window that is just being opened has none yet. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const frame = frameOf(request)
  const contents = frame === null ? null : findContents(frame.page())
  // The program opens windows by itself only; a page that asked for one has been answered by its handler.
  if (frame === null || contents === null) return route.abort('blockedbyclient')

  const isMainFrame = frame.parentFrame() === null
  const isNavigation = request.isNavigationRequest()
  if (isNavigation && !contents.mayNavigate(request.url(), isMainFrame)) return route.abort('aborted')

  const url = addressForProgram(request.url())
  if (await isCancelled(describe(request, url, isMainFrame))) return route.abort('blockedbyclient')
  const response = await answerRequest(await toWebRequest(request, url))
  if (response === null) {
    leaks.push(url)
    return route.abort('blockedbyclient')
  }
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

function describe(request: PageRequest, url: string, isMainFrame: boolean): OnBeforeRequestListenerDetails {
  requestCount += 1
  const navigationType = isMainFrame ? 'mainFrame' : 'subFrame'
  return {
    id: requestCount,
    url,
    method: request.method(),
    resourceType: request.isNavigationRequest()
      ? navigationType
      : (resourceTypes[request.resourceType()] ?? 'other'),
    referrer: '',
    timestamp: Date.now(),
    uploadData: [],
  }
}

async function toWebRequest(request: PageRequest, url: string): Promise<Request> {
  const headers = Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(':'))
  const body = request.postDataBuffer()
  const method = request.method()
  return new Request(url, {
    method,
    headers: Object.fromEntries(headers),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  })
}
