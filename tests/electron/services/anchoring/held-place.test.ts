// Whether the words around a quotation still stand around the place that was found for it.
import { describe, expect, it } from 'vitest'
import { isEnclosed, isHeldAfter, isHeldBefore } from '../../../../electron/services/anchoring/held-place.ts'
import { alignSameWords } from './align-same-words.ts'

/** The place of the words from `first` to `last` in a text of words that are parted by blanks. */
function place(text: string, first: string, last = first) {
  const words = text.split(/\s+/)
  return { from: words.indexOf(first), to: words.indexOf(last) + 1 }
}

function ask(
  test: typeof isHeldBefore,
  oldText: string,
  newText: string,
  old: string,
  renewed = old,
): boolean {
  return test(alignSameWords(oldText, newText), place(oldText, old), place(newText, renewed))
}

describe('isHeldBefore', () => {
  it.each([
    ['all of the four words before', 'a b c d quote z', 'a b c d quote z', true],
    ['two of four', 'a b c d quote z', 'a b x y quote z', true],
    ['one of four', 'a b c d quote z', 'a x y w quote z', false],
    ['the one word there is', 'a quote', 'a quote', true],
    ['not the one word there is', 'a quote', 'x quote', false],
    ['ten words further up', 'a b c d quote', 'a b c d 1 2 3 4 5 6 7 8 quote', true],
    ['more than ten words further up', 'a b c d quote', 'a b c d 1 2 3 4 5 6 7 8 9 quote', false],
    ['behind it', 'a b c d quote', 'quote a b c d', false],
  ])('asks for %s', (_, oldText, newText, isHeld) => {
    expect(ask(isHeldBefore, oldText, newText, 'quote')).toBe(isHeld)
  })

  it('is content with the words of its own line, and with a line that begins where one began', () => {
    expect(ask(isHeldBefore, 'a b c\nd quote', 'x y w d quote', 'quote')).toBe(true)
    expect(ask(isHeldBefore, 'a b c d\nquote', 'x y\nquote', 'quote')).toBe(true)
    expect(ask(isHeldBefore, 'a b c d\nquote', 'x y quote', 'quote')).toBe(false)
  })

  it('takes the beginning of a text for the beginning of a line', () => {
    expect(ask(isHeldBefore, 'quote z', 'quote z', 'quote')).toBe(true)
    expect(ask(isHeldBefore, 'quote z', '1 2 3 4 quote z', 'quote')).toBe(true)
    expect(ask(isHeldBefore, 'quote z', '1 2 3 4 5 quote z', 'quote')).toBe(false)
    expect(ask(isHeldBefore, 'quote z', '1 2 3 4 5\nquote z', 'quote')).toBe(true)
  })
})

describe('isHeldAfter', () => {
  it.each([
    ['all of the four words behind', 'z quote a b c d', 'z quote a b c d', true],
    ['two of four', 'z quote a b c d', 'z quote x y c d', true],
    ['one of four', 'z quote a b c d', 'z quote x y w d', false],
    ['not the one word there is', 'quote a', 'quote x', false],
    ['ten words further down', 'quote a b c d', 'quote 1 2 3 4 5 6 7 8 a b c d', true],
    ['more than ten words further down', 'quote a b c d', 'quote 1 2 3 4 5 6 7 8 9 a b c d', false],
    ['before it', 'quote a b c d', 'a b c d quote', false],
  ])('asks for %s', (_, oldText, newText, isHeld) => {
    expect(ask(isHeldAfter, oldText, newText, 'quote')).toBe(isHeld)
  })

  it('is content with the words of its own line, and with a line that ends where one ended', () => {
    expect(ask(isHeldAfter, 'quote d\na b c', 'quote d x y w', 'quote')).toBe(true)
    expect(ask(isHeldAfter, 'quote\na b c d', 'quote\nx y', 'quote')).toBe(true)
    expect(ask(isHeldAfter, 'quote\na b c d', 'quote x y', 'quote')).toBe(false)
    expect(ask(isHeldAfter, 'quote\na b c d', 'x y quote', 'quote')).toBe(true)
  })

  it('takes the end of a text for the end of a line', () => {
    expect(ask(isHeldAfter, 'z quote', 'z quote', 'quote')).toBe(true)
    expect(ask(isHeldAfter, 'z quote', 'z quote 1 2 3 4', 'quote')).toBe(true)
    expect(ask(isHeldAfter, 'z quote', 'z quote 1 2 3 4 5', 'quote')).toBe(false)
  })
})

describe('isEnclosed', () => {
  const oldText = 'a b c d lost words e f g h'

  it.each([
    ['three words on either side', 'x b c d other words e f g x', true],
    ['two before', 'a x c d other words e f g h', false],
    ['two behind', 'a b c d other words e f x h', false],
    ['a gap before', 'b c d x other words e f g h', false],
  ])('asks for three words on either side without a gap: %s', (_, newText, isIt) => {
    const found = { from: newText.split(' ').indexOf('other'), to: newText.split(' ').indexOf('words') + 1 }
    expect(isEnclosed(alignSameWords(oldText, newText), { from: 4, to: 6 }, found)).toBe(isIt)
  })

  it('lets the ends of the texts stand for words', () => {
    const start = alignSameWords('lost e f g h', 'other e f g h')
    expect(isEnclosed(start, { from: 0, to: 1 }, { from: 0, to: 1 })).toBe(true)
    const late = alignSameWords('lost e f g h', 'x other e f g h')
    expect(isEnclosed(late, { from: 0, to: 1 }, { from: 1, to: 2 })).toBe(false)
    const end = alignSameWords('a b c d lost', 'a b c d other')
    expect(isEnclosed(end, { from: 4, to: 5 }, { from: 4, to: 5 })).toBe(true)
    const early = alignSameWords('a b c d lost', 'a b c d other x')
    expect(isEnclosed(early, { from: 4, to: 5 }, { from: 4, to: 5 })).toBe(false)
  })
})
