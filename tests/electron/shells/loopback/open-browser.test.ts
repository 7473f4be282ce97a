import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasScreen, openBrowser } from '../../../../electron/shells/loopback/open-browser.ts'
import type { RedirectFile } from '../../../../electron/shells/loopback/redirect-file.ts'

const address = 'http://127.0.0.1:4567/#t=secret-token'
const screen = { platform: 'linux', environment: { DISPLAY: ':0' } } as const

let logged: string[]
let redirects: RedirectFile[]
beforeEach(() => {
  logged = []
  redirects = []
})
afterEach(() => {
  for (const { remove } of redirects) remove()
})

/** Opens with an opener that does as told; answers the paths that it was handed. */
async function open(
  start: () => Promise<EventEmitter>,
  surroundings: Parameters<typeof hasScreen>[0] = screen,
): Promise<string[]> {
  const opened: string[] = []
  await openBrowser({
    address,
    log: { info: (line) => logged.push(line), error: (line) => logged.push(line) },
    surroundings,
    onRedirect: (file) => redirects.push(file),
    start(path) {
      opened.push(path)
      return start()
    },
  })
  return opened
}

describe('opening the browser', () => {
  it('hands over a file that leads to the address, and no token', async () => {
    const [path = ''] = await open(() => Promise.resolve(new EventEmitter()))
    expect(path).not.toContain('secret-token')
    expect(readFileSync(path, 'utf8')).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`)
    expect(logged).toEqual([expect.stringContaining('opening your browser')])
  })

  it.runIf(process.platform !== 'win32')('keeps that file from everybody else', async () => {
    const [path = ''] = await open(() => Promise.resolve(new EventEmitter()))
    expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('leaves nothing behind once the file is removed, which may be asked twice', async () => {
    const [path = ''] = await open(() => Promise.resolve(new EventEmitter()))
    redirects[0]?.remove()
    redirects[0]?.remove()
    expect(existsSync(dirname(path))).toBe(false)
  })

  it('says how to go on where there is no opener', async () => {
    await open(() => Promise.reject(new Error('spawn xdg-open ENOENT')))
    expect(logged).toEqual([
      expect.stringMatching(/no browser could be opened \(spawn xdg-open ENOENT\).*by hand/),
    ])
  })

  it('says how to go on where the opener gives up', async () => {
    const opener = new EventEmitter()
    await open(() => Promise.resolve(opener))
    opener.emit('exit', 3)
    expect(logged[1]).toMatch(/exit code 3.*by hand/)
  })

  it('says no more where the opener is done', async () => {
    const opener = new EventEmitter()
    await open(() => Promise.resolve(opener))
    opener.emit('exit', 0)
    expect(logged).toHaveLength(1)
  })

  it('starts nothing and writes nothing where there is no screen', async () => {
    const opened = await open(() => Promise.resolve(new EventEmitter()), {
      platform: 'linux',
      environment: {},
    })
    expect([opened, redirects]).toEqual([[], []])
    expect(logged).toEqual([expect.stringMatching(/no screen.*by hand/)])
  })
})

describe('a screen', () => {
  it.each([
    ['macOS', { platform: 'darwin', environment: {} }, true],
    ['Windows', { platform: 'win32', environment: {} }, true],
    ['Linux under X', screen, true],
    ['Linux under Wayland', { platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' } }, true],
    ['Linux under Windows', { platform: 'linux', environment: { WSL_DISTRO_NAME: 'Debian' } }, true],
    ['a Linux that names its browser', { platform: 'linux', environment: { BROWSER: 'firefox' } }, true],
    ['a Linux server', { platform: 'linux', environment: { DISPLAY: '' } }, false],
  ] as const)('is looked for on %s', (_name, surroundings, found) => {
    expect(hasScreen(surroundings)).toBe(found)
  })
})
