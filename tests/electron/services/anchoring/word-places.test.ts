// Where each word stands.
import { describe, expect, it } from 'vitest'
import { indexPlaces } from '../../../../electron/services/anchoring/word-places.ts'

describe('indexPlaces', () => {
  it('answers the places of each word in the order of the text', () => {
    const placesOf = indexPlaces(Uint32Array.from([2, 0, 2, 3, 0, 2]), 4)
    expect([0, 1, 2, 3].map((word) => [...placesOf(word)])).toEqual([[1, 4], [], [0, 2, 5], [3]])
  })

  it('answers none of an empty text', () => {
    expect([...indexPlaces(new Uint32Array(), 2)(1)]).toEqual([])
  })
})
