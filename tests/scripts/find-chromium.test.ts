import { beforeEach, describe, expect, it } from 'vitest'
import { chromiumPlaces, findChromium } from '../../scripts/find-chromium.mjs'
import type { Machine } from '../../scripts/find-chromium.mjs'

let said: string[]
let present: Set<string>
beforeEach(() => {
  said = []
  present = new Set()
})

/** A Linux machine on which only `present` exists, all of it can be run, and nothing can be installed. */
function machine(changes: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    isDebianRoot: false,
    playwrightPath: '/cache/chromium',
    exists: (path) => present.has(path),
    starts: () => true,
    installWithApt: () => Promise.resolve(),
    downloadWithPlaywright: () => Promise.resolve(),
    say: (line) => said.push(line),
    ...changes,
  }
}

describe('findChromium', () => {
  it('takes the one that CHROMIUM_PATH names before any other', async () => {
    present = new Set(['/opt/mine', '/usr/bin/chromium'])
    const environment = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/mine' }
    expect(await findChromium(machine({ environment }))).toBe('/opt/mine')
  })

  it('takes no other where CHROMIUM_PATH names none', async () => {
    present.add('/usr/bin/chromium')
    const environment = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/gone' }
    await expect(findChromium(machine({ environment }))).rejects.toThrow('CHROMIUM_PATH is /opt/gone')
  })

  it('finds an installed one without a word', async () => {
    present.add('/usr/bin/google-chrome')
    expect([await findChromium(machine()), said]).toEqual(['/usr/bin/google-chrome', []])
  })

  it('passes over a name that cannot be run', async () => {
    present = new Set(['/usr/bin/chromium-browser', '/usr/bin/google-chrome'])
    const pickyMachine = machine({ starts: (path) => path !== '/usr/bin/chromium-browser' })
    expect(await findChromium(pickyMachine)).toBe('/usr/bin/google-chrome')
  })

  it('finds the one that Playwright has downloaded before', async () => {
    present.add('/cache/chromium')
    expect([await findChromium(machine()), said]).toEqual(['/cache/chromium', []])
  })

  it('asks apt on Debian as root, and says so before', async () => {
    const installWithApt = () => {
      expect(said).toEqual([expect.stringContaining('apt-get')])
      present.add('/usr/bin/chromium')
      return Promise.resolve()
    }
    expect(await findChromium(machine({ isDebianRoot: true, installWithApt }))).toBe('/usr/bin/chromium')
    expect(said).toHaveLength(1)
  })

  it('downloads one with Playwright elsewhere, and says so before', async () => {
    const online = machine({
      downloadWithPlaywright() {
        expect(said).toEqual([expect.stringContaining('Playwright')])
        present.add('/cache/chromium')
        return Promise.resolve()
      },
    })
    expect(await findChromium(online)).toBe('/cache/chromium')
    expect(said).toHaveLength(1)
  })

  it('tries both, then gives up', async () => {
    expect(await findChromium(machine({ isDebianRoot: true }))).toBeNull()
    expect(said).toEqual([expect.stringContaining('apt-get'), expect.stringContaining('Playwright')])
  })

  it('fetches nothing where BOOKWHEEL_NO_FETCH is 1', async () => {
    const environment = { PATH: '/usr/bin', BOOKWHEEL_NO_FETCH: '1' }
    expect(await findChromium(machine({ isDebianRoot: true, environment }))).toBeNull()
    expect(said).toEqual([])
  })
})

describe('the places of a Chromium', () => {
  it('are those of the search path on Linux', () => {
    const places = chromiumPlaces({ platform: 'linux', environment: { PATH: '/a::/b' } })
    expect(places).toEqual(
      ['/a', '/b'].flatMap((folder) =>
        [
          'chromium-headless-shell',
          'chromium',
          'chromium-browser',
          'google-chrome',
          'google-chrome-stable',
        ].map((name) => `${folder}/${name}`),
      ),
    )
  })

  it('are the application folders on macOS', () => {
    const places = chromiumPlaces({ platform: 'darwin', environment: { HOME: '/Users/ada' } })
    expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(places).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium')
  })

  it('are the program folders on Windows, as far as they are known', () => {
    const environment = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }
    expect(chromiumPlaces({ platform: 'win32', environment })).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    ])
  })

  it('are none where the environment says nothing', () => {
    expect(chromiumPlaces({ platform: 'linux', environment: {} })).toEqual([])
    expect(chromiumPlaces({ platform: 'win32', environment: {} })).toEqual([])
  })
})
