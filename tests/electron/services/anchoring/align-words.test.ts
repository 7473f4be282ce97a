// Which words of two short sequences belong together.
import { describe, expect, it } from 'vitest'
import type { AlignmentKind } from '../../../../electron/services/anchoring/align-words.ts'
import { alignWords } from '../../../../electron/services/anchoring/align-words.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { numberWords } from '../../../../electron/services/anchoring/vocabulary.ts'

/** The pairs of words, by their places from 0: `old-new`. */
function pairs(kind: AlignmentKind, oldText: string, newText: string): string {
  const { sequences, vocabulary } = numberWords([foldText(oldText), foldText(newText)])
  const [old = new Uint32Array(), renewed = new Uint32Array()] = sequences
  return alignWords(
    { words: old, start: 0, length: old.length, step: 1 },
    { words: renewed, start: 0, length: renewed.length, step: 1 },
    kind,
    vocabulary,
  )
    .map(({ oldWord, newWord }) => `${oldWord}-${newWord}`)
    .join(' ')
}

describe('alignWords, of whole sequences', () => {
  it('pairs the same words in the same order, whatever has come between or is gone', () => {
    expect(pairs('whole', 'a b c', 'a b c')).toBe('0-0 1-1 2-2')
    expect(pairs('whole', 'a b c', 'x a b y c z')).toBe('0-1 1-2 2-4')
    expect(pairs('whole', 'x a b y c z', 'a b c')).toBe('1-0 2-1 4-2')
    expect(pairs('whole', 'a x c', 'a y c')).toBe('0-0 2-2')
  })

  it('pairs the words that tell more where the order has changed', () => {
    expect(pairs('whole', 'the the the treaty', 'treaty the')).toBe('3-0')
    expect(pairs('whole', 'one two three', 'three one two')).toBe('0-1 1-2')
  })

  it('pairs a word with its like rather than with none', () => {
    expect(pairs('whole', 'a negotiate b', 'a negotiated b')).toBe('0-0 1-1 2-2')
    expect(pairs('whole', 'a negotiate b', 'a negotiated negotiate b')).toBe('0-0 1-2 2-3')
  })

  it('pairs nothing with nothing', () => {
    expect(pairs('whole', '', '')).toBe('')
    expect(pairs('whole', 'a b', '')).toBe('')
    expect(pairs('whole', '', 'a b')).toBe('')
    expect(pairs('whole', 'a b', 'x y z')).toBe('')
  })

  it('tells how alike the words of a pair are', () => {
    const { sequences, vocabulary } = numberWords([foldText('a negotiate'), foldText('a negotiated')])
    const [words = new Uint32Array(), others = new Uint32Array()] = sequences
    const readings = [words, others].map((each) => ({ words: each, start: 0, length: 2, step: 1 as const }))
    const [old, renewed] = readings
    if (old === undefined || renewed === undefined) throw new Error('there are two')
    const found = alignWords(old, renewed, 'whole', vocabulary)
    expect(found.map(({ likeness }) => Number(likeness.toFixed(2)))).toEqual([1, 0.81])
  })
})

describe('alignWords, from the beginnings on', () => {
  it('goes as far as the likeness lasts', () => {
    expect(pairs('beginning', 'a b c d x y z', 'a b c d p q r')).toBe('0-0 1-1 2-2 3-3')
    expect(pairs('beginning', 'a b c', 'a b c p q r')).toBe('0-0 1-1 2-2')
  })

  it('steps over an unlike word where what follows outweighs it', () => {
    expect(pairs('beginning', 'a x c d', 'a y c d')).toBe('0-0 2-2 3-3')
    expect(pairs('beginning', 'a c d', 'a y c d')).toBe('0-0 1-2 2-3')
    expect(pairs('beginning', 'a x c d', 'a c d')).toBe('0-0 2-1 3-2')
  })

  it('does not set out for what lies too far off', () => {
    expect(pairs('beginning', 'a', 'x y z a')).toBe('')
    expect(pairs('beginning', 'x y z a', 'a')).toBe('')
    expect(pairs('beginning', 'a b', 'x y')).toBe('')
    expect(pairs('beginning', '', 'x y')).toBe('')
  })

  it('reads backwards as well', () => {
    const { sequences, vocabulary } = numberWords([foldText('x a b c'), foldText('y z a b q c')])
    const [old = new Uint32Array(), renewed = new Uint32Array()] = sequences
    const found = alignWords(
      { words: old, start: 3, length: 4, step: -1 },
      { words: renewed, start: 5, length: 6, step: -1 },
      'beginning',
      vocabulary,
    )
    expect(found.map(({ oldWord, newWord }) => [oldWord, newWord])).toEqual([
      [3, 5],
      [2, 3],
      [1, 2],
    ])
  })
})

describe('alignWords, of a sequence within another', () => {
  it('finds it wherever it stands', () => {
    expect(pairs('within', 'a b c', 'a b c x y z')).toBe('0-0 1-1 2-2')
    expect(pairs('within', 'a b c', 'u v w x y z a b c')).toBe('0-6 1-7 2-8')
    expect(pairs('within', 'a b c', 'u v w a x c y z')).toBe('0-3 2-5')
  })

  it('finds the first of two places that are as good as one another', () => {
    expect(pairs('within', 'a b', 'x a b y a b')).toBe('0-1 1-2')
  })

  it('finds nothing of what is not there', () => {
    expect(pairs('within', 'a b c', 'x y z')).toBe('')
    expect(pairs('within', 'a b c', '')).toBe('')
    expect(pairs('within', '', 'a b c')).toBe('')
  })
})
