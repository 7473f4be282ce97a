// How words are aligned between two places that are known to agree.
import { describe, expect, it } from 'vitest'
import type { Alignment } from '../../../../electron/services/anchoring/alignment.ts'
import { createAlignment, matchWords } from '../../../../electron/services/anchoring/alignment.ts'
import { fillFreeStretches, fillGap, prolongRun } from '../../../../electron/services/anchoring/fill-gap.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { strangers } from './align-same-words.ts'

function alignmentOf(oldText: string, newText: string): Alignment {
  return createAlignment(foldText(oldText), foldText(newText))
}

/** For each old word the new one that it is matched with, -1 for none. */
function filled(oldText: string, newText: string): number[] {
  const alignment = alignmentOf(oldText, newText)
  const { old, renewed } = alignment
  fillGap(alignment, { from: 0, to: old.words.length }, { from: 0, to: renewed.words.length })
  return [...alignment.wordMap]
}

/** The places of the words that were matched: old, new. */
function matched(oldText: string, newText: string): number[][] {
  return filled(oldText, newText).flatMap((renewed, old) => (renewed < 0 ? [] : [[old, renewed]]))
}

describe('fillGap', () => {
  it('takes what was put in to begin where a sentence begins', () => {
    const renewed = 'One. The guest had come. The guest replied'
    expect(filled('One. The guest replied', renewed)).toEqual([0, 5, 6, 7])
    expect(filled(renewed, 'One. The guest replied')).toEqual([0, -1, -1, -1, -1, 1, 2, 3])
  })

  it('takes what was taken out to begin where a sentence began, whatever has become of its full stop', () => {
    expect(filled('so one. Two came one two four', 'so one two four')).toEqual([0, 1, -1, -1, -1, 2, 3])
  })

  it('does so wherever the gap begins in either text', () => {
    const [shorter, longer] = ['One. The guest replied', 'One. The guest had come. The guest replied']
    const tenWords = strangers('x', 10)
    const afterTen = alignmentOf(longer, `${tenWords} ${shorter}`)
    fillGap(afterTen, { from: 0, to: 8 }, { from: 10, to: 14 })
    expect([...afterTen.wordMap]).toEqual([10, -1, -1, -1, -1, 11, 12, 13])
    const beforeTen = alignmentOf(`${tenWords} ${shorter}`, longer)
    fillGap(beforeTen, { from: 10, to: 14 }, { from: 0, to: 8 })
    expect([...beforeTen.wordMap.subarray(10)]).toEqual([0, 5, 6, 7])
  })

  it('takes it to begin as late as it can, where no sentence does', () => {
    expect(filled('so one two three', 'so one two one two three')).toEqual([0, 1, 2, 5])
  })

  it('matches words that are cut otherwise', () => {
    expect(filled('a well known fact', 'a wellknown fact')).toEqual([0, 1, 1, 2])
    expect(filled('a wellknown fact', 'a well known fact')).toEqual([0, 1, 3])
  })

  it('matches a word with a slip of the pen', () => {
    expect(filled('the agreement stands', 'the agreememt stands')).toEqual([0, 1, 2])
  })

  it('matches words that are cut otherwise though nothing else is left', () => {
    expect(filled('well known', 'wellknown')).toEqual([0, 0])
    expect(filled('', '')).toEqual([])
    expect(filled('a b', '')).toEqual([-1, -1])
  })

  it('matches nothing in another text that shares but small words', () => {
    const words = filled(
      'alpha beta gamma the delta epsilon of zeta the eta of theta iota kappa',
      'uno dos tres the cuatro cinco of seis the siete of ocho nueve diez',
    )
    expect(words).toEqual(words.map(() => -1))
  })
})

describe('a gap that holds another text', () => {
  it('is told from eight words on, by what their words weigh together', () => {
    expect(matched('a b c the e f g', 'p q r the t u v')).toEqual([[3, 3]])
    expect(matched('a b c the e f g', 'p q r the t u v w x')).toEqual([[3, 3]])
    expect(matched('h a b c the e f g', 'h p q r the t u v w x')).toEqual([
      [0, 0],
      [4, 4],
    ])
    expect(matched('a b c the e f g h', 'p q r the t u v w')).toEqual([])
    expect(matched('a b the one two f g h', 'p q the one two u v w')).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ])
  })

  it('is followed from both ends as far as the likeness lasts', () => {
    expect(matched('a one c d e two g h i j six l', 'p one r s t two v w x y six z')).toEqual([
      [1, 1],
      [10, 10],
    ])
  })
})

/** Fifty times a small word, then so many names with it between them, then so many times more the small word. */
function writeNames(small: string, count: number, end: number): string {
  const names = strangers('w', count).replaceAll(' ', ` ${small} `)
  return `${`${small} `.repeat(50)}${names}${` ${small}`.repeat(end)}`
}

