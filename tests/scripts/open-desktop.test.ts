// The opening of the desktop with binaries made here in Electron's place; no test reaches a network.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/find-electron.mjs'
import { openDesktop } from '../../scripts/open-desktop.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-desktop-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Makes an executable that does as the shell script says, as a build of Electron in a folder of its own. */
function makeBinary(script: string): string {
  const dist = join(folder, 'dist')
  mkdirSync(dist)
  const binary = join(dist, 'electron')
  writeFileSync(binary, `#!/bin/sh\n${script}\n`)
  chmodSync(binary, 0o755)
  return dist
}

const open = (environment: NodeJS.ProcessEnv): ReturnType<typeof openDesktop> =>
  openDesktop({
    projectFolder: folder,
    args: ['--data', '/some/where'],
    environment: { PATH: process.env['PATH'], ...environment },
    say: () => undefined,
  })

describe('the binary', () => {
  it('is where electron’s own note says', () => {
    const packageFolder = join(folder, 'node_modules', 'electron')
    mkdirSync(join(packageFolder, 'dist'), { recursive: true })
    writeFileSync(join(packageFolder, 'path.txt'), 'electron')
    const where = { projectFolder: folder, environment: {}, platform: 'linux' as const }
    expect(findElectron(where)).toBeNull()
    writeFileSync(join(packageFolder, 'dist', 'electron'), '')
    expect(findElectron(where)).toBe(join(packageFolder, 'dist', 'electron'))
  })
})

describe.skipIf(process.platform === 'win32')('the desktop (Windows runs no shell scripts)', () => {
  it('that ends before its window is shown was not opened', async () => {
    const run = await open({ ELECTRON_OVERRIDE_DIST_PATH: makeBinary('exit 1') })
    expect(run).toEqual({
      opened: false,
      reason: 'Electron ended with exit code 1 before its window was shown',
    })
  })

  it('that is ended by the system before its window is shown was not opened', async () => {
    const run = await open({ ELECTRON_OVERRIDE_DIST_PATH: makeBinary('kill -9 $$') })
    expect(run).toEqual({ opened: false, reason: 'Electron ended by SIGKILL before its window was shown' })
  })

  it('that showed its window was opened, however it ended', async () => {
    const dist = makeBinary('touch "$BOOKWHEEL_SHOWN_FILE"; exit 3')
    expect(await open({ ELECTRON_OVERRIDE_DIST_PATH: dist })).toEqual({ opened: true, exitCode: 3 })
  })

  it('is given the program’s folder and the arguments', async () => {
    const said = join(folder, 'said')
    await open({ ELECTRON_OVERRIDE_DIST_PATH: makeBinary(`echo "$@" > ${said}`) })
    expect(readFileSync(said, 'utf8').trim()).toMatch(new RegExp(`${folder} --data /some/where$`))
  })

  it('that cannot be run says so', async () => {
    const dist = makeBinary('exit 0')
    chmodSync(join(dist, 'electron'), 0o644)
    expect(await open({ ELECTRON_OVERRIDE_DIST_PATH: dist })).toMatchObject({
      opened: false,
      reason: expect.stringMatching(/EACCES/),
    })
  })

  it('without a binary and without leave to fetch one says so', async () => {
    expect(await open({ BOOKWHEEL_NO_FETCH: '1' })).toEqual({
      opened: false,
      reason: 'Electron could not be fetched: BOOKWHEEL_NO_FETCH is set',
    })
  })
})
