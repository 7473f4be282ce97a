// What is kept of a file of which a part is not as it should be.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { desksFormat } from '../../../electron/storage/document-formats.ts'
import { keepUsableValues } from '../../../electron/storage/keep-usable-values.ts'

const schema = z.strictObject({
  theme: z.enum(['light', 'dark']).default('light'),
  names: z.array(z.string()).max(2).default([]),
})

describe('keepUsableValues', () => {
  it.each([
    ['all that is sound', { theme: 'dark', names: ['a'] }, { theme: 'dark', names: ['a'] }, []],
    [
      'the good items of a list',
      { names: ['a', 5, 'b'] },
      { theme: 'light', names: ['a', 'b'] },
      ['names[1]'],
    ],
    ['nothing of a list without a good item', { names: [5, 6] }, { theme: 'light', names: [] }, ['names']],
    [
      'nothing of a list that is too long',
      { names: ['a', 'b', 'c'] },
      { theme: 'light', names: [] },
      ['names'],
    ],
    ['nothing of a value that is none', { theme: 5 }, { theme: 'light', names: [] }, ['theme']],
    ['nothing that nobody knows', { toString: 1 }, { theme: 'light', names: [] }, ['toString']],
  ])('keeps %s', (_, members, value, dropped) => {
    expect(keepUsableValues(schema, members)).toMatchObject({ value, dropped })
  })

  it('tells where nothing is left', () => {
    expect(keepUsableValues(schema, {}).isEmpty).toBe(true)
    expect(keepUsableValues(schema, { names: [5] }).isEmpty).toBe(true)
    expect(keepUsableValues(schema, { names: ['a'] }).isEmpty).toBe(false)
    expect(keepUsableValues(schema, { theme: 'dark', names: 5 }).isEmpty).toBe(false)
  })
})

describe('desksFormat', () => {
  it('hands back what it has checked', () => {
    expect(desksFormat.check([])).toEqual([])
    expect(desksFormat.fromMembers(desksFormat.toMembers([]))).toEqual({ value: [], dropped: [] })
  })
})
