// What the desktop's page may ask for, and what is shut before anything runs.
import { describe, expect, it } from 'vitest'
import {
  isAllowedRequest,
  offlineSwitches,
  shutNetwork,
} from '../../../../electron/shells/desktop/offline.ts'

describe('isAllowedRequest', () => {
  it.each([
    'app://bookwheel/',
    'app://bookwheel/assets/main.js',
    'app://bookwheel/index.html?x#y',
    'blob:app://bookwheel/6e2a0d7e-6f0b-4cf6-9a5b-0a4b1a4c1b1d',
  ])('lets %s pass', (address) => {
    expect(isAllowedRequest(address, false)).toBe(true)
  })

  it.each([
    'app://bookwheel',
    'app://bookwheel.evil/',
    'app://bookwheel@evil/',
    'app://evil/',
    'blob:app://evil/1',
    'blob:https://bookwheel/1',
    'blob:null/1',
    'http://bookwheel/',
    'https://example.org/app://bookwheel/',
    'ws://127.0.0.1:80/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'about:blank',
    'chrome://gpu',
    'chrome-extension://abc/page.html',
    'devtools://devtools/bundled/inspector.html',
    'javascript:alert(1)',
    'view-source:app://bookwheel/',
    'filesystem:app://bookwheel/temporary/x',
    '',
  ])('cancels %s', (address) => {
    expect(isAllowedRequest(address, false)).toBe(false)
  })

  it('lets the developer tools load where there are any, and nothing more', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', true)).toBe(true)
    expect(isAllowedRequest('https://example.org/', true)).toBe(false)
  })
})

describe('shutNetwork', () => {
  it('sets each switch, with its value where it has one', () => {
    const set: string[][] = []
    const record = (...given: string[]): void => void set.push(given)
    const commandLine = {
      appendSwitch: record,
      appendArgument: () => undefined,
      getSwitchValue: () => '',
      hasSwitch: () => false,
      removeSwitch: () => undefined,
    }
    shutNetwork({ commandLine })
    expect(set).toEqual(offlineSwitches)
    expect(set).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(set).toContainEqual(['no-pings'])
  })
})
