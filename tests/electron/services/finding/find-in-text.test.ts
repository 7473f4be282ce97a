import { describe, expect, it } from 'vitest'
import { findInText, prepareText } from '../../../../electron/services/finding/find-in-text.ts'

/** The words that are found, as they were written. */
function find(
  text: string,
  words: string,
  options: { matchCase?: boolean; wholeWords?: boolean } = {},
): string[] {
  const places = findInText(prepareText(text), words, { matchCase: false, wholeWords: false, ...options })
  return places.map(({ start, end }) => text.slice(start, end))
}

describe('findInText', () => {
  it.each([
    ['a part of a word', 'The treaty of entreaty', 'treat', ['treat', 'treat']],
    ['whatever the case', 'Treaty TREATY', 'treaty', ['Treaty', 'TREATY']],
    ['letters under their accents', 'Ému, émeute, e\u0301tat', 'em', ['Ém', 'ém']],
    ['an accent that is a sign of its own, whole', 'e\u0301tat', 'et', ['e\u0301t']],
    ['two letters in one sign', 'the ﬁsh', 'is', ['ﬁs']],
    ['words with any apostrophe', 'I don’t; I don\u02bct', "don't", ['don’t', 'don\u02bct']],
    ['the word without its possessive', 'Beijing’s', 'beijing', ['Beijing']],
    ['words beside a dash', 'treaty—become', 'treaty become', ['treaty—become']],
    ['words in a row, of which the last is unfinished', 'the north wind', 'the nor', ['the nor']],
    ['words in a row, of which the first has begun before', 'lathe north', 'the north', ['the north']],
    ['the other spelling', 'organization of neighborhoods', 'organisation', ['organization']],
    ['the other spelling of an unfinished word', 'two neighborhoods', 'neighbour', ['neighborhoods']],
    ['Cyrillic', 'Фонарь горит', 'гор', ['гор']],
    ['Chinese, each place once', '新的条约和条约', '条约', ['条约', '条约']],
    ['one Chinese character', '条约和条', '条', ['条', '条']],
    ['numbers with a point or a comma', 'from 3.5 to 1,000', '3.5', ['3.5']],
    ['the end of a number with a comma', 'of 1,000 boats', '00', ['00']],
    ['signs alone as they are', 'a “b” c “d”', '”', ['”', '”']],
  ])('finds %s', (_, text, words, found) => {
    expect(find(text, words)).toEqual(found)
  })

  it('finds nothing for nothing', () => {
    expect(find('a b', '')).toEqual([])
    expect(find('a b', '  ')).toEqual([])
  })

  it('takes whole words only where that is wished', () => {
    expect(find('treaty, treaties, entreaty', 'treaty', { wholeWords: true })).toEqual(['treaty'])
    expect(find('the north, lathe north, the norther', 'the north', { wholeWords: true })).toEqual([
      'the north',
    ])
    expect(find('color colorful', 'colour', { wholeWords: true })).toEqual(['color'])
  })

  it('takes a space at an end for the end of a word', () => {
    expect(find('treaty treaties', 'treat')).toHaveLength(2)
    expect(find('treat treaty', 'treat ')).toEqual(['treat'])
    expect(find('entreat treat', ' treat')).toEqual(['treat'])
  })

  it('takes capitals as they are where that is wished', () => {
    expect(find('Harbour harbour HARBOUR', 'Harbour', { matchCase: true })).toEqual(['Harbour'])
    expect(find('Émile émile', 'Emile', { matchCase: true })).toEqual(['Émile'])
    expect(find('The North Wind', 'north wind', { matchCase: true })).toEqual([])
  })

  it('finds nothing across two lines', () => {
    expect(find('the north\nwind', 'north wind')).toEqual([])
  })

  it('never tells places that overlap', () => {
    expect(find('aaaaa', 'aa')).toEqual(['aa', 'aa'])
  })

  it('tells offsets into the text as it was written', () => {
    const text = '🏮 Ein Straßenname'
    const [place] = findInText(prepareText(text), 'strasse', { matchCase: false, wholeWords: false })
    expect(place).toEqual({ start: text.indexOf('Stra'), end: text.indexOf('nname') })
  })
})
