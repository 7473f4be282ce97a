// A Vitest reporter that counts, for the closing lines of npm test. Runs in Vitest's main process.
import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'
import type { TestCounts } from '../scripts/test-report.mjs'

type ProjectCounts = TestCounts['projects'][number]

/** The results of a run, by project. Errors of files, suites and hooks are counted beside the tests. */
export function countTests(modules: readonly TestModule[], strayErrors: number): TestCounts {
  const projects = new Map<string, ProjectCounts>()
  const skippedTests: string[] = []
  let otherErrors = strayErrors

  for (const module of modules) {
    const { name } = module.project
    const counts = projects.get(name) ?? { name, passed: 0, failed: 0, skipped: 0 }
    projects.set(name, counts)
    for (const test of module.children.allTests()) {
      counts[outcome(test)] += 1
      if (outcome(test) === 'skipped') skippedTests.push(`${name} > ${test.fullName}`)
    }
    otherErrors += countErrors([module, ...module.children.allSuites()])
  }
  return { projects: [...projects.values()], skippedTests, otherErrors }
}

/** A test that was begun and never ended did not pass. */
function outcome(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const { state } = test.result()
  return state === 'pending' ? 'failed' : state
}

function countErrors(owners: readonly (TestModule | TestSuite)[]): number {
  return owners.reduce((total, owner) => total + owner.errors().length, 0)
}

/** Writes the counts to the file that the environment's `BOOKWHEEL_TEST_COUNTS` names. */
export default class CountTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const path = process.env['BOOKWHEEL_TEST_COUNTS']
    if (path === undefined) throw new Error('BOOKWHEEL_TEST_COUNTS names no file')
    writeFileSync(path, JSON.stringify(countTests(modules, strayErrors.length)))
  }
}
