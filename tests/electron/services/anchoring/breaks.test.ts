// How strongly the words of a text are parted.
import { describe, expect, it } from 'vitest'
import { listBreaks } from '../../../../electron/services/anchoring/breaks.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'

const breaksOf = (text: string): number[] => [...listBreaks(foldText(text))]

describe('listBreaks', () => {
  it('lets the first word begin a line, whatever stands before it', () => {
    expect(breaksOf('one two')).toEqual([2, 0])
    expect(breaksOf('  one')).toEqual([2])
  })

  it.each([
    ['a space', ' ', 0],
    ['two spaces', '  ', 0],
    ['a comma', ', ', 0],
    ['a full stop', '. ', 1],
    ['a semicolon', '; ', 1],
    ['an ellipsis', '… ', 1],
    ['a full stop in Chinese', '。', 1],
    ['a new line', '\n', 2],
    ['a line separator', '\u2028', 2],
    ['a full stop and a new line', '.\n\n', 3],
    ['a question, a quotation mark and a new line', '?”\r\n', 3],
  ])('parts two words with %s between them', (_, between, strength) => {
    expect(breaksOf(`one${between}two`)).toEqual([2, strength])
  })

  it('has nothing to part in an empty text', () => {
    expect(breaksOf('')).toEqual([])
    expect(breaksOf(' … ')).toEqual([])
  })
})
