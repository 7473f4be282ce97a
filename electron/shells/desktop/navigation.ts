// Keeps every page where it is: no other address, no further window, no embedded browser. Runs in Electron's main process.

/** A navigation that a page, or something in it, asks for. */
interface Navigation {
  url: string
  isMainFrame: boolean
  preventDefault(): void
}

/** The part of Electron's `WebContents` through which pages get somewhere else. */
export interface LockedContents {
  on(
    event: 'will-frame-navigate' | 'will-navigate' | 'will-redirect',
    listener: (details: Navigation) => void,
  ): unknown
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void
}

/**
 * Locks one page's contents; called for all as soon as they are made. The page itself is loaded by the program, which
 * none of these events concern. Addresses that a click was meant to open are handed to `offerLink`.
 */
export function lockNavigation(contents: LockedContents, offerLink: (address: string) => void): void {
  // The first to be emitted, for every frame; once it is prevented, `will-navigate` does not come.
  contents.on('will-frame-navigate', (details) => {
    details.preventDefault()
    if (details.isMainFrame) offerLink(details.url)
  })
  contents.on('will-navigate', (details) => details.preventDefault())
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    offerLink(url)
    return { action: 'deny' }
  })
  // A connection between browsers asks no request handler; this leaves it no way but the proxy that is not there.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
