import { describe, expect, it } from 'vitest'
import { tokenise } from '../../../../electron/services/search/tokenise.ts'
import { createRandom, pick } from './seeded-random.ts'

const surfaces = (text: string): string[] => tokenise(text).map(({ surface }) => surface)

describe('tokenise', () => {
  it.each([
    ['lower case', 'TREATY Treaty', ['treaty', 'treaty']],
    ['an em dash without spaces', 'Treaty—become', ['treaty', 'become']],
    ['every other dash', 'a-b c–d e‐f g‑h i−j', 'abcdefghij'.split('')],
    ['slashes, backslashes and underscores', 'and/or a\\b c_d', ['and', 'or', 'a', 'b', 'c', 'd']],
    ['quotation marks', '“new” «era» "x"y', ['new', 'era', 'x', 'y']],
    ['white space of any kind', 'a\u00a0b\u202fc\td\ne', ['a', 'b', 'c', 'd', 'e']],
    ['symbols and emoji', 'x™ 👩‍💻 №5 y…z', ['x', '5', 'y', 'z']],
    ['nothing', ' … — ', []],
  ])('parts words at %s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected)
  })

  it.each([
    ['possessives', "people’s people's peopleʼs PEOPLE’S", ['people', 'people', 'people', 'people']],
    ['apostrophes within words', "don't don’t O’Neill O'Neill", ['dont', 'dont', 'oneill', 'oneill']],
    ['apostrophes around words', "'tis peoples’ ‘quoted’", ['tis', 'peoples', 'quoted']],
    ['a possessive after a number', '2026’s', ['2026']],
    ['signs of transliteration', 'Qurʾan Rusʹ', ['quran', 'rus']],
    [
      'French elision',
      'l’Europe d’accord qu’il L’Été',
      ['l', 'europe', 'd', 'accord', 'qu', 'il', 'l', 'ete'],
    ],
    ['elision before a consonant, which is none', 'N’Djamena', ['ndjamena']],
  ])('reads %s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected)
  })

  it.each([
    ['accents, composed or not', 'Émile E\u0301mile naïve', ['emile', 'emile', 'naive']],
    ['letters that Unicode does not take apart', 'Straße Łódź Ærø đak', ['strasse', 'lodz', 'aero', 'dak']],
    ['ё to е but й not to и', 'Ёлка елка й и\u0306', ['елка', 'елка', 'й', 'й']],
    ['stress marks, not letters of Ukrainian', 'замо́к її', ['замок', 'її']],
    ['the final sigma', 'ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['ligatures and full-width letters', 'ﬁnance ＡＢＣ Ⅷ', ['finance', 'abc', 'viii']],
    ['vowel signs of Arabic and points of Hebrew', 'مُحَمَّد אָב', ['محمد', 'אב']],
    ['no vowels of Hindi', 'हिन्दी', ['हिन्दी']],
    ['Korean, composed or not', '한국 \u1112\u1161\u11ab', ['한국', '한']],
    [
      'soft hyphens and zero-width characters',
      'co\u00adop zero\u200bwidth \ufeffx\u2060y',
      ['coop', 'zerowidth', 'xy'],
    ],
  ])('folds %s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected)
  })

  it.each([
    ['thousands', '1,000 1,234,567', ['1000', '1234567']],
    ['decimals and addresses', '3.5 127.0.0.1', ['3.5', '127.0.0.1']],
    ['lists and misplaced commas', '1,2 12,34 1234,567', ['1', '2', '12', '34', '1234', '567']],
    ['ordinals and decades', '15th 1990s', ['15th', '1990s']],
    ['times, dates and sentence ends', '12:30 2026-02-01 5.', ['12', '30', '2026', '02', '01', '5']],
    ['footnote marks, which are no part of a word', 'treaty² CO₂', ['treaty', 'co2']],
    ['fractions, which are no digits', '1½', ['1']],
  ])('reads numbers: %s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected)
  })

  it.each([
    ['pairs that overlap', '中国和俄', ['中国', '国和', '和俄']],
    ['a lone character as itself', '条', ['条']],
    ['Japanese', 'カタカナ', ['カタ', 'タカ', 'カナ']],
    ['half-width kana', 'ｶﾞｷﾞ', ['ガギ']],
    ['characters beyond the first plane', '𠀀𠀁𠀂', ['𠀀𠀁', '𠀁𠀂']],
    ['digits beside characters', '2026年2月', ['2026', '年', '2', '月']],
  ])('cuts Chinese and Japanese into %s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected)
  })

  it('folds spelling in the word and leaves it in the surface', () => {
    const [british, american] = tokenise('colour color')
    expect(british).toEqual({ word: american?.word, surface: 'colour', start: 0, end: 6 })
    expect(american?.surface).toBe('color')
  })

  it('tells where words stand in the original text', () => {
    const text = '“People’s” ﬁ-nance, e\u0301te\u0301 l’Été 中国'
    const places = tokenise(text).map(({ start, end }) => text.slice(start, end))
    expect(places).toEqual(['People’s', 'ﬁ', 'nance', 'e\u0301te\u0301', 'l', 'Été', '中国'])
  })

  it('leaves an invisible character at a word’s end outside', () => {
    expect(tokenise('ab\u200b \u00adcd')).toMatchObject([
      { start: 0, end: 2 },
      { start: 5, end: 7 },
    ])
  })

  it('yields tokens whose own stretch of text is the same word again, in order, on any text', () => {
    const random = createRandom(7)
    const letters =
      'a B s qu l e\u0301 \u0301 ß ﬁ й и\u0306 中 国 が ｶﾞ \u3099 𠀀 𝐀 هُ 한 \u1112\u1161 हि'.split(' ')
    const signs = ["'", '’', 'ʼ', 'ʾ', '-', '—', ' ', '\n', '"', '”', '.', ',', '/', '…', '\u00ad', '\u200b']
    const numbers = '0 7 000 123 ½ ² ₂ Ⅷ ⑴ ﷺ \ud83d \udc00 \ufe0f 👩‍💻'.split(' ')
    const scraps = [...letters, ...signs, ...numbers]
    for (let round = 0; round < 800; round++) {
      const text = Array.from({ length: 14 }, () => pick(scraps, random)).join('')
      let earlier = 0
      for (const { surface, start, end } of tokenise(text)) {
        expect({ text, again: surfaces(text.slice(start, end)) }).toEqual({ text, again: [surface] })
        expect(start).toBeGreaterThanOrEqual(earlier)
        expect(end).toBeGreaterThan(start)
        earlier = start
      }
    }
  })

  it('reads a folded word as itself', () => {
    const text = 'Émile’s Straße ﬁve 1,000.5 О́ЗЕРО й Ærø O’Neill ½ İstanbul'
    for (const surface of surfaces(text)) expect(surfaces(surface)).toEqual([surface])
  })

  it('stays quick on text made to be awkward', () => {
    const started = performance.now()
    for (const scrap of ['1,000,', "a'", 'a\u00ad', '\u0301', '中\u200b', '1.', "l'", '\u00ad'])
      tokenise(scrap.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
