// A quotation is found by its words and those around it, or not at all.
import { describe, expect, it } from 'vitest'
import { findQuote } from '../../../../electron/services/anchoring/find-quote.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { numberWords } from '../../../../electron/services/anchoring/vocabulary.ts'
import { indexPlaces } from '../../../../electron/services/anchoring/word-places.ts'
import { strangers } from './align-same-words.ts'

/** What is quoted, between bars, with what stands around it: `before the |quoted words| and behind`. */
function find(quoted: string, text: string, taken: readonly number[] | null = null) {
  const [prefix = '', exact = '', suffix = ''] = quoted.split('|')
  const folded = [text, prefix, exact, suffix].map((part) => foldText(part))
  const { sequences, vocabulary } = numberWords(folded)
  const [words, ...parts] = sequences
  const [renewed, , quotation] = folded
  const [numberedPrefix, numberedExact, numberedSuffix] = parts
  if (!words || !renewed || !quotation || !numberedPrefix || !numberedExact || !numberedSuffix)
    throw new Error('there are four texts')
  const found = findQuote(
    {
      quotation: { start: 0, end: exact.length, exact, prefix, suffix },
      prefix: numberedPrefix,
      exact: numberedExact,
      suffix: numberedSuffix,
      lettersFrom: quotation.starts[0] ?? 0,
      lettersTo: quotation.ends.at(-1) ?? exact.length,
    },
    {
      folded: renewed,
      words,
      vocabulary,
      places: indexPlaces(words, vocabulary.spellings.length),
      taken: taken === null ? null : Uint8Array.from(words, (_, word) => Number(taken.includes(word))),
    },
  )
  return found === null ? null : { words: text.slice(found.start, found.end), score: found.score }
}

const before = strangers('o', 40)
const after = strangers('p', 40)

describe('a quotation with its surroundings', () => {
  it('is found whole', () => {
    const text = `${before} here stands “the one treaty”, so they say ${after}`
    expect(find('here stands |“the one treaty”|, so they say', text)).toEqual({
      words: '“the one treaty”',
      score: 1,
    })
  })

  it('is found at the very beginning and the very end of a text', () => {
    expect(find('|“one two three”| four five', `“one two three” four five ${after}`)).toEqual({
      words: '“one two three”',
      score: 1,
    })
    expect(find('one two |three four five!|', `${before} one two three four five!`)).toEqual({
      words: 'three four five!',
      score: 1,
    })
  })

  it('is found while but a part of them is left, with less certainty', () => {
    const text = `${before} x1 b2 one two three c1 x2 ${after}`
    const half = find('b1 b2 |one two three| c1 c2', text)
    expect(half?.words).toBe('one two three')
    expect(half?.score).toBeGreaterThan(0.85)
    expect(half?.score).toBeLessThan(1)
    expect(find('b1 b2 |one two three| c1 c2', text.replace('c1', 'x3'))).toBeNull()
  })

  it('is found by them alone when more than half of it is left', () => {
    const text = `${before} b1 b2 b3 one x1 three x2 five six c1 c2 c3 ${after}`
    const quoted = 'b1 b2 b3 |one two three four five six| c1 c2 c3'
    expect(find(quoted, text)?.words).toBe('one x1 three x2 five six')
    expect(find(quoted, text.replace('three', 'x3'))).toBeNull()
  })

  it('takes words that have been replaced at its ends for its own', () => {
    const text = `${before} b1 b2 b3 x1 two three four five x2 c1 c2 c3 ${after}`
    const quoted = 'b1 b2 b3 |one two three four five six| c1 c2 c3'
    expect(find(quoted, text)?.words).toBe('x1 two three four five x2')
    const atStart = `two three four five c1 c2 c3 ${after}`
    expect(find('|one two three four five| c1 c2 c3', atStart)?.words).toBe('two three four five')
    const atEnd = `${before} b1 b2 b3 one two three four`
    expect(find('b1 b2 b3 |one two three four five|', atEnd)?.words).toBe('one two three four')
  })

  it('is not found where what was found tells too little', () => {
    expect(find('b1 |one| c1', `${before} b1 one c1 ${after}`)).toBeNull()
    expect(find('b1 b2 |one| c1 c2', `${before} b1 b2 one c1 c2 ${after}`)?.words).toBe('one')
  })
})

