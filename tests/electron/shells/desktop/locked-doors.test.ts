// What the desktop tells Electron to refuse, handed to it as Electron would and asked in every way. No Electron runs here.
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { lockNavigation } from '../../../../electron/shells/desktop/navigation.ts'
import type { RequestDoor } from '../../../../electron/shells/desktop/offline.ts'
import {
  lockRequests,
  refusedSchemes,
  shutSpellChecker,
} from '../../../../electron/shells/desktop/offline.ts'
import type { PermissionDoors } from '../../../../electron/shells/desktop/permissions.ts'
import { denyPermissions } from '../../../../electron/shells/desktop/permissions.ts'

const foreign = [
  'http://example.org/',
  'https://example.org/',
  'https://user:word@example.org/',
  'https://93.184.216.34/',
  'https://1572395042/',
  'https://[2606:2800:220:1:248:1893:25c8:1946]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.1.1/',
  'http://localhost/',
  'http://127.0.0.1:9222/json',
  'http://[::1]/',
  'http://0.0.0.0/',
  'ws://example.org/',
  'wss://example.org/',
  'ws://127.0.0.1:9222/devtools/browser',
  'ftp://example.org/',
  'gopher://example.org/',
  'file:///etc/passwd',
  'file://localhost/etc/passwd',
  'file://server/share',
  'filesystem:app://bookwheel/temporary/x',
  'smb://server/share',
  'app://bookwheel',
  'app://bookwheel.evil/',
  'app://x.evil/',
  'app://bookwheel@evil/',
  'app://bookwheel:80/',
  'App://bookwheel/',
  'apps://bookwheel/',
  'javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<h1>x</h1>',
  'data:image/svg+xml,<svg/>',
  'blob:https://example.org/6e2a0d7e',
  'blob:app://evil/6e2a0d7e',
  'blob:null/6e2a0d7e',
  'about:blank',
  'about:srcdoc',
  'view-source:app://bookwheel/',
  'chrome://settings/',
  'chrome-extension://abcdefghijklmnop/page.html',
  'devtools://devtools/bundled/inspector.html',
  'ms-msdt:/id',
  'mailto:reader@example.org',
  '',
]
const own = ['app://bookwheel/', 'app://bookwheel/assets/main.js', 'blob:app://bookwheel/6e2a0d7e']

describe('every request', () => {
  const handlers = new Map<string, () => Response>()
  const listeners: Parameters<RequestDoor['webRequest']['onBeforeRequest']>[0][] = []
  const webRequest = { onBeforeRequest: (...given: typeof listeners) => void listeners.push(...given) }
  lockRequests({ webRequest }, { handle: (scheme, handler) => void handlers.set(scheme, handler) }, false)

  /** What Electron is told to do with a request; it takes the last listener that it was given. */
  function isCancelled(url: string): boolean {
    const answers: boolean[] = []
    listeners.at(-1)?.({ url }, ({ cancel }) => answers.push(cancel))
    expect(answers).toHaveLength(1)
    return answers[0] === true
  }

  it('is looked at by one listener that no filter narrows', () => {
    expect(listeners).toHaveLength(1)
    expect(typeof listeners[0]).toBe('function')
  })

  it.each(foreign)('is cancelled where it goes to “%s”', (address) => {
    expect(isCancelled(address)).toBe(true)
  })

  it.each(own)('is let pass where it goes to our own %s', (address) => {
    expect(isCancelled(address)).toBe(false)
  })

  it.each(['http', 'https', 'ws', 'wss', 'ftp', 'file'])(
    'by %s: is answered 403 without a body, were it not cancelled',
    async (scheme) => {
      const response = handlers.get(scheme)?.()
      expect([response?.status, response?.body]).toEqual([403, null])
    },
  )

  it('has no other handler but those', () => {
    expect([...handlers.keys()]).toEqual([...refusedSchemes])
  })
})

describe('the spell checker', () => {
  it('is off, has no language, and would find no dictionary on any network', () => {
    const told: unknown[] = []
    shutSpellChecker({
      setSpellCheckerEnabled: (enabled) => void told.push(enabled),
      setSpellCheckerLanguages: (languages) => void told.push(languages),
      setSpellCheckerDictionaryDownloadURL: (address) => void told.push(address),
    })
    expect(told).toEqual([false, [], expect.stringMatching(/^app:\/\/bookwheel\//)])
  })
})

describe('every permission', () => {
  const doors: Partial<Record<keyof PermissionDoors, (...given: unknown[]) => unknown>> = {}
  const take =
    (name: keyof PermissionDoors) =>
    (handler: unknown): void => {
      if (typeof handler === 'function') doors[name] = (...given) => Reflect.apply(handler, null, given)
    }
  denyPermissions({
    setPermissionRequestHandler: take('setPermissionRequestHandler'),
    setPermissionCheckHandler: take('setPermissionCheckHandler'),
    setDevicePermissionHandler: take('setDevicePermissionHandler'),
    setDisplayMediaRequestHandler: take('setDisplayMediaRequestHandler'),
  })

  it.each(
    (
      'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read ' +
      'clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation ' +
      'hand-tracking hid idle-detection keyboardLock local-fonts local-network-access media mediaKeySystem midi midiSysex ' +
      'nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock ' +
      'screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock ' +
      'top-level-storage-access unknown usb vr window-management one-of-the-future'
    ).split(' '),
  )('%s is denied when it is asked for and when it is looked up', (permission) => {
    const answers: unknown[] = []
    doors.setPermissionRequestHandler?.({}, permission, (isGranted: unknown) => answers.push(isGranted), {})
    expect(answers).toEqual([false])
    expect(doors.setPermissionCheckHandler?.({}, permission, 'app://bookwheel', {})).toBe(false)
  })

  it('is denied for devices and screens', () => {
    const streams: unknown[] = []
    doors.setDisplayMediaRequestHandler?.({}, (given: unknown) => streams.push(given))
    expect(streams).toEqual([null])
    expect(doors.setDevicePermissionHandler?.({ deviceType: 'usb' })).toBe(false)
  })
})

/** A page's contents, locked, and what its reader was offered. */
function lock() {
  const offered: string[] = []
  const policies: string[] = []
  const opener: { handler: ((details: { url: string }) => { action: 'deny' }) | null } = { handler: null }
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: { url: string }) => { action: 'deny' }) =>
      void (opener.handler = handler),
    setWebRTCIPHandlingPolicy: (policy: string) => void policies.push(policy),
  })
  lockNavigation(contents, (address) => offered.push(address))
  return { contents, offered, policies, open: (url: string) => opener.handler?.({ url }) }
}

describe('every way out of the page', () => {
  it.each([...foreign, ...own])('is shut to “%s”, by navigation, redirect, frame and window', (url) => {
    const { contents, offered, open } = lock()
    const prevented: string[] = []
    for (const event of ['will-frame-navigate', 'will-navigate', 'will-redirect']) {
      for (const isMainFrame of [true, false]) {
        contents.emit(event, { url, isMainFrame, preventDefault: () => prevented.push(event) })
      }
    }
    expect(prevented).toHaveLength(6)
    expect(open(url)).toEqual({ action: 'deny' })
    // Once for the page itself, once for the window; never for a frame within it.
    expect(offered).toEqual([url, url])
  })

  it('is shut to embedded browsers, and to connections from browser to browser', () => {
    const { contents, policies } = lock()
    let isPrevented = false
    contents.emit('will-attach-webview', { preventDefault: () => (isPrevented = true) }, {}, {})
    expect([isPrevented, policies]).toEqual([true, ['disable_non_proxied_udp']])
  })
})
