import { describe, expect, it } from 'vitest'
import { isWhollyBefore } from '../../../../electron/services/search/date-filter.ts'

describe('isWhollyBefore', () => {
  it.each([
    ['2025', '2026', true],
    ['2025-12', '2026', true],
    ['2025-12-31', '2026', true],
    ['2025', '2026-02', true],
    ['2026-01', '2026-02', true],
    ['2026-01-31', '2026-02', true],
    ['2026-02-01', '2026-02-02', true],
    ['2026-02', '2026-03-01', true],
    ['2026', '2026', false],
    ['2026', '2026-02', false],
    ['2026-02', '2026', false],
    ['2026-02', '2026-02-28', false],
    ['2026-02-01', '2026-02', false],
    ['2026-02-01', '2026-02-01', false],
    ['2027', '2026', false],
  ])('tells of %s and %s: %s', (date, other, expected) => {
    expect(isWhollyBefore(date, other)).toBe(expected)
  })
})
