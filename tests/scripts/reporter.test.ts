import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const projectFolder = resolve(import.meta.dirname, '..', '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-reporter-'))
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { name: 'sample', globals: true } }`,
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs Vitest itself with our reporter over test files of the given content; answers its exit code and the counts. */
async function runTests(files: Record<string, string>): Promise<{ exitCode: number; counts: unknown }> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const countsFile = join(folder, 'counts.json')
  const args = ['run', '--root', folder, `--reporter=${join(projectFolder, 'tests', 'reporter.ts')}`]
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

describe('the counting reporter', () => {
  it('counts passed, failed and skipped tests and names the skipped ones', { timeout: 30_000 }, async () => {
    const { exitCode, counts } = await runTests({
      'a.test.js': `
        test('passes', () => {})
        test('fails', () => { throw new Error('no') })
        describe.skip('real thing (none here)', () => { test('starts', () => {}) })
        test.todo('later')`,
      'b.test.js': `test('passes too', () => {})`,
    })
    expect(exitCode).toBe(1)
    expect(counts).toEqual({
      projects: [{ name: 'sample', passed: 2, failed: 1, skipped: 2 }],
      skippedTests: ['sample > real thing (none here) > starts', 'sample > later'],
      otherErrors: 0,
    })
  })

  it('counts what fails outside any test', { timeout: 30_000 }, async () => {
    const { exitCode, counts } = await runTests({
      'broken-file.test.js': `throw new Error('cannot be loaded')`,
      'broken-hook.test.js': `
        describe('suite', () => {
          beforeAll(() => { throw new Error('hook') })
          test('never runs', () => {})
        })`,
      'stray.test.js': `test('passes', () => { void Promise.reject(new Error('stray')) })`,
    })
    expect(exitCode).toBe(1)
    expect(counts).toEqual({
      projects: [{ name: 'sample', passed: 1, failed: 0, skipped: 1 }],
      skippedTests: ['sample > suite > never runs'],
      otherErrors: 3,
    })
  })
})
