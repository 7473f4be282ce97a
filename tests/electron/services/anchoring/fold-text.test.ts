// What a text is compared by, and how its letters lead back to where they stood.
import { describe, expect, it } from 'vitest'
import {
  firstAbove,
  foldText,
  lettersWithin,
  wordAt,
} from '../../../../electron/services/anchoring/fold-text.ts'

function wordsOf(text: string): string[] {
  const { letters, wordStarts } = foldText(text)
  return [...wordStarts.keys()]
    .slice(0, -1)
    .map((word) => letters.slice(wordStarts[word], wordStarts[word + 1]))
}

describe('foldText', () => {
  it.each([
    ['A “new” era—or so', ['a', 'new', 'era', 'or', 'so']],
    ['ﬁne Émile e\u0301tude', ['fine', 'emile', 'etude']],
    ['turbu\u00adlence zero\u200bwidth', ['turbulence', 'zerowidth']],
    ['turbu-\nlence turbu-\r\n  lence turbu\u00ad\nlence', ['turbulence', 'turbulence', 'turbulence']],
    ['turbu\u2010\nlence turbu- lence co-op', ['turbulence', 'turbu', 'lence', 'co', 'op']],
    ['a \u200b b\u200b c', ['a', 'b', 'c']],
    ['a\u0300t xyz9 AZ', ['at', 'xyz9', 'az']],
    ['漢a 5+5 a漢', ['漢', 'a', '5', '+', '5', 'a', '漢']],
    ['Anglo-\nSaxon, 1-\n2 - x', ['anglo', 'saxon', '1', '2', 'x']],
    ['it’s it\u02bcs', ['it', 's', 'it', 's']],
    ['a + b = 5 €', ['a', '+', 'b', '=', '5', '€']],
    ['x漢abcか', ['x', '漢', 'abc', 'か']],
    ['5−3', ['5', '3']],
    ['漢字かな', ['漢', '字', 'か', 'な']],
    ['ｶﾞ か\u3099', ['カ\u3099'.normalize('NFC'), 'が']],
    ['\u1112\u1161\u11ab\u1100\u1173\u11af 한글', ['한글', '한글']],
    ['', []],
    [' …\n', []],
  ])('cuts %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('counts the letters of the words, of all of them at the end', () => {
    expect([...foldText('one, two').wordStarts]).toEqual([0, 3, 6])
    expect([...foldText('').wordStarts]).toEqual([0])
  })

  it('leads each letter back to where it stood', () => {
    const text = '𝔴x ﬁ e\u0301 ß y\u00adz'
    const { letters, starts, ends } = foldText(text)
    const stretches = Array.from({ length: letters.length }, (_, letter) =>
      text.slice(starts[letter], ends[letter]),
    )
    expect(letters).toBe('wxfiessyz')
    expect(stretches).toEqual(['𝔴', 'x', 'ﬁ', 'ﬁ', 'e\u0301', 'ß', 'ß', 'y', 'z'])
  })

  it('keeps half a surrogate pair from doing harm', () => {
    expect(wordsOf('a\ud835b \udd34 c')).toEqual(['a', 'b', 'c'])
  })
})

describe('the letters within a stretch', () => {
  it('are those that it touches', () => {
    const folded = foldText('“One”, two')
    expect(lettersWithin(folded, 0, 6)).toEqual({ from: 0, to: 3 })
    expect(lettersWithin(folded, 2, 8)).toEqual({ from: 1, to: 4 })
    expect(lettersWithin(folded, 4, 7)).toEqual({ from: 3, to: 3 })
    expect(lettersWithin(folded, 0, 0)).toEqual({ from: 0, to: 0 })
    expect(lettersWithin(folded, 0, 1)).toEqual({ from: 0, to: 0 })
    expect(lettersWithin(folded, 0, 10)).toEqual({ from: 0, to: 6 })
    expect(lettersWithin(folded, 10, 10)).toEqual({ from: 6, to: 6 })
    expect(wordAt(folded, 2)).toBe(0)
    expect(wordAt(folded, 3)).toBe(1)
  })
})

describe('firstAbove', () => {
  it('is the first place of a greater value', () => {
    const places = Array.from({ length: 7 }, (_, value) => firstAbove(Uint32Array.from([1, 3, 3, 5]), value))
    expect(places).toEqual([0, 1, 1, 3, 3, 4, 4])
    expect(firstAbove(new Uint32Array(), 0)).toBe(0)
  })
})
