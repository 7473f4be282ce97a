import { describe, expect, it } from 'vitest'
import { paragraphNumberAt } from '../../../electron/contract/paragraph-number.ts'
import { lantern, placeOf } from '../../renderer/made-up-library.ts'

describe('paragraphNumberAt', () => {
  it.each([
    ['On the first night', 1],
    ['at the same minute.', 1],
    ['The treaty runs', 2],
    ['What was signed', null],
    ['Second\t9', 7],
  ])('of “%s” is %s', (words, number) => {
    const { start, end } = placeOf(lantern, words)
    expect(paragraphNumberAt(lantern.blocks, start)).toBe(number)
    expect(paragraphNumberAt(lantern.blocks, end - 1)).toBe(number)
  })

  it('of an article without text is none', () => {
    expect(paragraphNumberAt([], 0)).toBeNull()
  })
})
