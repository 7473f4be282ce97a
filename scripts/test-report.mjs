// Words the end of a test run: what was skipped, the tests of each project, and the closing line. Pure; part of npm test.

/**
 * What `tests/reporter.ts` writes at the end of a run.
 * @typedef {object} TestCounts
 * @property {{ name: string, passed: number, failed: number, skipped: number }[]} projects
 * @property {string[]} skippedTests full names; the reason is part of the name
 * @property {number} otherErrors failures outside any test: a file that cannot be loaded, a broken hook, a stray rejection
 */

/** The most skipped tests that are named: a run of one test by its name skips all others. */
const namedSkips = 30

/**
 * Words a run. A run that ended badly is never reported without a failure.
 * @param {TestCounts | null} counts `null` where the run ended before it could count
 * @param {number} exitCode that of the test runner
 * @param {readonly string[]} setUpFailures what went wrong before the run, one line each
 * @returns {{ lines: string[], failed: number }} the last line is the closing line
 */
export function reportTests(counts, exitCode, setUpFailures) {
  const { projects, skippedTests, otherErrors } = counts ?? { projects: [], skippedTests: [], otherErrors: 0 }
  const failedInRun = sum(projects.map((project) => project.failed)) + otherErrors
  const failures = [
    ...setUpFailures,
    ...(exitCode !== 0 && failedInRun === 0 ? [`the test runner ended with exit code ${exitCode}`] : []),
  ]
  const failed = failedInRun + failures.length
  const lines = [
    ...skippedTests.slice(0, namedSkips).map((name) => `skipped: ${name}`),
    ...(skippedTests.length > namedSkips ? [`skipped: ${skippedTests.length - namedSkips} more`] : []),
    ...projects.map(({ name, ...numbers }) => `${name}: ${tally(numbers)}`),
    ...(otherErrors === 0 ? [] : [`errors outside tests, counted as failed: ${otherErrors}`]),
    ...failures.map((failure) => `counted as failed: ${failure}`),
    tally({
      passed: sum(projects.map((project) => project.passed)),
      failed,
      skipped: sum(projects.map((project) => project.skipped)),
    }),
  ]
  return { lines, failed }
}

/** @param {{ passed: number, failed: number, skipped: number }} numbers */
function tally({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
