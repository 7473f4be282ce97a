import { describe, expect, it } from 'vitest'
import { nextPlace } from '../../../renderer/state/next-place.ts'

const matches = [10, 20, 30].map((start) => ({ start, end: start + 5 }))

describe('nextPlace', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 0],
    [2, -1, 1],
    [0, -1, 2],
  ] as const)('goes from match %i by %i to match %i, round at the ends', (current, direction, next) => {
    expect(nextPlace(matches, { current, topOffset: 0 }, direction)).toBe(next)
  })

  it.each([
    [0, 1, 0],
    [10, 1, 0],
    [11, 1, 1],
    [31, 1, 0],
    [0, -1, 2],
    [11, -1, 0],
    [25, -1, 1],
    [31, -1, 2],
  ] as const)(
    'without a current match begins at what is in view: from offset %i by %i to %i',
    (topOffset, direction, next) => {
      expect(nextPlace(matches, { current: null, topOffset }, direction)).toBe(next)
    },
  )

  it('stays where it is with a single match', () => {
    expect(nextPlace(matches.slice(0, 1), { current: 0, topOffset: 0 }, 1)).toBe(0)
    expect(nextPlace(matches.slice(0, 1), { current: 0, topOffset: 0 }, -1)).toBe(0)
  })

  it('goes nowhere where nothing matches', () => {
    expect(nextPlace([], { current: null, topOffset: 0 }, 1)).toBeNull()
    expect(nextPlace([], { current: 2, topOffset: 0 }, -1)).toBeNull()
  })
})
