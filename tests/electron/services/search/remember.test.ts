// What has been worked out once, kept within bounds.
import { describe, expect, it } from 'vitest'
import { remember } from '../../../../electron/services/search/remember.ts'

/** Which of the keys, asked for one after another, had to be worked out. */
function workedOut(limit: number, keys: string): string {
  let asked = ''
  const ask = remember((key) => {
    asked += key
    return { key }
  }, limit)
  for (const key of keys) expect(ask(key)).toEqual({ key })
  return asked
}

describe('remember', () => {
  it('works each answer out once', () => {
    expect(workedOut(3, 'abcabcaa')).toBe('abc')
  })

  it('starts afresh with the first answer beyond its limit', () => {
    expect(workedOut(2, 'abab')).toBe('ab')
    expect(workedOut(2, 'abcca')).toBe('abca')
  })
})
