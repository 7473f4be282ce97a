import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build, ensureBuild, forgetBuild, isBuildFresh } from '../../scripts/ensure-build.mjs'

let folder: string
let builds: number
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-build-'))
  builds = 0
  said = []
  mkdirSync(join(folder, 'electron', 'services'), { recursive: true })
  mkdirSync(join(folder, 'renderer'))
  for (const path of ['electron/services/a.ts', 'electron/b.ts', 'renderer/index.html', 'package.json']) {
    writeFileSync(join(folder, path), path)
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function ensure(exitCode = 0): Promise<number> {
  const runBuild = () => {
    builds += 1
    return Promise.resolve(exitCode)
  }
  return ensureBuild(folder, runBuild, (line) => said.push(line))
}

describe('ensureBuild', () => {
  it('builds where nothing was built, and says so before', async () => {
    expect(await ensure()).toBe(0)
    expect([builds, said]).toEqual([1, [expect.stringContaining('building')]])
  })

  it('builds no second time, and says nothing', async () => {
    await ensure()
    said = []
    expect(await ensure()).toBe(0)
    expect([builds, said]).toEqual([1, []])
  })

  it.each([
    ['is changed', () => writeFileSync(join(folder, 'electron/services/a.ts'), 'other words')],
    ['is put back from an older copy', () => touch('renderer/index.html', 1000)],
    ['is added', () => writeFileSync(join(folder, 'renderer/new.tsx'), '')],
    ['is deleted', () => rmSync(join(folder, 'electron/b.ts'))],
    ['of the set-up is changed', () => writeFileSync(join(folder, 'package.json'), '{"version":"2"}')],
    ['of the set-up is added', () => writeFileSync(join(folder, 'electron.vite.config.ts'), '')],
  ])('builds again when a source %s', async (_what, change) => {
    await ensure()
    change()
    await ensure()
    expect(builds).toBe(2)
  })

  it.each(['README.md', 'tests/a.test.ts', 'scripts/a.mjs', 'out/main/a.js', 'corpus/a.md'])(
    'does not build for %s, which is in no build',
    async (path) => {
      await ensure()
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), 'new')
      await ensure()
      expect(builds).toBe(1)
    },
  )

  it('builds again where out/ was deleted', async () => {
    await ensure()
    rmSync(join(folder, 'out'), { recursive: true })
    await ensure()
    expect(builds).toBe(2)
  })

  it('answers the exit code of a failed build, says so, and tries again next time', async () => {
    expect(await ensure(3)).toBe(3)
    expect(said.at(-1)).toContain('the build failed (exit code 3)')
    expect(await ensure()).toBe(0)
    expect(builds).toBe(2)
  })

  it('takes no failed build for the good one before it', async () => {
    touch('electron/b.ts', 1000)
    await ensure()
    touch('electron/b.ts', 2000)
    await ensure(1)
    // The sources are again those of the good build, but the failed one may have emptied out/.
    touch('electron/b.ts', 1000)
    await ensure()
    expect(builds).toBe(3)
  })
})

function touch(path: string, seconds: number): void {
  utimesSync(join(folder, path), seconds, seconds)
}

describe('a build', () => {
  it('is stale where a source was changed while it ran', async () => {
    await build(folder, () => {
      writeFileSync(join(folder, 'electron/b.ts'), 'changed meanwhile')
      return Promise.resolve(0)
    })
    expect(isBuildFresh(folder)).toBe(false)
  })

  it('is stale once it is forgotten, which may be asked without one', async () => {
    forgetBuild(folder)
    await build(folder, () => Promise.resolve(0))
    expect(isBuildFresh(folder)).toBe(true)
    forgetBuild(folder)
    expect([isBuildFresh(folder), existsSync(join(folder, 'out'))]).toEqual([false, true])
  })
})
