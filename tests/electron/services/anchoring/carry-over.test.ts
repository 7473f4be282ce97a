// Where a stretch of the old text stands in the new one, by the words that are known to be the same.
import { describe, expect, it } from 'vitest'
import { carryOver } from '../../../../electron/services/anchoring/carry-over.ts'
import { alignSameWords, strangers } from './align-same-words.ts'

/** What has become of the words between the bars of the old text. */
function carry(barred: string, newText: string): string | null {
  const [before = '', quoted = '', behind = ''] = barred.split('|')
  const alignment = alignSameWords(before + quoted + behind, newText)
  const found = carryOver(alignment, before.length, before.length + quoted.length)
  return found === null ? null : newText.slice(found.start, found.end)
}

/** Forty words, of which so many also stand in the old text. */
const foreign = (count: number): string => `${strangers('m', count)} ${strangers('x', 40 - count)}`

const [before, behind] = [strangers('b', 12), strangers('c', 12)]

const withStrangers = (letter: string, count: number): string =>
  `${before} one two three ${strangers(letter, count)} four five six ${behind}`

describe('a quotation with words put into its middle', () => {
  const old = `${before} |one two three four five six| ${behind}`

  it.each([1, 29, 30, 100])('covers them: %d', (count) => {
    expect(carry(old, withStrangers('x', count))).toBe(`one two three ${strangers('x', count)} four five six`)
  })

  it('covers up to twenty-nine of them though they be old words that have come there', () => {
    const with30 = `${old} ${strangers('m', 30)}`
    expect(carry(with30, withStrangers('m', 29))).toBe(`one two three ${strangers('m', 29)} four five six`)
    expect(carry(with30, withStrangers('m', 30))).toBe('one two three')
  })

  it('covers many of them, though three in ten be old words that have come there', () => {
    const between = (count: number): string =>
      `${before} one two three ${foreign(count)} four five six ${behind}`
    const with20 = `${old} ${strangers('m', 20)}`
    expect(carry(with20, between(12))).toBe(`one two three ${foreign(12)} four five six`)
    expect(carry(with20, between(13))).toBe('one two three')
  })
})

describe('a quotation whose words have been taken apart', () => {
  it('keeps the piece that weighs most', () => {
    expect(carry(`${before} |one two three four five| ${behind}`, `four five ${before} one two three`)).toBe(
      'one two three',
    )
    expect(carry(`${before} |one two three four five| ${behind}`, `three four five ${before} one two`)).toBe(
      'three four five',
    )
    expect(carry(`${before} |one two three four| ${behind}`, `three four ${before} one two`)).toBe('one two')
  })

  it('keeps what still stands beside it when a part has gone elsewhere', () => {
    expect(
      carry(
        `${before} |one two three gone four five six| ${behind}`,
        `${before} one two three four five six ${behind} ${strangers('x', 40)} gone`,
      ),
    ).toBe('one two three four five six')
  })

  const nine = 'w1 w2 w3 w4 w5 w6 w7 w8 w9'
  const old = `${before} |${nine}| ${behind}`
  const far = strangers('x', 40)
  it('keeps a distant piece that is more than a fifth of all that is left, or that its neighbours hold', () => {
    expect(carry(old, `${before} w1 w2 w3 w4 w5 w6 w7 ${far} w8 w9`)).toMatch(/^w1 .* w9$/)
    expect(carry(old, `${before} w1 w2 w3 w4 w5 w6 w7 w8 ${far} w9 y1 y2`)).toMatch(/^w1 .* w8$/)
    expect(carry(old, `${before} w1 w2 w3 w4 w5 w6 w7 w8 ${far} w9 ${behind}`)).toMatch(/^w1 .* w9$/)
  })

  it('does so with a piece before the others as well', () => {
    expect(carry(old, `w1 w2 ${far} w3 w4 w5 w6 w7 w8 w9 ${behind}`)).toMatch(/^w1 .* w9$/)
    expect(carry(old, `y1 y2 w1 ${far} w2 w3 w4 w5 w6 w7 w8 w9 ${behind}`)).toMatch(/^w2 .* w9$/)
    expect(carry(old, `${before} w1 ${far} w2 w3 w4 w5 w6 w7 w8 w9 ${behind}`)).toMatch(/^w1 .* w9$/)
  })
})

describe('words that have replaced some of a quotation', () => {
  it('belong to it at its beginning and its end', () => {
    const old = `${before} |one two three four five| ${behind}`
    expect(carry(old, `${before} x two three four y ${behind}`)).toBe('x two three four y')
    expect(carry(old, `${before} two three four ${behind}`)).toBe('two three four')
    expect(carry(`|one two three four five|`, 'x two three four y')).toBe('x two three four y')
  })

  it('are as many as were lost, and the share that falls to it of others', () => {
    const old = `${before} gone |lost two three four five| ${behind}`
    expect(carry(old, `${before} x y two three four five ${behind}`)).toBe('y two three four five')
    expect(carry(old, `${before} x two three four five ${behind}`)).toBe('x two three four five')
    const longer = `${before} |lost two three four five| ${behind}`
    expect(carry(longer, `${before} x y two three four five ${behind}`)).toBe('y two three four five')
  })

  it('are none where far more have come', () => {
    const old = `${before} |lost two three four five| ${behind}`
    const come = (count: number): string => `${before} ${strangers('x', count)} two three four five ${behind}`
    expect(carry(old, come(6))).toBe('x5 two three four five')
    expect(carry(old, come(7))).toBe('two three four five')
  })

  it('are none where a line begins among them that did not', () => {
    const old = `${before} |lost two three four five| ${behind}`
    expect(carry(old, `${before} x\ny two three four five ${behind}`)).toBe('two three four five')
    expect(carry(old, `${before}\nx two three four five ${behind}`)).toBe('x two three four five')
    const ofLine = `${before} gone\n|lost two three four five| ${behind}`
    expect(carry(ofLine, `${before} x\ny z two three four five ${behind}`)).toBe('z two three four five')
  })
})

describe('marks alone', () => {
  it('are found between the same letters', () => {
    expect(carry('one |—| two', 'x one - two')).toBe('-')
    expect(carry('|“|one two', '"one two')).toBe('"')
    expect(carry('one two|!”|', 'one two!"')).toBe('!"')
    expect(carry('|—|', '--')).toBe('--')
  })

  it('are not found where other marks have come', () => {
    expect(carry('one |—| two', 'one, two')).toBeNull()
    expect(carry('one |—| two', 'one two')).toBeNull()
  })

  it('are not found where the letters beside them are gone, or stand apart', () => {
    expect(carry('one |—| two', 'six — two')).toBeNull()
    expect(carry('one |—| two', 'one — six')).toBeNull()
    expect(carry('one |—| two', '— two')).toBeNull()
    expect(carry('one |—| two', 'one —')).toBeNull()
    expect(carry('one |—| two', 'one x — two')).toBeNull()
    expect(carry('one |—| two', 'two — one')).toBeNull()
    expect(carry('|—| two', 'x — two')).toBeNull()
    expect(carry('one |—|', 'one — x')).toBeNull()
  })
})

describe('a quotation of which nothing is left', () => {
  it('is found nowhere', () => {
    expect(carry(`${before} |one two| ${behind}`, `${before} ${behind}`)).toBeNull()
    expect(carry('|one two|', '')).toBeNull()
  })
})
