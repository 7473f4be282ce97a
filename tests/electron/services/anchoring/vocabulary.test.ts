// The words of two texts under one numbering, how much each tells, and how alike two of them are.
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { likenessOf, numberWords, weightOf } from '../../../../electron/services/anchoring/vocabulary.ts'

const number = (...texts: string[]) => numberWords(texts.map((text) => foldText(text)))

function likeness(one: string, other: string): number {
  return likenessOf(number(`${one} ${other}`).vocabulary, 0, one === other ? 0 : 1)
}

describe('numberWords', () => {
  it('gives the same word one number in all texts, in the order of their first places', () => {
    const { sequences, vocabulary } = number('The treaty, the Treaty', 'A treaty lapsed')
    expect(sequences.map((sequence) => [...sequence])).toEqual([
      [0, 1, 0, 1],
      [2, 1, 3],
    ])
    expect(vocabulary.spellings).toEqual(['the', 'treaty', 'a', 'lapsed'])
    expect([...vocabulary.firstUnits].map((unit) => String.fromCharCode(unit))).toEqual(['t', 't', 'a', 'l'])
    expect([...vocabulary.lastUnits].map((unit) => String.fromCharCode(unit))).toEqual(['e', 'y', 'a', 'd'])
  })

  it('weighs a word by how rare it is', () => {
    const { vocabulary } = number('the the the the', 'the the the treaty')
    // ln(8 / 7) / ln 8, squared, is less than the least weight; the other stands once.
    expect(weightOf(vocabulary, 0)).toBe(0.05)
    expect(weightOf(vocabulary, 1)).toBe(1)
    expect(weightOf(number('again', 'again').vocabulary, 0)).toBe(0.05)
    const { vocabulary: pairs } = number('one two one two')
    expect(weightOf(pairs, 0)).toBeCloseTo((Math.log(2) / Math.log(4)) ** 2, 10)
  })

  it('weighs the only word there is fully, and what is no word not at all', () => {
    const { vocabulary } = number('alone')
    expect(weightOf(vocabulary, 0)).toBe(1)
    expect(weightOf(vocabulary, 7)).toBe(0)
    expect(weightOf(vocabulary, undefined)).toBe(0)
  })
})

describe('likenessOf', () => {
  it('is whole for the same word, however short', () => {
    expect(likeness('a', 'a')).toBe(1)
  })

  it.each([
    ['another ending', 'negotiate', 'negotiated', (9 / 10) * 0.9],
    ['another beginning', 'reopened', 'opened', (6 / 8) * 0.9],
    ['a slip in the middle', 'partnership', 'partmership', (10 / 11) * 0.9],
    ['a letter too many', 'alliance', 'allliance', (8 / 9) * 0.9],
    ['just enough letters', 'abcdefgxyz', 'abcdefgqqq', 0.7 * 0.9],
    ['five letters', 'trade', 'tride', (4 / 5) * 0.9],
    ['four letters more', 'misunderstand', 'misunderstandabcd', (13 / 17) * 0.9],
  ])('is the share of letters that two words have at both ends: %s', (_, one, other, share) => {
    expect(likeness(one, other)).toBeCloseTo(share, 10)
    expect(likeness(other, one)).toBeCloseTo(share, 10)
  })

  it.each([
    ['too few letters in common', 'abcdefxyzw', 'abcdefqqqq'],
    ['neither end in common', 'xabcdefy', 'qabcdefz'],
    ['under five letters', 'talk', 'tall'],
    ['five letters more', 'misunderstand', 'misunderstandabcde'],
  ])('is nothing: %s', (_, one, other) => {
    expect(likeness(one, other)).toBe(0)
  })

  it('is the same for words whose one is the beginning of the other', () => {
    expect(likeness('treat', 'treaties')).toBe(0)
    expect(likeness('treaty', 'treatys')).toBeCloseTo((6 / 7) * 0.9, 10)
  })

  it('counts no letter at both ends', () => {
    // Four at the beginning and two of the same at the end: six of eight, not more.
    expect(likeness('aaaaaa', 'aaaaaaaa')).toBeCloseTo((6 / 8) * 0.9, 10)
  })
})