describe('a quotation without its surroundings', () => {
  const exact = 'one two three four five six seven eight'
  it('is at most probable', () => {
    expect(find(`|${exact}|`, `${before} ${exact} ${after}`)).toEqual({ words: exact, score: 0.75 })
    expect(find(`b1 b2 |${exact}| c1 c2`, `${before} ${exact} ${after}`)).toEqual({
      words: exact,
      score: 0.75,
    })
  })

  it('must be longer, and more like itself', () => {
    const short = 'one two three four'
    expect(find(`|${short}|`, `${before} ${short} ${after}`)).toBeNull()
    const changed = exact.replace('three', 'x1')
    expect(find(`|${exact}|`, `${before} ${changed} ${after}`)?.words).toBe(changed)
    expect(find(`|${exact}|`, `${before} ${changed.replace('six', 'x2')} ${after}`)).toBeNull()
  })

  it('is somebody else’s in a text that is known', () => {
    expect(find(`|${exact}|`, `${before} ${exact} ${after}`, [])).toBeNull()
    expect(find(`b1 b2 |${exact}| c1 c2`, `${before} b1 b2 ${exact} c1 c2 ${after}`, [])?.words).toBe(exact)
  })
})

describe('words that belong to something else', () => {
  const exact = 'one two three four five six seven eight nine ten'
  const text = `${before} b1 b2 ${exact} c1 c2 ${after}`
  it('may be up to three in ten of a place', () => {
    expect(find(`b1 b2 |${exact}| c1 c2`, text, [42, 44, 51])?.words).toBe(exact)
    expect(find(`b1 b2 |${exact}| c1 c2`, text, [42, 44, 46, 51])).toBeNull()
    expect(find(`b1 b2 |${exact}| c1 c2`, text, [39, 40, 41, 52, 53])?.words).toBe(exact)
  })
})

describe('of two places', () => {
  const exact = 'one two three four five six'
  it('neither is taken where they are as good as one another', () => {
    expect(find(`|${exact}|`, `${exact} ${before} ${exact}`)).toBeNull()
    expect(find(`b1 |${exact}| c1`, `${exact} ${before} ${exact}`)).toBeNull()
  })

  it('the one with the surroundings is taken', () => {
    const text = `${exact} ${before} b1 b2 b3 ${exact} c1 c2 c3 ${after}`
    expect(find(`b1 b2 b3 |“${exact}”| c1 c2 c3`, text.replace(/one(?!.*one)/, '“one'))).toEqual({
      words: `“${exact}`,
      score: 1,
    })
  })

  it('the one with the surroundings is taken, however many there are without', () => {
    const others = Array.from(
      { length: 30 },
      (_, turn) => `b1 b2 ${exact} ${strangers(`x${turn}x`, 16)}`,
    ).join(' ')
    const text = `${others} b1 b2 “${exact}” c1 c2`
    expect(find(`b1 b2 |“${exact}”| c1 c2`, text)).toEqual({ words: `“${exact}”`, score: 1 })
  })

  it('the more like one is taken, if it is so by far', () => {
    const [first, second] = [exact.replace('two', 'x1'), exact.replace('five', 'x2').replace('two', 'x3')]
    const quoted = `b1 b2 |${exact}| c1 c2`
    expect(find(quoted, `b1 b2 ${second} c1 c2 ${before} b1 b2 ${exact} c1 c2`)?.words).toBe(exact)
    expect(find(quoted, `b1 b2 ${first} c1 c2 ${before} b1 b2 ${second} c1 c2`)?.words).toBe(first)
    const nearly = exact.replace('one', 'ones').replace('three', 'threes')
    expect(find(quoted, `b1 b2 ${nearly} c1 c2 ${before} b1 b2 ${exact} c1 c2`)).toMatchObject({
      words: exact,
    })
  })
})

describe('what holds no words', () => {
  it('is found nowhere', () => {
    expect(find('b1 b2 b3 |—| c1 c2 c3', `${before} b1 b2 b3 — c1 c2 c3 ${after}`)).toBeNull()
    expect(find('b1 b2 |one| c1 c2', '')).toBeNull()
    expect(find('b1 b2 |one| c1 c2', strangers('x', 30))).toBeNull()
  })
})
