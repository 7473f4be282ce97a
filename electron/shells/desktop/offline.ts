// Keeps the program off the network, in layers: no name is resolved, no proxy answers, no request leaves the page, no
// scheme of the network has a handler but a refusal. Runs in Electron's main process.
import type { App, Session } from 'electron'
import { refuse } from './app-protocol.ts'
import { isPageAddress, pageAddress } from './page-address.ts'

/** A switch of Chromium's command line; `value` is left out where it takes none. */
export type Switch = readonly [name: string, value?: string]

/**
 * Set before Chromium starts: its own services ask for nothing, no name has an address, and what would connect by
 * number meets a proxy at a port where nothing listens, this machine's own addresses included.
 */
export const offlineSwitches: readonly Switch[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['no-pings'],
]

/** Schemes through which something could be fetched from outside; each is answered by a refusal. */
export const refusedSchemes = ['http', 'https', 'ws', 'wss', 'ftp', 'file'] as const

/** Sets the switches. Only before Electron is ready do they count. */
export function shutNetwork({ commandLine }: Pick<App, 'commandLine'>): void {
  for (const [name, value] of offlineSwitches) {
    if (value === undefined) commandLine.appendSwitch(name)
    else commandLine.appendSwitch(name, value)
  }
}

/**
 * Whether a page may ask for an address: its own files, and pictures that it has made itself. Where there are
 * developer tools, they may load as well.
 */
export function isAllowedRequest(address: string, hasDevTools: boolean): boolean {
  if (isPageAddress(address) || address.startsWith(`blob:${pageAddress}`)) return true
  return hasDevTools && address.startsWith('devtools://')
}

/** The part of Electron's `Session` through which all requests go. */
export interface RequestDoor {
  webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void,
    ): void
  }
}

/** The part of Electron's `Protocol` that answers for a scheme. */
export interface SchemeDoor {
  handle(scheme: string, handler: () => Response): void
}

/** Cancels every request of the session that {@link isAllowedRequest} does not allow. */
export function lockRequests(session: RequestDoor, protocol: SchemeDoor, hasDevTools: boolean): void {
  // Without a filter: whatever the address, this is asked.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, hasDevTools) })
  })
  for (const scheme of refusedSchemes) protocol.handle(scheme, () => refuse(403))
}

/**
 * Turns the spell checker off. All three together and before the first window: with fewer of them some versions of
 * Electron have fetched a dictionary.
 */
export function shutSpellChecker(
  session: Pick<
    Session,
    'setSpellCheckerEnabled' | 'setSpellCheckerLanguages' | 'setSpellCheckerDictionaryDownloadURL'
  >,
): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  // An address of our own scheme, which the system's downloader does not know.
  session.setSpellCheckerDictionaryDownloadURL(`${pageAddress}no-dictionaries/`)
}