describe('a long gap', () => {
  const [before, after] = [strangers('o', 110), strangers('p', 110)]
  const [newBefore, newAfter] = [strangers('r', 100), strangers('s', 120)]

  it.each([
    ['three words', 'one two three', 3],
    ['two words', 'one two', 2],
  ])('is cut where both texts hold %s once', (_, shared, count) => {
    const pairs = matched(`${before} ${shared} ${after}`, `${newBefore} ${shared} ${newAfter}`)
    expect(pairs).toEqual(Array.from({ length: count }, (_word, index) => [110 + index, 100 + index]))
  })

  it('is cut nowhere by a word alone', () => {
    expect(matched(`${before} one ${after}`, `${newBefore} one ${newAfter}`)).toEqual([])
  })

  it('is cut by what stands in the same order, and filled between', () => {
    const pairs = matched(
      `${before} one two three ten x four five six ${after} lost and found`,
      `lost and found ${newBefore} one two three y ten four five six ${newAfter}`,
    )
    expect(pairs.map(([old = 0, renewed = 0]) => `${old - 110}-${renewed - 103}`)).toEqual(
      '0-0 1-1 2-2 3-4 5-5 6-6 7-7'.split(' '),
    )
  })

  it('is followed from both ends where it is cut nowhere', () => {
    const pairs = matched(`x one ${before} ${after} two x`, `y one ${newBefore} ${newAfter} two y`)
    expect(pairs).toEqual([
      [1, 1],
      [222, 222],
    ])
  })

  it('is one of more than two hundred words on either side', () => {
    // Of shorter ones every pair of words is weighed.
    expect(matched(writeNames('o', 50, 51), writeNames('n', 50, 51))).toHaveLength(50)
    expect(matched(writeNames('o', 50, 51), writeNames('n', 50, 52))).toHaveLength(0)
    // What stands alike before them does not make them longer.
    expect(matched(`h ${writeNames('o', 50, 51)}`, `h ${writeNames('n', 50, 51)}`)).toHaveLength(51)
  })
})

/** Two texts of which the given words, by their places, are known to be the same. */
function filledAround(oldText: string, newText: string, known: readonly [number, number][]): number[] {
  const alignment = alignmentOf(oldText, newText)
  for (const [old, renewed] of known) matchWords(alignment, old, renewed)
  const { length } = alignment.renewed.words
  fillFreeStretches(alignment, { from: 0, to: alignment.old.words.length }, { from: 0, to: length })
  return [...alignment.wordMap]
}

const hundredFrom = (first: number): number[] => Array.from({ length: 100 }, (_, word) => first + word)

describe('fillFreeStretches', () => {
  it('fills what lies before, between and behind what is known', () => {
    expect(filledAround('a b c d e', 'a x b c d e', [[2, 3]])).toEqual([0, 2, 3, 4, 5])
    expect(filledAround('a b c d', 'a b c d', [])).toEqual([0, 1, 2, 3])
  })

  it('keeps to the spans that it is given', () => {
    const alignment = alignmentOf('a b c d', 'a b c d')
    fillFreeStretches(alignment, { from: 1, to: 3 }, { from: 1, to: 3 })
    expect([...alignment.wordMap]).toEqual([-1, 1, 2, -1])
  })

  it('follows the words from either neighbour where these have changed their order', () => {
    const known: [number, number][] = [
      [0, 4],
      [4, 2],
    ]
    expect(filledAround('l x y z r', 'p z r q l x y', known)).toEqual([4, 5, 6, 1, 2])
  })

  it('follows them as far as they go', () => {
    const many = strangers('w', 100)
    const forwards = filledAround(`l ${many} r`, `p r q l ${many}`, [
      [0, 3],
      [101, 1],
    ])
    expect(forwards).toEqual([3, ...hundredFrom(4), 1])
    const backwards = filledAround(`l ${many} r`, `${many} r q l`, [
      [0, 102],
      [101, 100],
    ])
    expect(backwards).toEqual([102, ...hundredFrom(0), 100])
  })

  it('follows them no farther than to a word that is known', () => {
    const known: [number, number][] = [
      [0, 6],
      [1, 4],
      [5, 2],
    ]
    expect(filledAround('k l x y z r', 'p z r q l x k y', known)).toEqual([6, 4, 5, -1, 1, 2])
    const around: [number, number][] = [
      [0, 0],
      [3, 4],
      [4, 2],
    ]
    expect(filledAround('l x y r k', 'l x k y r', around)).toEqual([0, 1, 3, 4, 2])
  })
})

describe('prolongRun', () => {
  it('goes on to the ends of the texts, and no farther', () => {
    const alignment = alignmentOf('a b c', 'a b c')
    prolongRun(alignment, { oldStart: 1, newStart: 1, length: 1 })
    expect([...alignment.wordMap]).toEqual([0, -1, 2])
    const shorter = alignmentOf('b c d', 'a b c')
    prolongRun(shorter, { oldStart: 0, newStart: 1, length: 1 })
    expect([...shorter.wordMap]).toEqual([-1, 2, -1])
  })

  it('goes on over the end of a sentence that only one text has', () => {
    const alignment = alignmentOf('a. b c. d', 'a b c d')
    prolongRun(alignment, { oldStart: 1, newStart: 1, length: 1 })
    expect([...alignment.wordMap]).toEqual([0, -1, 2, 3])
    const other = alignmentOf('a b c d', 'a. b c. d')
    prolongRun(other, { oldStart: 1, newStart: 1, length: 1 })
    expect([...other.wordMap]).toEqual([0, -1, 2, 3])
  })

  it('goes on with the same words, up to where a sentence begins in both', () => {
    const alignment = alignmentOf('Z. a b c d e. F g', 'Y. Z. a b c d e. F h')
    prolongRun(alignment, { oldStart: 2, newStart: 3, length: 2 })
    // The words of the run itself are matched by others.
    expect([...alignment.wordMap]).toEqual([-1, 2, -1, -1, 5, 6, -1, -1])
  })

  it('leaves alone what is taken', () => {
    const alignment = alignmentOf('a b c d', 'a b c d')
    alignment.renewed.taken[3] = 1
    prolongRun(alignment, { oldStart: 1, newStart: 1, length: 1 })
    expect([...alignment.wordMap]).toEqual([0, -1, 2, -1])
  })
})
