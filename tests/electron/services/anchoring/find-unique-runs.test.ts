// Where two texts surely agree, and which of these places stand in the same order in both.
import { describe, expect, it } from 'vitest'
import { createAlignment } from '../../../../electron/services/anchoring/alignment.ts'
import { findSameLines } from '../../../../electron/services/anchoring/find-same-lines.ts'
import { findUniqueRuns } from '../../../../electron/services/anchoring/find-unique-runs.ts'
import type { Run, Span } from '../../../../electron/services/anchoring/find-unique-runs.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import type { Piece } from '../../../../electron/services/anchoring/heaviest-chain.ts'
import { heaviestChain } from '../../../../electron/services/anchoring/heaviest-chain.ts'

const whole = (words: Uint32Array): Span => ({ from: 0, to: words.length })

function runsOf(oldText: string, newText: string, size = 3, takenOld: number[] = []): Run[] {
  const { old, renewed } = createAlignment(foldText(oldText), foldText(newText))
  for (const word of takenOld) old.taken[word] = 1
  return findUniqueRuns(old, whole(old.words), renewed, whole(renewed.words), size)
}

function linesOf(oldText: string, newText: string): Run[] {
  const { old, renewed } = createAlignment(foldText(oldText), foldText(newText))
  return findSameLines(old, renewed)
}

const piece = (newStart: number, newEnd: number, weight: number): Piece => ({ newStart, newEnd, weight })

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

describe('findUniqueRuns', () => {
  it('joins words that go on alike', () => {
    expect(runsOf('a b c d x', 'y a b c d')).toEqual([{ oldStart: 0, newStart: 1, length: 4 }])
  })

  it('leaves out what either text holds twice', () => {
    expect(runsOf('a b c x a b c', 'a b c')).toEqual([])
    expect(runsOf('a b c', 'a b c x a b c')).toEqual([])
    expect(runsOf('a b c', 'a b c x a b c y a b c')).toEqual([])
  })

  it('joins what goes on by as many words in both texts, and nothing else', () => {
    expect(runsOf('a b c x d e f', 'a b c y d e f')).toEqual([
      { oldStart: 0, newStart: 0, length: 3 },
      { oldStart: 4, newStart: 4, length: 3 },
    ])
    expect(runsOf('a b c d e f', 'd e f a b c')).toEqual([
      { oldStart: 0, newStart: 3, length: 3 },
      { oldStart: 3, newStart: 0, length: 3 },
    ])
    expect(runsOf('a b c d e f', 'a b c y d e f')).toEqual([
      { oldStart: 0, newStart: 0, length: 3 },
      { oldStart: 3, newStart: 4, length: 3 },
    ])
  })

  it('joins what touches, though what reaches over the joint stand elsewhere too', () => {
    expect(runsOf('a b c d e f', 'a b c d e f x b c d e')).toEqual([{ oldStart: 0, newStart: 0, length: 6 }])
  })

  it('lets runs touch that disagree about a word', () => {
    expect(runsOf('a b c d e', 'a b c x c d e')).toEqual([
      { oldStart: 0, newStart: 0, length: 3 },
      { oldStart: 2, newStart: 4, length: 3 },
    ])
  })

  it('looks within the spans alone', () => {
    const { old, renewed } = createAlignment(foldText('a b c d e a b c'), foldText('x a b c d a b c'))
    expect(findUniqueRuns(old, { from: 1, to: 8 }, renewed, { from: 2, to: 8 }, 3)).toEqual([
      { oldStart: 1, newStart: 2, length: 3 },
      { oldStart: 5, newStart: 5, length: 3 },
    ])
    expect(findUniqueRuns(old, { from: 0, to: 2 }, renewed, { from: 0, to: 8 }, 3)).toEqual([])
  })

  it('leaves out what is taken, and what is too short', () => {
    expect(runsOf('a b c d', 'a b c d', 3, [3])).toEqual([{ oldStart: 0, newStart: 0, length: 3 }])
    expect(runsOf('a b c d', 'a b c d', 3, [1])).toEqual([])
    expect(runsOf('a b', 'a b')).toEqual([])
  })

  it('leaves out what reaches over the end of a line on both sides, not on one', () => {
    expect(runsOf('a b\nc', 'a b\nc')).toEqual([])
    expect(runsOf('a b c', 'a b\nc')).toHaveLength(1)
    expect(runsOf('a b\nc', 'a b c')).toHaveLength(1)
    expect(runsOf('x\na b c\ny', 'z\na b c\nw')).toHaveLength(1)
    expect(runsOf('a\nb c', 'a b\nc')).toEqual([])
  })
})

