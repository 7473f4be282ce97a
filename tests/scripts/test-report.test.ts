import { describe, expect, it } from 'vitest'
import { reportTests } from '../../scripts/test-report.mjs'

const unit = { name: 'unit', passed: 10, failed: 0, skipped: 0 }
const page = { name: 'page (chromium)', passed: 4, failed: 1, skipped: 2 }

describe('the report of a test run', () => {
  it('gives each project’s numbers and closes with their sum', () => {
    const counts = { projects: [unit, page], skippedTests: [], otherErrors: 0 }
    expect(reportTests(counts, 1, [])).toEqual({
      lines: [
        'unit: 10 passed, 0 failed, 0 skipped',
        'page (chromium): 4 passed, 1 failed, 2 skipped',
        '14 passed, 1 failed, 2 skipped',
      ],
      failed: 1,
    })
  })

  it('names what was skipped', () => {
    const counts = {
      projects: [unit],
      skippedTests: ['unit > Electron (no binary) > starts'],
      otherErrors: 0,
    }
    expect(reportTests(counts, 0, []).lines[0]).toBe('skipped: unit > Electron (no binary) > starts')
  })

  it('names thirty skipped tests at most: a run by name skips all others', () => {
    const skippedTests = Array.from({ length: 100 }, (_, at) => `test ${at}`)
    const { lines } = reportTests({ projects: [unit], skippedTests, otherErrors: 0 }, 0, [])
    expect(lines.filter((line) => line.startsWith('skipped: '))).toHaveLength(31)
    expect(lines).toContain('skipped: 70 more')
  })

  it('counts errors outside tests as failed', () => {
    const { lines, failed } = reportTests({ projects: [unit], skippedTests: [], otherErrors: 2 }, 1, [])
    expect(failed).toBe(2)
    expect(lines.at(-1)).toBe('10 passed, 2 failed, 0 skipped')
  })

  it('counts a runner that ended badly without saying why', () => {
    const { lines, failed } = reportTests({ projects: [unit], skippedTests: [], otherErrors: 0 }, 7, [])
    expect(failed).toBe(1)
    expect(lines).toContain('counted as failed: the test runner ended with exit code 7')
  })

  it('counts a runner that ended before it could count', () => {
    expect(reportTests(null, 1, []).lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
  })

  it('counts and names what the set-up could not do', () => {
    const { lines, failed } = reportTests({ projects: [unit], skippedTests: [], otherErrors: 0 }, 0, [
      'no build',
    ])
    expect(failed).toBe(1)
    expect(lines.slice(-2)).toEqual(['counted as failed: no build', '10 passed, 1 failed, 0 skipped'])
  })
})
