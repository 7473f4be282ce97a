import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProgramOptions, RunningProgram } from '../../../../electron/shells/loopback/start-program.ts'
import { startProgram } from '../../../../electron/shells/loopback/start-program.ts'
import { allowConnectionsTo } from '../../../forbid-network.ts'

allowConnectionsTo('127.0.0.1')

const programFolder = resolve(import.meta.dirname, '..', '..', '..', '..')

let parent: string
let dataFolder: string
let logged: string[]
let keptIn: string[]
let running: RunningProgram[]

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'bookwheel-program-'))
  dataFolder = join(parent, 'data')
  logged = []
  keptIn = []
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((program) => program.close()))
  rmSync(parent, { recursive: true, force: true })
})

function refuseWorker(): never {
  throw new Error('no worker in this test')
}

/** Starts the whole program, its index in this process: the worker needs a build. */
async function start(changes: Partial<ProgramOptions> = {}): Promise<RunningProgram> {
  const program = await startProgram({
    programFolder,
    dataFolder,
    askedPort: null,
    StoreClass: Conf,
    startWorker: refuseWorker,
    startAnchoringWorker: refuseWorker,
    clock: Date.now,
    log: {
      info: (line) => logged.push(line),
      error: (line) => logged.push(line),
      keepIn: (folder) => keptIn.push(folder),
    },
    ...changes,
  })
  running.push(program)
  await program.ready
  return program
}

async function call({ address }: RunningProgram, operation: string, input: unknown): Promise<unknown> {
  const { origin, hash } = new URL(address)
  const response = await fetch(`${origin}/api/call/${operation}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hash.slice('#t='.length)}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return response.json()
}

describe('the program', () => {
  it('answers at its address, and tells when the first page has come', async () => {
    const program = await start()
    expect(program.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/)
    expect(await call(program, 'readStatus', {})).toMatchObject({
      ok: true,
      value: { shell: 'loopback', dataFolder, readOnly: null, index: { ready: true, articleCount: 5 } },
    })
    await program.firstCall
  })

  it('finds what was saved when it is started again, at the same port', async () => {
    const first = await start()
    await call(first, 'changeSettings', { textSize: 24 })
    await first.close()
    running = []
    const second = await start()
    expect(await call(second, 'readSettings', {})).toMatchObject({ value: { textSize: 24 } })
    expect(new URL(second.address).port).toBe(new URL(first.address).port)
    expect(second.address).not.toBe(first.address)
  })

  it('releases the data folder when it is closed', async () => {
    const first = await start()
    await first.close()
    running = []
    logged = []
    await start()
    expect(logged.filter((line) => line.includes('nothing will be saved'))).toEqual([])
  })

  it('only reads where a second one finds the folder taken, says why, and changes no file', async () => {
    const first = await start()
    const portFile = readFileSync(join(dataFolder, 'loopback.json'), 'utf8')
    const second = await start()
    expect(logged).toContain(
      `nothing will be saved in ${dataFolder}: another Bookwheel (process ${process.pid}) has it open; you can read`,
    )
    expect(await call(second, 'changeSettings', { textSize: 24 })).toMatchObject({
      ok: false,
      error: { code: 'read-only' },
    })
    // The log is kept by the one that may write, and by no other.
    expect(keptIn).toEqual([dataFolder])
    expect(new URL(second.address).port).not.toBe(new URL(first.address).port)
    expect(readFileSync(join(dataFolder, 'loopback.json'), 'utf8')).toBe(portFile)
  })

  it('says what it had to set aside', async () => {
    await (await start()).close()
    running = []
    writeFileSync(join(dataFolder, 'settings.json'), '{"theme":')
    await start()
    expect(logged).toContainEqual(
      expect.stringMatching(/settings could not be read; the damaged file is kept at /),
    )
  })
})

describe('the program does not start', () => {
  it('where its data folder is a file, and says so', async () => {
    writeFileSync(dataFolder, '')
    await expect(start()).rejects.toMatchObject({
      name: 'StartFailure',
      message: `the data folder ${dataFolder} cannot be used: it is not a folder\nname another with --data DIR`,
    })
  })

  it('where its data folder cannot be made, and says so', async () => {
    writeFileSync(join(parent, 'file'), '')
    await expect(start({ dataFolder: join(parent, 'file', 'data') })).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringMatching(/cannot be used: .*\nname another with --data DIR/),
    })
  })

  it('where the asked port is in use, and leaves the data folder free', async () => {
    const first = await start()
    const askedPort = Number(new URL(first.address).port)
    const otherFolder = join(parent, 'other')
    await expect(start({ askedPort, dataFolder: otherFolder })).rejects.toThrow(`port ${askedPort} is in use`)
    logged = []
    await start({ dataFolder: otherFolder })
    expect(logged.filter((line) => line.includes('nothing will be saved'))).toEqual([])
  })
})