describe('findSameLines', () => {
  it('finds a line that has been moved, whole', () => {
    expect(linesOf('x y\nTalks\nz', 'z z\n talks!\nx')).toEqual([{ oldStart: 2, newStart: 2, length: 1 }])
    expect(linesOf('Talks on', 'Talks')).toEqual([])
  })

  it('finds the first line and the last', () => {
    expect(linesOf('a b\nx\nc d', 'c d\ny\na b')).toEqual([
      { oldStart: 0, newStart: 3, length: 2 },
      { oldStart: 3, newStart: 0, length: 2 },
    ])
    expect(linesOf('', '')).toEqual([])
  })

  it('leaves longer ones than 24 words to others, and those of which a word is taken', () => {
    const words = Array.from({ length: 25 }, (_, index) => `w${index}`)
    expect(linesOf(words.slice(1).join(' '), words.slice(1).join(' '))).toHaveLength(1)
    expect(linesOf(words.join(' '), words.join(' '))).toEqual([])
    const { old, renewed } = createAlignment(foldText('a b\nc d'), foldText('c d\na b'))
    old.taken[0] = 1
    renewed.taken[1] = 1
    expect(findSameLines(old, renewed)).toEqual([])
  })

  it('leaves out lines that either text holds twice', () => {
    expect(linesOf('a\na', 'a')).toEqual([])
    expect(linesOf('a', 'a\na')).toEqual([])
  })
})

describe('heaviestChain', () => {
  it('takes the heavier of what cannot stand together', () => {
    expect(heaviestChain([piece(5, 6, 3), piece(1, 2, 2), piece(2, 3, 2), piece(7, 8, 1)])).toEqual([
      false,
      true,
      true,
      true,
    ])
  })

  it('takes of two that weigh the same the one that stands first in the old text', () => {
    expect(heaviestChain([piece(5, 6, 1), piece(1, 2, 1), piece(8, 9, 1)])).toEqual([true, false, true])
    expect(heaviestChain([piece(5, 6, 1), piece(3, 4, 1), piece(8, 9, 1), piece(1, 2, 1)])).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(heaviestChain([piece(1, 2, 1), piece(0, 1, 1)])).toEqual([true, false])
  })

  it('takes what begins where another ends', () => {
    expect(heaviestChain([piece(0, 3, 1), piece(3, 5, 1)])).toEqual([true, true])
    expect(heaviestChain([piece(0, 3, 2), piece(2, 5, 1)])).toEqual([true, false])
  })

  it('does not take what starts within a piece before', () => {
    expect(heaviestChain([piece(0, 100, 50), piece(40, 43, 3), piece(100, 110, 5)])).toEqual([
      true,
      false,
      true,
    ])
  })

  it('is empty of nothing', () => {
    expect(heaviestChain([])).toEqual([])
  })

  it('is the best there is, on any small permutation', () => {
    for (const order of permutations([0, 1, 2, 3, 4])) {
      const pieces = order.map((place) => piece(place, place + 1, 1 + ((place * 7) % 4)))
      const sum = (chosen: readonly boolean[]): number =>
        pieces.reduce((total, { weight }, index) => total + (chosen[index] === true ? weight : 0), 0)
      const subsets = Array.from({ length: 32 }, (_, mask) =>
        pieces.map((_piece, index) => ((mask >> index) & 1) === 1),
      )
      const best = subsets
        .filter((subset) => {
          const places = order.filter((_place, index) => subset[index])
          return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
        })
        .reduce((most, subset) => Math.max(most, sum(subset)), 0)
      expect(sum(heaviestChain(pieces))).toBe(best)
    }
  })
})
