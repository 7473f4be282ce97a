// The order of a notebook.
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { compareAnnotations } from '../../../../electron/services/annotations/compare-annotations.ts'

const contentHash = 'a'.repeat(64)

function annotation(id: string, start: number, end: number, createdAt = 0): Annotation {
  return {
    id,
    articleId: 'any',
    anchor: { contentHash, start, end, exact: 'x', prefix: '', suffix: '' },
    colour: 'yellow',
    note: '',
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    revision: 1,
  }
}

describe('compareAnnotations', () => {
  it.each([
    ['start', annotation('b', 1, 9, 5), annotation('a', 2, 3, 1)],
    ['end, where both start at one place', annotation('b', 1, 3, 5), annotation('a', 1, 4, 1)],
    ['age, where both cover the same words', annotation('b', 1, 3, 1), annotation('a', 1, 3, 2)],
    ['id, where all else is equal', annotation('a', 1, 3, 1), annotation('b', 1, 3, 1)],
  ])('orders by %s', (_what, first, second) => {
    expect([second, first].toSorted(compareAnnotations)).toEqual([first, second])
    expect([first, second].toSorted(compareAnnotations)).toEqual([first, second])
  })

  it('finds an annotation equal to itself', () => {
    expect(compareAnnotations(annotation('a', 1, 2), annotation('a', 1, 2))).toBe(0)
  })
})
