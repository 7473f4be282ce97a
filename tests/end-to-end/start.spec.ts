// npm start where the desktop cannot be had: browser mode comes instead, soon, with one line that says why.
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchFailureNote } from '../../scripts/fetch-electron.mjs'
import { projectFolder } from './hosts/program-folder.ts'
import type { RunningProcess } from './hosts/run-process.ts'
import { runProcess } from './hosts/run-process.ts'

const address = /^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/

/** Milliseconds within which browser mode must have opened. */
const bound = 20_000

const note = fetchFailureNote(projectFolder)
const noteAside = `${note}.aside`

let folder = ''
let running: RunningProcess | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-spec-'))
  // What this machine remembers of its own attempts is none of the test's business.
  if (existsSync(note)) renameSync(note, noteAside)
})

afterEach(async () => {
  running?.signal('SIGKILL')
  await running?.ended
  running = null
  rmSync(note, { force: true })
  if (existsSync(noteAside)) renameSync(noteAside, note)
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `npm start` without a browser; answers its address and its other lines, once browser mode is open. */
async function start(environment: Readonly<Record<string, string>>) {
  const data = join(folder, 'data')
  const args = [join(projectFolder, 'scripts', 'start.mjs'), '--no-open', '--port', '0', '--data', data]
  const before = performance.now()
  running = runProcess({ args, environment, workingFolder: folder })
  const line = await running.firstLine
  const reasons = running
    .errorOutput()
    .split('\n')
    .filter((text) => text.includes('in your browser instead'))
  return { line, reasons, milliseconds: performance.now() - before }
}

/** A folder with a build of Electron that is none: a script in the place of its binary. */
function makeStubBinary(script: string): string {
  const dist = join(folder, 'dist')
  const path = join(dist, process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron')
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return dist
}

/** An address at which nobody listens. */
async function findDeadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/`
}

describe('npm start', () => {
  it(
    'opens browser mode where the mirror of Electron’s binary is dead',
    { timeout: bound + 5000 },
    async () => {
      const environment = {
        BOOKWHEEL_NO_FETCH: '',
        ELECTRON_MIRROR: await findDeadAddress(),
        ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nothing'),
      }
      const run = await start(environment)
      expect(run.line).toMatch(address)
      expect(run.reasons).toEqual([expect.stringContaining('127.0.0.1 cannot be reached (ECONNREFUSED)')])
      expect(run.reasons[0]).toContain(note)
      expect(run.milliseconds).toBeLessThan(bound)
    },
  )

  // Windows runs no script in the place of a program.
  it.skipIf(process.platform === 'win32')(
    'opens browser mode where Electron ends before its window is shown (a script stands for it: not on Windows)',
    { timeout: bound + 5000 },
    async () => {
      const dist = makeStubBinary('exit 1')
      const run = await start({ ELECTRON_OVERRIDE_DIST_PATH: dist })
      expect(run.line).toMatch(address)
      expect(run.reasons).toEqual([
        expect.stringContaining('Electron ended with exit code 1 before its window was shown'),
      ])
      expect(run.milliseconds).toBeLessThan(bound)
    },
  )
})
