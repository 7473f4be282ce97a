import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../electron/contract/errors.ts'
import { queryLimit } from '../../../../electron/contract/search.ts'
import type { Condition, QueryWord } from '../../../../electron/services/search/parse-query.ts'
import { parseQuery } from '../../../../electron/services/search/parse-query.ts'

const showWord = ({ surface, unfinished }: QueryWord): string => (unfinished ? `${surface}*` : surface)

function showCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'undated':
      return 'undated'
    case 'colour':
      return `colour ${condition.colour}`
    case 'has':
      return `has ${condition.what}`
    case 'before':
    case 'after':
      return `${condition.kind} ${condition.date}`
    case 'note':
      return `note: ${condition.words.map(showWord).join(' ')}`
    case 'text': {
      const words = condition.words.map(showWord).join(' ')
      return `${condition.field ?? 'any'}: ${condition.quoted ? `"${words}"` : words}`
    }
  }
}

/** A query as the parser understood it, in short. */
function show(query: string): { words: string[]; required: string[]; excluded: string[] } {
  const { words, required, excluded } = parseQuery(query)
  return {
    words: words.map(showWord),
    required: required.map(showCondition),
    excluded: excluded.map(showCondition),
  }
}

function problemOf(query: string): unknown {
  try {
    parseQuery(query)
  } catch (error) {
    if (error instanceof Failure && error.error.code === 'query-unreadable') return error.error.problem
    throw error
  }
  return null
}

describe('parseQuery', () => {
  it.each([
    ['nothing', '', []],
    ['words, the last of which may go on', 'new treaty', ['new', 'treaty*']],
    ['words that white space ends', ' new  treaty\u00a0', ['new', 'treaty']],
    ['a last word before a full stop, which may go on', 'treaty.', ['treaty*']],
    ['compounds as their words', 'follow-up 12:30', ['follow', 'up', '12', '30*']],
    ['a name before a colon and a space', 'Beijing: talks', ['beijing', 'talks*']],
    ['a colon at the end', 'editor:', ['editor*']],
    ['a colon after something that is no name', '2b:c поле:слово', ['2b', 'c', 'поле', 'слово*']],
    ['a web address', 'https://example.org', ['https', 'example', 'org*']],
    ['a lone hyphen, dashes and punctuation as nothing', '- — -- ... ! treaty -', ['treaty']],
    ['thousands that are being typed', '1,00', ['100*']],
    ['millions that are being typed', '12,000,0', ['120000*']],
    ['a list of numbers that ends elsewhere', '1,00 x', ['1', '00', 'x*']],
    ['Chinese as pairs', '中国条约', ['中国', '国条', '条约*']],
  ])('reads %s', (_, query, words) => {
    expect(show(query)).toEqual({ words, required: [], excluded: [] })
  })

  it.each([
    ['a phrase', '"New Horizons"', ['any: "new horizons"']],
    [
      'curly quotes and guillemets',
      '“new horizons” «a b» „c d“',
      ['any: "new horizons"', 'any: "a b"', 'any: "c d"'],
    ],
    ['a field with a word that may go on', 'title:trea', ['title: trea*']],
    ['a field with a finished word', 'title:treaty ', ['title: treaty']],
    ['a field with a phrase', 'tag:"foreign policy"', ['tag: "foreign policy"']],
    ['a field with a compound', 'tag:foreign-policy ', ['tag: foreign policy']],
    [
      'field names in any case',
      'TITLE:a Source:b AUTHOR:c tAg:d ',
      ['title: a', 'source: b', 'author: c', 'tag: d'],
    ],
    [
      'dates as precise as given',
      'before:2026 after:2025-12 before:2026-02-28',
      ['before 2026', 'after 2025-12', 'before 2026-02-28'],
    ],
    [
      'what only notes have',
      'note:why colour:red color:BLUE has:note Has:TAG ',
      ['note: why', 'colour red', 'colour blue', 'has note', 'has tag'],
    ],
    ['words of a note in a row', 'note:"why not"', ['note: why not']],
    ['the lack of a date', 'date:none Date:NONE', ['undated', 'undated']],
  ])('requires %s', (_, query, required) => {
    expect(show(query)).toEqual({ words: [], required, excluded: [] })
  })

  it.each([
    ['a word', '-war ', ['any: war']],
    ['a compound', '-so-called ', ['any: so called']],
    ['a phrase', '-"cold war"', ['any: "cold war"']],
    ['a field', '-title:war -tag:"cold war"', ['title: war', 'tag: "cold war"']],
    ['dates and their lack', '-before:2026 -date:none', ['before 2026', 'undated']],
  ])('excludes %s', (_, query, excluded) => {
    expect(show(query)).toEqual({ words: [], required: [], excluded })
  })

  it('reads everything together', () => {
    expect(show('treaty "new horizons" -war source:tass before:2027 chin')).toEqual({
      words: ['treaty', 'chin*'],
      required: ['any: "new horizons"', 'source: tass', 'before 2027'],
      excluded: ['any: war'],
    })
  })

  it('needs no space around a phrase', () => {
    expect(show('treaty"new era"title:x')).toEqual({
      words: ['treaty'],
      required: ['any: "new era"', 'title: x*'],
      excluded: [],
    })
  })

  it.each([
    ['a quote that is not closed', 'treaty "new hor', 'unclosed-quote', 7, 15],
    ['a curly quote that is not closed', 'treaty”', 'unclosed-quote', 6, 7],
    ['a field’s quote that is not closed', 'title:"new', 'unclosed-quote', 6, 10],
    ['an empty phrase', 'a "" b', 'empty-phrase', 2, 4],
    ['a phrase of punctuation', '“ — ”', 'empty-phrase', 0, 5],
    ['a field’s empty phrase', 'title:""', 'empty-phrase', 6, 8],
    ['an unknown field', 'treaty editor:red', 'unknown-field', 7, 13],
    ['an unknown field with a phrase', 'editor:"red"', 'unknown-field', 0, 6],
    ['an excluded unknown field', '-editor:red', 'unknown-field', 1, 7],
    ['a field at the end', 'treaty title:', 'missing-value', 7, 13],
    ['a field before a space', 'title: treaty', 'missing-value', 0, 6],
    ['a field with punctuation', 'tag:--', 'missing-value', 0, 6],
    ['a date that is missing', 'before:', 'missing-value', 0, 7],
    ['a date that is missing before a space', 'date: none', 'missing-value', 0, 5],
    ['a date that is none', 'before:yesterday', 'bad-date', 7, 16],
    ['a day that does not exist', 'a after:2026-02-30 b', 'bad-date', 8, 18],
    ['a date in another order', 'after:01.02.2026', 'bad-date', 6, 16],
    ['date with anything but none', 'date:2026', 'bad-date', 5, 9],
    ['a colour that is none', 'treaty colour:teal', 'bad-colour', 14, 18],
    ['a colour that is missing', 'colour: red', 'missing-value', 0, 7],
    ['something that notes do not have', 'has:wings', 'bad-part', 4, 9],
    ['words of a note that are missing', '-note:', 'missing-value', 1, 6],
    ['one character too many', 'x'.repeat(queryLimit + 1), 'too-long', queryLimit, queryLimit + 1],
    ['ten thousand characters, quotes and all', '"'.repeat(10_000), 'too-long', queryLimit, 10_000],
  ])('refuses %s and says where', (_, query, reason, start, end) => {
    expect(problemOf(query)).toEqual({ reason, start, end })
  })

  it('reads a query of the longest length', () => {
    expect(problemOf('x'.repeat(queryLimit))).toBeNull()
  })
})
