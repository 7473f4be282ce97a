// npm test: sets up what the tests need, runs them, and closes with the line "N passed, N failed, N skipped".
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureProjectBuild } from './ensure-build.mjs'
import { findChromium, thisMachine } from './find-chromium.mjs'
import { runTool } from './run-tool.mjs'
import { reportTests } from './test-report.mjs'

/** @typedef {import('./test-report.mjs').TestCounts} TestCounts */

const args = process.argv.slice(2)

/** Where every test is asked for, a test that could not run is a failure. */
const mustRunAll = [process.env['CI'], process.env['BOOKWHEEL_CI']].some(
  (value) => value && value !== 'false',
)

/** The projects that the arguments name; none named is all. */
const namedProjects = args.flatMap((argument, at) =>
  argument === '--project' ? [args[at + 1]] : argument.startsWith('--project=') ? [argument.slice(10)] : [],
)
const needsProgram = namedProjects.length === 0 || namedProjects.some((name) => name !== 'unit')

/**
 * What the tests of the page and of the whole program need: a build and a Chromium.
 * @returns {Promise<{ chromium: string | null, problem: string | null, isFailure: boolean }>} `problem`: why they cannot run
 */
async function setUp() {
  if (!needsProgram) return { chromium: null, problem: null, isFailure: false }
  if ((await ensureProjectBuild()) !== 0) {
    return { chromium: null, problem: 'the program cannot be built', isFailure: true }
  }
  const chromium = await findChromium(thisMachine)
  if (chromium !== null) return { chromium, problem: null, isFailure: false }
  const problem =
    'there is no Chromium; install Chromium or Google Chrome, or name one in the environment as CHROMIUM_PATH'
  return { chromium, problem, isFailure: mustRunAll }
}

/**
 * Runs Vitest. `counts` is `null` where it ended before it could count.
 * @param {readonly string[]} moreArgs
 * @param {NodeJS.ProcessEnv} moreEnvironment
 * @returns {Promise<{ exitCode: number, counts: TestCounts | null }>}
 */
async function runVitest(moreArgs, moreEnvironment) {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-test-'))
  const countsFile = join(folder, 'counts.json')
  const own = ['--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=./tests/reporter.ts']
  const env = { ...process.env, ...moreEnvironment, BOOKWHEEL_TEST_COUNTS: countsFile }
  try {
    const exitCode = await runTool('vitest', ['run', ...own, ...moreArgs, ...args], { env })
    return { exitCode, counts: existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : null }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns {Promise<{ lines: string[], failed: number }>} */
async function test() {
  const { chromium, problem, isFailure } = await setUp()
  const { exitCode, counts } = await runVitest(
    problem === null ? [] : ['--project', 'unit'],
    chromium === null ? {} : { CHROMIUM_PATH: chromium },
  )
  if (problem !== null) console.log(`page and end-to-end tests did NOT run: ${problem}`)
  return reportTests(counts, exitCode, isFailure ? ['the page and end-to-end tests, which did not run'] : [])
}

/** A set-up that breaks off is worded like a run: the closing line is always there. */
const report = await test().catch((cause) => reportTests(null, 0, [cause.message]))
for (const line of report.lines) console.log(line)
process.exitCode = report.failed === 0 ? 0 : 1
