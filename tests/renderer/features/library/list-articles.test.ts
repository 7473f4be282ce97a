import { describe, expect, it } from 'vitest'
import type { Account, ArticleSummary } from '../../../../electron/contract/article.ts'
import type { LibrarySort } from '../../../../electron/contract/library-choices.ts'
import type { LibraryFilter } from '../../../../electron/contract/library-listing.ts'
import {
  countAnswers,
  countChoices,
  filterArticles,
  sortArticles,
} from '../../../../renderer/features/library/list-articles.ts'
import { emptyFilter, isFiltering } from '../../../../renderer/state/empty-filter.ts'
import type { ReadingState } from '../../../../renderer/state/reading-store.ts'
import { noAccount, winter } from '../../made-up-library.ts'

const { blocks: _blocks, ...plain } = winter

function article(
  id: string,
  account: Partial<Account>,
  change: Partial<ArticleSummary> = {},
): ArticleSummary {
  return { ...plain, id, title: `The ${id}`, account: { ...noAccount, ...account }, ...change }
}

const articles = [
  article('gazette', { outlet: 'Gazette', date: '2026-02-01' }, { kind: 'opinion', tags: ['sea', 'ice'] }),
  article('wire', { agencies: ['AFP', 'Reuters'] }, { kind: 'wire-report', tags: ['sea'] }),
  article('year', { section: 'World', date: '2026' }, { language: 'ru', tags: ['ice'] }),
  article('march', { outlet: 'Gazette', date: '2026-03' }),
  article('nobody', { date: '2025-12-31' }),
]

const facts: ReadingState = {
  records: {
    wire: { articleId: 'wire', openedAt: 20, read: true, markedAt: 20 },
    march: { articleId: 'march', openedAt: 30, read: false, markedAt: null },
  },
  highlights: { gazette: 2 },
}

const left = (change: Partial<LibraryFilter>, known = facts): string =>
  filterArticles(articles, { ...emptyFilter, ...change }, known)
    .map(({ id }) => id)
    .join(' ')

const all = 'gazette wire year march nobody'

describe('the filter of the library', () => {
  it.each<[string, Partial<LibraryFilter>, string]>([
    ['nothing lets all through', {}, all],
    ['an outlet', { outlets: ['Gazette'] }, 'gazette march'],
    ['an agency where no outlet is named', { outlets: ['Reuters'] }, 'wire'],
    ['those that name nobody', { outlets: [''] }, 'nobody'],
    ['either of two kinds', { kinds: ['opinion', 'wire-report'] }, 'gazette wire'],
    ['a tag', { tags: ['ice'] }, 'gazette year'],
    ['a tag and a language: both must agree', { tags: ['ice'], languages: ['ru'] }, 'year'],
    ['from a day on: a year or month reaches to its end', { from: '2026-02-01' }, 'gazette year march'],
    ['up to a month, which counts to its end', { to: '2026-02' }, 'gazette year nobody'],
    ['between two dates', { from: '2026-02', to: '2026-02-01' }, 'gazette year'],
    ['a date, the undated staying in', { from: '2026-03', withUndated: true }, 'wire year march'],
    ['only that undated ones stay in leaves out nothing', { withUndated: true }, all],
    ['read', { reading: 'read' }, 'wire'],
    ['unread', { reading: 'unread' }, 'gazette year march nobody'],
    ['with highlights', { annotated: 'with' }, 'gazette'],
    ['without', { annotated: 'without' }, 'wire year march nobody'],
  ])('by %s', (_what, change, ids) => {
    expect(left(change)).toBe(ids)
    expect(isFiltering({ ...emptyFilter, ...change })).toBe(ids !== all)
  })

  it('lets all through by highlights until they have been counted', () => {
    expect(left({ annotated: 'with' }, { ...facts, highlights: null })).toBe(all)
  })
})

const count = (change: Partial<LibraryFilter>, part: 'outlets' | 'kinds' | 'tags' | 'languages') =>
  Object.fromEntries(
    countChoices(articles, { ...emptyFilter, ...change }, facts, part).map((each) => [
      each.value,
      each.count,
    ]),
  )

const answers = (change: Partial<LibraryFilter>) =>
  countAnswers(articles, { ...emptyFilter, ...change }, facts, 'reading', ['any', 'unread', 'read'])

const order = (sort: LibrarySort) => sortArticles(articles, sort, facts).map(({ id }) => id)

describe('the counts beside the choices', () => {
  it('say what each would leave, all other parts as they are and its own left out', () => {
    expect(count({}, 'tags')).toEqual({ ice: 2, sea: 2 })
    expect(count({ tags: ['sea'] }, 'tags')).toEqual({ ice: 2, sea: 2 })
    expect(count({ languages: ['ru'] }, 'tags')).toEqual({ ice: 1, sea: 0 })
    expect(Object.keys(count({}, 'outlets'))).toEqual(['AFP', 'Gazette', 'Reuters', 'World', ''])
  })

  it('keep a chosen one in the list though no article has it any more', () => {
    expect(count({ tags: ['gone'] }, 'tags')).toEqual({ gone: 0, ice: 2, sea: 2 })
  })

  it('are there for read and unread too', () => {
    expect(answers({})).toEqual([5, 4, 1])
    expect(answers({ outlets: ['Gazette'], reading: 'read' })).toEqual([2, 2, 0])
  })
})

describe('the order of the library', () => {
  it.each([
    ['title', 'gazette march nobody year wire'],
    ['outlet', 'wire gazette march year nobody'],
    ['newest', 'march gazette year nobody wire'],
    ['oldest', 'nobody year gazette march wire'],
    ['recent', 'march wire gazette nobody year'],
  ] as const)('by %s', (sort, ids) => {
    expect(order(sort).join(' ')).toBe(ids)
  })

  it('counts no article that a title begins with', () => {
    const titles = ['Camels', 'A bridge', 'The apple', 'Theatre']
    const sorted = sortArticles(
      titles.map((title) => article(title, {}, { title })),
      'title',
      facts,
    )
    expect(sorted.map(({ title }) => title)).toEqual(['The apple', 'A bridge', 'Camels', 'Theatre'])
  })

  it('is not upset by quotation marks in titles', () => {
    const quoted = article('a', {}, { title: '“Break new ground”' })
    const sorted = sortArticles([article('b', {}, { title: 'Camels' }), quoted], 'title', facts)
    expect(sorted.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
