import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  listenAtBestPort,
  readLastPort,
  rememberPort,
} from '../../../../electron/shells/loopback/last-port.ts'

let folder: string
let servers: Server[]
const logged: string[] = []
const log = { info: (line: string) => logged.push(line), error: (line: string) => logged.push(line) }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-port-'))
  servers = []
  logged.length = 0
})
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  rmSync(folder, { recursive: true, force: true })
})

/** A real server at a port of this machine; answers the port. */
function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, () => {
      servers.push(server)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

function failWith(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }))
}

/** Gets any port, but none by its number, for a reason of the system that nobody foresees. */
function listenUnlessNamed(port: number): Promise<number> {
  return port === 0 ? listen(0) : failWith('EMFILE')
}

/** A port that nobody uses: one that the system gave out and took back. */
async function findFreePort(): Promise<number> {
  const port = await listen(0)
  const server = servers.pop()
  await new Promise((resolve) => server?.close(resolve))
  return port
}

describe('the last port', () => {
  it('is none at first', () => expect(readLastPort(folder)).toBeNull())

  it('is remembered', () => {
    rememberPort(folder, 4567, log)
    expect(readLastPort(folder)).toBe(4567)
  })

  it.runIf(process.platform !== 'win32')('is kept from everybody but the owner', () => {
    rememberPort(folder, 4567, log)
    expect(statSync(join(folder, 'loopback.json')).mode & 0o077).toBe(0)
  })

  it('is not written again where it is the same', () => {
    rememberPort(folder, 4567, log)
    const path = join(folder, 'loopback.json')
    chmodSync(path, 0o400)
    writeFileSync(path, `${readFileSync(path, 'utf8')} `, { flag: 'r+' })
    rememberPort(folder, 4567, log)
    expect(readFileSync(path, 'utf8')).toMatch(/ $/)
  })

  it.each(['', 'rubbish', '{"port":"80"}', '{"port":0}', '{"port":65536}', '{"port":1.5}', '[]', 'null'])(
    'is none where its file holds %j',
    (text) => {
      writeFileSync(join(folder, 'loopback.json'), text)
      expect(readLastPort(folder)).toBeNull()
    },
  )

  it('that cannot be noted is logged and stops nothing', () => {
    rememberPort(join(folder, 'missing'), 4567, log)
    expect(logged).toEqual(['the port could not be noted for the next start'])
  })
})

describe('listenAtBestPort', () => {
  it('takes the port that was asked for', async () => {
    const asked = await findFreePort()
    expect(await listenAtBestPort({ asked, last: 1, listen })).toBe(asked)
  })

  it('says which port is in use where the user asked for it', async () => {
    const asked = await listen(0)
    await expect(listenAtBestPort({ asked, last: null, listen })).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringContaining(`port ${asked} is in use`),
    })
  })

  it('says which port the system keeps to itself', async () => {
    await expect(
      listenAtBestPort({ asked: 80, last: null, listen: () => failWith('EACCES') }),
    ).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringContaining('does not let you use port 80'),
    })
  })

  it('takes the last port where none was asked for', async () => {
    const last = await findFreePort()
    expect(await listenAtBestPort({ asked: null, last, listen })).toBe(last)
  })

  it('takes any port where the last one is in use, without a word', async () => {
    const last = await listen(0)
    const port = await listenAtBestPort({ asked: null, last, listen })
    expect(port).not.toBe(last)
    expect(port).toBeGreaterThan(0)
  })

  it('takes any port where there was no last one', async () => {
    expect(await listenAtBestPort({ asked: null, last: null, listen })).toBeGreaterThan(0)
  })

  it.each([
    ['the asked port', 5000],
    ['the last port', null],
  ])('lets an unforeseen failure at %s through', async (_what, asked) => {
    await expect(listenAtBestPort({ asked, last: 4000, listen: listenUnlessNamed })).rejects.toThrow('EMFILE')
  })
})
