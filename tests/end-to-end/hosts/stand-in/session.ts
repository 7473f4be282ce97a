// Stands in for Electron's `session` and `protocol`: what the program decides there is obeyed by the stand-in's
// Chromium. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import type { CallbackResponse, CustomScheme, Protocol, Session, WebContents, WebRequest } from 'electron'
import { demandNotReady, demandReady } from './app.ts'
import { toChromium, toProgram } from './addresses.ts'
import { strict } from './strict.ts'

type Handler = Parameters<Protocol['handle']>[1]
type RequestListener = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]>
type RequestDetails = Parameters<RequestListener>[0]
type PermissionRequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type PermissionCheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type DeviceHandler = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>
type DisplayMediaHandler = NonNullable<Parameters<Session['setDisplayMediaRequestHandler']>[0]>

/** Electron's names of permissions. */
export type Permission = Parameters<PermissionCheckHandler>[1]

const schemes = new Map<string, NonNullable<CustomScheme['privileges']>>()
const handlers = new Map<string, Handler>()
let beforeRequest: RequestListener | null = null

/** What the program has set, for tests to ask. */
export const sessionRecord: {
  permissionRequest: PermissionRequestHandler | null
  permissionCheck: PermissionCheckHandler | null
  device: DeviceHandler | null
  displayMedia: DisplayMediaHandler | null
  spellChecker: { enabled: boolean; languages: string[]; dictionaryAddress: string }
} = {
  permissionRequest: null,
  permissionCheck: null,
  device: null,
  displayMedia: null,
  spellChecker: { enabled: true, languages: ['en-GB'], dictionaryAddress: '' },
}

/** Electron's `protocol`, which is also that of the only session. */
export const protocol = strict<Protocol>('protocol')({
  registerSchemesAsPrivileged(custom: CustomScheme[]) {
    demandNotReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme, privileges = {} } of custom) schemes.set(scheme, privileges)
  },
  handle(scheme: string, handler: Handler) {
    demandReady('protocol.handle')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
})

const sessionEvents = new EventEmitter()

const webRequest = strict<WebRequest>('session.webRequest')({
  onBeforeRequest(listener: RequestListener | null) {
    if (typeof listener !== 'function') throw new Error('stand-in: requests are not filtered by address')
    beforeRequest = listener
  },
})

/** Electron's `session.defaultSession`, the only one there is. */
export const defaultSession = strict<Session>('session')(
  Object.assign(sessionEvents, {
    protocol,
    webRequest,
    setPermissionRequestHandler(handler: PermissionRequestHandler | null) {
      sessionRecord.permissionRequest = handler
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler | null) {
      sessionRecord.permissionCheck = handler
    },
    setDevicePermissionHandler(handler: DeviceHandler | null) {
      sessionRecord.device = handler
    },
    setDisplayMediaRequestHandler(handler: DisplayMediaHandler | null) {
      sessionRecord.displayMedia = handler
    },
    setSpellCheckerEnabled(enabled: boolean) {
      sessionRecord.spellChecker.enabled = enabled
    },
    setSpellCheckerLanguages(languages: string[]) {
      sessionRecord.spellChecker.languages = languages
    },
    setSpellCheckerDictionaryDownloadURL(address: string) {
      sessionRecord.spellChecker.dictionaryAddress = address
    },
  }),
)

/** The privileges of the schemes that the program has registered. */
export function readSchemes(): ReadonlyMap<string, NonNullable<CustomScheme['privileges']>> {
  return schemes
}

/** The address that Chromium gets for one of the program's. */
export function addressForChromium(address: string): string {
  return toChromium(address, schemes.keys())
}

/** The program's address for one of Chromium's. */
export function addressForProgram(address: string): string {
  return toProgram(address, schemes.keys())
}

/** Asks the program whether a request is cancelled. */
export async function isCancelled(details: RequestDetails): Promise<boolean> {
  const listener = beforeRequest
  if (listener === null) return false
  const response = await new Promise<CallbackResponse>((resolve) => listener(details, resolve))
  if (response.redirectURL !== undefined) throw new Error('stand-in: requests cannot be redirected')
  return response.cancel === true
}

/** Asks the program for the answer to a request; `null` where it handles no such scheme. */
export async function answerRequest(request: Request): Promise<Response | null> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler === undefined ? null : handler(request)
}

/** Whether the program grants a permission. Where it has set no handler, Electron grants. */
export async function isGranted(contents: WebContents, permission: Permission): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: contents.getURL() }
  const check = sessionRecord.permissionCheck
  const passes = check === null || check(contents, permission, contents.getURL(), details)
  const request = sessionRecord.permissionRequest
  if (request === null) return passes
  const granted = await new Promise<boolean>((resolve) => request(contents, permission, resolve, details))
  return passes && granted
}
