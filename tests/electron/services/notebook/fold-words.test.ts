import { describe, expect, it } from 'vitest'
import { foldWords, readWordFilter } from '../../../../electron/services/notebook/fold-words.ts'
import { tokenise } from '../../../../electron/services/search/tokenise.ts'

const finds = (filter: string, text: string): boolean | undefined => readWordFilter(filter)?.(foldWords(text))

describe('folded words', () => {
  it.each([
    'The People’s Republic, twenty-five years on: 1,000 boats and 3.5 %.',
    'Émile said\n“treaty—become” l’Europe soft\u00adhyphen',
    'A theatre of colour, organised',
    'Старший смотритель сказал: «Фонарь»',
    '条约于2026年签署 ファイル',
    '',
  ])('are the search’s own words, cut stretch by stretch: %s', (text) => {
    const words = tokenise(text).flatMap(({ word, surface }) => (surface === word ? [word] : [surface, word]))
    expect(foldWords(text).split(' ').filter(Boolean)).toEqual(words)
  })
})

describe('a filter', () => {
  it.each([
    ['a whole word', 'treaty ', 'the treaty stands'],
    ['a word that is still being typed', 'trea', 'the treaty stands'],
    ['words in any order', 'stands treaty', 'the treaty stands'],
    ['other case and diacritics', 'EMILE', 'as Émile said'],
    ['the other spelling, finished or not', 'neighborh', 'in the neighbourhood'],
    ['the other spelling of a whole word', 'organization ', 'an organisation'],
    ['the spelling as written, unfinished', 'theatr', 'in the theatre'],
    ['words joined by a dash', 'become', 'the treaty—become'],
    ['a possessive', 'people', 'the People’s Republic'],
    ['Chinese by a pair of characters', '条约', '签署条约之后'],
    ['Chinese by a single one', '约', '签署条约'],
  ])('finds %s', (_title, filter, text) => {
    expect(finds(filter, text)).toBe(true)
  })

  it.each([
    ['the end of a word', 'eaty', 'the treaty stands'],
    ['a beginning where the word is finished', 'trea ', 'the treaty stands'],
    ['one of two words', 'treaty falls', 'the treaty stands'],
    ['a first word that is only begun', 'trea stands', 'the treaty stands'],
  ])('does not find %s', (_title, filter, text) => {
    expect(finds(filter, text)).toBe(false)
  })

  it.each(['', '  ', '—'])('without a word asks for nothing: “%s”', (filter) => {
    expect(readWordFilter(filter)).toBeNull()
  })
})
