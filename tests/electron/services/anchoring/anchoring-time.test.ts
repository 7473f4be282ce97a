// Anchoring takes time nearly in proportion to the text, whatever the text is. Measured against a plain pass over the
// same texts in the same run, because machines differ and are shared.
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { placeAnchors } from '../../../../electron/services/anchoring/place-anchors.ts'
import type { Placement } from '../../../../electron/services/anchoring/placement.ts'
import { createRandom, pick } from '../search/seeded-random.ts'
import { quote } from './quote-in.ts'

const random = createRandom(7)
const letters = 'abcdefghilmnoprstuvw'.split('')
const vocabulary = Array.from({ length: 20_000 }, (_, index) =>
  Array.from({ length: 2 + (index % 9) }, () => pick(letters, random)).join(''),
)

/** Words by Zipf's law, as in real prose. */
function writeWords(count: number): string[] {
  return Array.from({ length: count }, () => vocabulary[Math.floor(vocabulary.length ** random())] ?? '')
}

function change(words: readonly string[], chance: number): string[] {
  return words.map((word) => (random() < chance ? pick(vocabulary, random) : word))
}

/** How many times as long as folding both texts it takes to place the anchors. */
function costOf(oldText: string, newText: string, quoted: readonly string[]): [number, Placement[]] {
  const anchors = quoted.map((exact) => quote(oldText, exact))
  const begun = performance.now()
  foldText(oldText)
  foldText(newText)
  const folded = performance.now()
  const placements = placeAnchors({ oldText, newText, anchors })
  return [(performance.now() - folded) / (folded - begun), placements]
}

function quoteWords(words: readonly string[], count: number): string[] {
  const step = Math.floor(words.length / count)
  return Array.from({ length: count }, (_, index) =>
    words.slice(index * step + 4, index * step + 16).join(' '),
  )
}

/** Quadratic work would cost thousands of passes. */
const most = 60

const halfMegabyte = writeWords(85_000)
// The compiler of the JavaScript engine has its say before anything is measured.
costOf(halfMegabyte.slice(0, 20_000).join(' '), change(halfMegabyte.slice(0, 20_000), 0.2).join(' '), [])

describe('a text of half a megabyte', { timeout: 60_000 }, () => {
  it.each([0.05, 0.2])(
    'with a share of %d of its words changed costs a small multiple of a pass',
    (chance) => {
      const quoted = quoteWords(halfMegabyte, 100)
      const [cost, placements] = costOf(
        halfMegabyte.join(' '),
        change(halfMegabyte, chance).join(' '),
        quoted,
      )
      expect(cost).toBeLessThan(most)
      expect(placements.filter(({ kind }) => kind === 'exact' || kind === 'moved').length).toBeGreaterThan(95)
    },
  )
})

describe('a text of a hundred kilobytes or more', { timeout: 60_000 }, () => {
  const words = halfMegabyte.slice(0, 25_000)
  const sentence = 'the talks go on for another week. '
  it.each([
    ['one all of whose words stand elsewhere', writeWords(25_000).toReversed().join(' ')],
    ['one that repeats a sentence', sentence.repeat(4000)],
    ['one that repeats a word', 'a '.repeat(75_000)],
    ['one without any spaces', 'abc'.repeat(50_000)],
  ])('beside %s costs a small multiple of a pass, either way', (_, other) => {
    expect(costOf(words.join(' '), other, quoteWords(words, 20))[0]).toBeLessThan(most)
    expect(costOf(other, words.join(' '), [other.slice(0, 90)])[0]).toBeLessThan(most)
  })

  it('that repeats a sentence, and has lost a few, costs a small multiple of a pass', () => {
    const renewed = `new ${sentence.repeat(3900)} end`
    expect(costOf(sentence.repeat(4000), renewed, [sentence])[0]).toBeLessThan(most)
  })
})
