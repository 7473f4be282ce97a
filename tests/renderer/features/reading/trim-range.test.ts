import { describe, expect, it } from 'vitest'
import { trimRange } from '../../../../renderer/features/reading/use-text-selection.ts'

const text = 'One two.\n\nThree\tfour. '

describe('trimRange', () => {
  it.each([
    ['words alone', 0, 7, 'One two'],
    ['a space before', 3, 7, 'two'],
    ['a line feed after, as when a whole paragraph is selected', 0, 9, 'One two.'],
    ['line feeds before', 8, 15, 'Three'],
    ['a tab after, as when a whole cell is selected', 10, 16, 'Three'],
    ['white space within', 4, 15, 'two.\n\nThree'],
    ['the space at the very end', 16, 22, 'four.'],
  ])('keeps %s', (_case, start, end, words) => {
    const range = trimRange(text, start, end)
    expect(range && text.slice(range.start, range.end)).toBe(words)
  })

  it.each([
    ['nothing', 4, 4],
    ['white space', 8, 10],
    ['a range that ends before it starts', 7, 4],
  ])('answers null for %s', (_case, start, end) => {
    expect(trimRange(text, start, end)).toBeNull()
  })
})
