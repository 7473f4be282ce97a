import { describe, expect, it } from 'vitest'
import { plainWordsOf } from '../../../../renderer/features/search/plain-words.ts'

describe('plainWordsOf', () => {
  it.each([
    ['"new horizons"', 'new horizons'],
    ['treaty -taiwan', 'treaty'],
    ['treaty -title:ice -"no boat"', 'treaty'],
    ['title:treaty before:2026-02 harbour', 'treaty harbour'],
    ['source:"North Wire" after:2025', 'North Wire'],
    ['“new horizons', 'new horizons'],
  ])('of %s are %s', (query, words) => {
    expect(plainWordsOf(query)).toBe(words)
  })

  it.each(['treaty', '  treaty   harbour ', 'date:none', '-taiwan', 'well-known'])(
    'are none for %s: it is plain already, or nothing is left',
    (query) => {
      expect(plainWordsOf(query)).toBeNull()
    },
  )
})
