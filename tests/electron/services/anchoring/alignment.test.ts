// Words that are held to be the same, and their letters.
import { describe, expect, it } from 'vitest'
import type { Alignment } from '../../../../electron/services/anchoring/alignment.ts'
import {
  createAlignment,
  matchByLetters,
  matchWords,
} from '../../../../electron/services/anchoring/alignment.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'

const align = (oldText: string, newText: string): Alignment =>
  createAlignment(foldText(oldText), foldText(newText))

describe('createAlignment', () => {
  it('knows nothing yet', () => {
    const { wordMap, letterMap, likeness, old, renewed } = align('ab c', 'ab')
    expect([...wordMap]).toEqual([-1, -1])
    expect([...letterMap]).toEqual([-1, -1, -1])
    expect([...likeness]).toEqual([0, 0])
    expect([...old.taken, ...renewed.taken]).toEqual([0, 0, 0])
  })
})

describe('matchWords', () => {
  it('matches every letter of the same word, and none of its neighbours', () => {
    const alignment = align('ab ab ab', 'x ab ab')
    matchWords(alignment, 1, 1)
    expect([...alignment.wordMap]).toEqual([-1, 1, -1])
    expect([...alignment.letterMap]).toEqual([-1, -1, 1, 2, -1, -1])
    expect([...alignment.likeness]).toEqual([0, 1, 0])
    expect([...alignment.old.taken]).toEqual([0, 1, 0])
    expect([...alignment.renewed.taken]).toEqual([0, 1, 0])
  })

  it.each([
    ['a slip in the middle', 'abcdXfgh', 'abcdYfgh', [0, 1, 2, 3, -1, 5, 6, 7]],
    ['a longer ending', 'abcdefgh', 'abcdefghij', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['a shorter ending', 'abcdefghij', 'abcdefgh', [0, 1, 2, 3, 4, 5, 6, 7, -1, -1]],
    ['a longer beginning', 'cdefgh', 'abcdefgh', [2, 3, 4, 5, 6, 7]],
    ['an ending like its own', 'agreement', 'agreementist', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['an ending like the rest', 'agreementist', 'agreement', [0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -1, -1]],
    ['a letter twice', 'abbbcd', 'abbbbcd', [0, 1, 2, 3, 5, 6]],
  ])('matches the letters at both ends of words that are alike: %s', (_, one, other, letters) => {
    const alignment = align(`${one} zz`, `${other} zz`)
    matchWords(alignment, 0, 0)
    expect([...alignment.letterMap]).toEqual([...letters, -1, -1])
    expect(alignment.likeness[0]).toBeGreaterThan(0.5)
  })

  it('matches no letter of the words behind', () => {
    const longer = align('treat yes', 'treaty zz')
    matchWords(longer, 0, 0)
    expect([...longer.letterMap]).toEqual([0, 1, 2, 3, 4, -1, -1, -1])
    const shorter = align('treaty zz', 'treat yes')
    matchWords(shorter, 0, 0)
    expect([...shorter.letterMap]).toEqual([0, 1, 2, 3, 4, -1, -1, -1])
  })

  it('leaves alone what has been matched', () => {
    const alignment = align('ab ab', 'ab ab')
    matchWords(alignment, 0, 0)
    matchWords(alignment, 0, 1)
    matchWords(alignment, 1, 0)
    expect([...alignment.wordMap]).toEqual([0, -1])
    expect([...alignment.renewed.taken]).toEqual([1, 0])
  })
})

describe('matchByLetters', () => {
  it('matches words that are written apart in the new text', () => {
    const alignment = align('a wellknown b', 'a well known b')
    expect(matchByLetters(alignment, { from: 1, to: 2 }, { from: 1, to: 3 })).toBe(true)
    expect([...alignment.wordMap]).toEqual([-1, 1, -1])
    expect([...alignment.letterMap]).toEqual([-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1])
    expect([...alignment.renewed.taken]).toEqual([0, 1, 1, 0])
    expect([...alignment.likeness]).toEqual([0, 1, 0])
  })

  it('matches words that are written together, or cut elsewhere', () => {
    const together = align('well known', 'wellknown')
    expect(matchByLetters(together, { from: 0, to: 2 }, { from: 0, to: 1 })).toBe(true)
    expect([...together.wordMap]).toEqual([0, 0])
    const elsewhere = align('x ab cde f', 'x abc d ef')
    expect(matchByLetters(elsewhere, { from: 1, to: 4 }, { from: 1, to: 4 })).toBe(true)
    expect([...elsewhere.wordMap]).toEqual([-1, 1, 1, 3])
    expect([...elsewhere.renewed.taken]).toEqual([0, 1, 1, 1])
    const later = align('ab cd e', 'ab c de')
    expect(matchByLetters(later, { from: 0, to: 3 }, { from: 0, to: 3 })).toBe(true)
    expect([...later.wordMap]).toEqual([0, 1, 2])
  })

  it('matches nothing where a letter differs', () => {
    const alignment = align('well known', 'wellknowm')
    expect(matchByLetters(alignment, { from: 0, to: 2 }, { from: 0, to: 1 })).toBe(false)
    expect([...alignment.wordMap]).toEqual([-1, -1])
    expect([...alignment.letterMap]).toEqual(Array.from({ length: 9 }, () => -1))
  })
})
