// The fetching of Electron's binary: only loopback addresses and installers made here; nothing is downloaded.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import {
  fetchElectron,
  fetchLimits,
  readDownloadHost,
  readFailure,
  runInstaller,
  tryToConnect,
} from '../../scripts/fetch-electron.mjs'
import { allowConnectionsTo } from '../forbid-network.ts'

allowConnectionsTo('127.0.0.1')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-fetch-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A port of this machine on which somebody listens, or, once it is closed, nobody. */
async function openPort(): Promise<{ url: URL; close: () => Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const { port } = address
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  return { url: new URL(`http://127.0.0.1:${port}/electron/`), close }
}

function installer(code: string): string {
  const path = join(folder, 'install.cjs')
  writeFileSync(path, code)
  return path
}

const run = (code: string, silence = 5000): Promise<string | null> =>
  runInstaller({ installer: installer(code), environment: process.env, silence, say: () => undefined })

describe('the host of the download', () => {
  it.each([
    [{}, 'github.com'],
    [{ ELECTRON_MIRROR: 'http://127.0.0.1:9/electron/' }, '127.0.0.1'],
    [{ ELECTRON_GET_USE_PROXY: '1', HTTPS_PROXY: 'http://proxy.invalid:8080' }, 'proxy.invalid'],
    [{ HTTPS_PROXY: 'http://proxy.invalid:8080' }, 'github.com'],
  ])('of %o is %s', (environment, host) => {
    expect(readDownloadHost(environment).hostname).toBe(host)
  })
})

describe('a host', () => {
  it('that listens is reached', async () => {
    const port = await openPort()
    onTestFinished(port.close)
    expect(await tryToConnect(port.url, 5000)).toBeNull()
  })

  it('that does not listen is told at once', async () => {
    const port = await openPort()
    await port.close()
    expect(await tryToConnect(port.url, 5000)).toBe('127.0.0.1 cannot be reached (ECONNREFUSED)')
  })
})

describe('the installer', () => {
  it('that ends well has done its work', async () => {
    expect(await run('process.exit(0)')).toBeNull()
  })

  it('that fails is quoted', async () => {
    expect(await run('throw new Error("checksum mismatch")')).toBe('checksum mismatch')
  })

  it('that brings no byte is ended', async () => {
    expect(await run('setInterval(() => {}, 1000)', 300)).toBe('no byte came for 0.3 s')
  })

  it('that brings bytes is not, however long it takes', async () => {
    const slow = `
      const file = require('node:path').join(require('node:os').tmpdir(), 'part')
      let left = 14
      const timer = setInterval(() => {
        require('node:fs').appendFileSync(file, 'x')
        if (--left === 0) clearInterval(timer)
      }, 150)`
    expect(await run(slow, 1500)).toBeNull()
  })
})

const note = (): string => join(folder, 'note.json')

describe('an earlier failure', () => {
  const now = 1_800_000_000_000

  it('is remembered for a day', () => {
    writeFileSync(note(), JSON.stringify({ at: now, reason: 'no network' }))
    expect(readFailure(note(), now + fetchLimits.remember - 1)).toBe('no network')
    expect(readFailure(note(), now + fetchLimits.remember + 1)).toBeNull()
  })

  it.each(['', '{', '[]', '{"at":"x"}'])('that is noted as %j is none', (text) => {
    writeFileSync(note(), text)
    expect(readFailure(note(), now)).toBeNull()
  })
})

describe('fetching', () => {
  it('is skipped where the user says so', async () => {
    const environment = { BOOKWHEEL_NO_FETCH: '1' }
    expect(await fetchElectron({ projectFolder: folder, environment, say: () => undefined })).toBe(
      'BOOKWHEEL_NO_FETCH is set',
    )
  })

  it('that fails says why, and does not try again within the day', async () => {
    const port = await openPort()
    await port.close()
    const lines: string[] = []
    const options = {
      projectFolder: folder,
      environment: { ELECTRON_MIRROR: port.url.href },
      say: (line: string) => lines.push(line),
    }
    expect(await fetchElectron(options)).toMatch(/cannot be reached/)
    expect(lines).toHaveLength(1)
    expect(await fetchElectron(options)).toMatch(/cannot be reached .*not tried again for a day/)
    expect(lines).toHaveLength(1)
  })
})
