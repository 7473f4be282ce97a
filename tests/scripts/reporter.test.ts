import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const projectFolder = resolve(import.meta.dirname, '..', '..')

/** Test files of every outcome that a run can have. */
const files = {
  'a.test.js': `
    test('passes', () => {})
    test('fails', () => { throw new Error('no') })
    describe.skip('real thing (none here)', () => { test('starts', () => {}) })
    test.todo('later')`,
  'b.test.js': `test('passes too', () => {})`,
  'broken-file.test.js': `throw new Error('cannot be loaded')`,
  'broken-hook.test.js': `
    describe('suite', () => {
      beforeAll(() => { throw new Error('hook') })
      test('never runs', () => {})
    })`,
  'stray.test.js': `test('passes, too', () => { void Promise.reject(new Error('stray')) })`,
}

/** Runs Vitest itself with our reporter over these files; answers its exit code and the counts. */
async function runTests(folder: string): Promise<{ exitCode: number; counts: unknown }> {
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { name: 'sample', globals: true } }`,
  )
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const countsFile = join(folder, 'counts.json')
  const reporter = `--reporter=${join(projectFolder, 'tests', 'reporter.ts')}`
  // One process for all: what is counted does not depend on how many there are.
  const args = ['run', '--root', folder, '--no-isolate', '--maxWorkers=1', reporter]
  const exitCode = await new Promise<number>((done) => {
    const child = execFile(
      process.execPath,
      [join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs'), ...args],
      { env: { ...process.env, BOOKWHEEL_TEST_COUNTS: countsFile } },
      () => done(child.exitCode ?? 1),
    )
  })
  return { exitCode, counts: JSON.parse(readFileSync(countsFile, 'utf8')) }
}

/** Whether a list holds just these, in whatever order. */
const areAll =
  (wished: readonly string[]) =>
  (list: readonly string[]): boolean =>
    JSON.stringify(list.toSorted()) === JSON.stringify(wished.toSorted())

describe('the counting reporter', () => {
  let folder: string
  let run: Awaited<ReturnType<typeof runTests>>

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bookwheel-reporter-'))
    run = await runTests(folder)
  }, 30_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('counts passed, failed and skipped tests', () => {
    expect(run).toMatchObject({
      exitCode: 1,
      counts: { projects: [{ name: 'sample', passed: 3, failed: 1, skipped: 3 }] },
    })
  })

  it('names the skipped ones, with what they stand in', () => {
    const skippedTests = [
      'sample > later',
      'sample > real thing (none here) > starts',
      'sample > suite > never runs',
    ]
    expect(run.counts).toMatchObject({ skippedTests: expect.toSatisfy(areAll(skippedTests)) })
  })

  it('counts what fails outside any test: a file, a hook, a promise', () => {
    expect(run.counts).toMatchObject({ otherErrors: 3 })
  })
})
