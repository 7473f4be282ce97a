// Which ranges a highlight may cover.
import { describe, expect, it } from 'vitest'
import { checkRange } from '../../../../electron/services/annotations/check-range.ts'

// Units 3 and 4 are the two halves of one character.
const text = 'ab 🗺 cd'

describe('checkRange', () => {
  it.each([
    ['one letter', 0, 1],
    ['the whole text', 0, text.length],
    ['a whole pair', 3, 5],
    ['the end of the text', text.length - 1, text.length],
  ])('accepts %s', (_what, start, end) => {
    expect(checkRange(text, { start, end })).toBeNull()
  })

  it.each([
    ['starts before the text', -1, 2],
    ['ends before the text', -3, -2],
    ['ends after the text', 0, text.length + 1],
    ['starts after the text', text.length + 1, text.length + 2],
    ['lies far outside', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('calls a range that %s out of range', (_what, start, end) => {
    expect(checkRange(text, { start, end })).toBe('out-of-range')
  })

  it.each([
    ['ends where it starts', 2, 2],
    ['ends before it starts', 4, 1],
    ['stands at the very end', text.length, text.length],
  ])('calls a range that %s empty', (_what, start, end) => {
    expect(checkRange(text, { start, end })).toBe('empty')
  })

  it.each([
    ['starts', 4, 6],
    ['ends', 0, 4],
  ])('refuses a range that %s inside a surrogate pair', (_what, start, end) => {
    expect(checkRange(text, { start, end })).toBe('inside-surrogate-pair')
  })

  it('lets a range end at half a pair that stands alone', () => {
    expect(checkRange('a\ud83d b', { start: 0, end: 2 })).toBeNull()
    expect(checkRange('a\ude00 b', { start: 1, end: 3 })).toBeNull()
  })

  it('finds nothing usable in an empty text', () => {
    expect(checkRange('', { start: 0, end: 0 })).toBe('empty')
    expect(checkRange('', { start: 0, end: 1 })).toBe('out-of-range')
  })
})
