import { describe, expect, it } from 'vitest'
import type { AnchoredAnnotation } from '../../../electron/contract/annotation.ts'
import {
  entriesAt,
  fromStored,
  inTextOrder,
  isUnsaved,
  saysTheSame,
  toDraft,
} from '../../../renderer/state/annotation-entry.ts'

const stored: AnchoredAnnotation = {
  id: '0b9f3f0e-6f0b-4c3b-9a57-3a3c51f3a1d4',
  articleId: 'a',
  anchor: { contentHash: 'a'.repeat(64), start: 10, end: 20, exact: 'ten letter', prefix: '', suffix: '' },
  colour: 'green',
  note: 'A note',
  createdAt: 1,
  updatedAt: 2,
  deletedAt: null,
  revision: 3,
}
const entry = fromStored(stored)

describe('an entry', () => {
  it('of what is on disk is saved and asks for the same', () => {
    expect(isUnsaved(entry)).toBe(false)
    const { id, articleId, colour, note, revision } = stored
    const { contentHash, start, end } = stored.anchor
    const look = { style: 'highlight', tags: [] }
    expect(toDraft(entry)).toEqual({
      id,
      articleId,
      revision,
      contentHash,
      start,
      end,
      colour,
      note,
      ...look,
    })
  })

  it('says the same as what is on disk where colour and note are equal and nothing is deleted', () => {
    expect(saysTheSame(entry, stored)).toBe(true)
    expect(saysTheSame({ ...entry, note: 'Another' }, stored)).toBe(false)
    expect(saysTheSame({ ...entry, colour: 'red' }, stored)).toBe(false)
    expect(saysTheSame(entry, { ...stored, deletedAt: 9 })).toBe(false)
  })
})

describe('entriesAt', () => {
  it.each([
    [9, 0],
    [10, 1],
    [19, 1],
    [20, 0],
  ])('offset %i are %i of one from 10 to 20', (offset, count) => {
    expect(entriesAt([entry], offset)).toHaveLength(count)
  })
})

describe('inTextOrder', () => {
  it('sorts by start, then end, then age', () => {
    const places = [
      { start: 2, end: 3, createdAt: 1 },
      { start: 1, end: 9, createdAt: 1 },
      { start: 1, end: 5, createdAt: 2 },
      { start: 1, end: 5, createdAt: 1 },
    ].map((place) => ({ ...entry, ...place }))
    const sorted = places.toSorted(inTextOrder).map(({ start, end, createdAt }) => [start, end, createdAt])
    expect(sorted).toEqual([
      [1, 5, 1],
      [1, 5, 2],
      [1, 9, 1],
      [2, 3, 1],
    ])
  })
})
