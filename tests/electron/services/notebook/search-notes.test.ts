// The library's query language asked of highlights, notes and memos.
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import { noArticleId } from '../../../../electron/contract/limits.ts'
import { createNotebookService } from '../../../../electron/services/notebook/create-notebook-service.ts'
import { harbour, lantern, placeOf } from '../../../renderer/made-up-library.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

let lastNumber = 0

/** A highlight of words of an article, or a note without any. Later ones are newer. */
function annotation(
  article: typeof lantern | null,
  words: string | null,
  rest: Partial<Annotation> = {},
): Annotation {
  lastNumber += 1
  const anchor =
    words === null || article === null
      ? null
      : { contentHash: article.contentHash, ...placeOf(article, words), exact: words, prefix: '', suffix: '' }
  return {
    id: `00000000-0000-4000-8000-${String(lastNumber).padStart(12, '0')}`,
    articleId: article?.id ?? noArticleId,
    anchor,
    colour: anchor === null ? null : 'yellow',
    note: '',
    createdAt: lastNumber,
    updatedAt: lastNumber,
    deletedAt: null,
    revision: 1,
    ...rest,
  }
}

const articles = [lantern, harbour]
const made = {
  pages: annotation(lantern, 'runs to four pages', {
    note: 'Why four pages, and not three?',
    tags: ['Form', 'word count'],
  }),
  logs: annotation(lantern, 'keeper’s log', { colour: 'red' }),
  plain: annotation(harbour, 'plain words', { note: 'The harbour master organised this.', colour: 'blue' }),
  whole: annotation(harbour, null, { note: 'An opinion on the treaty' }),
  memo: annotation(null, null, { note: 'Ask which keepers counted twice', tags: ['form'] }),
  gone: annotation(lantern, 'two harbours', { note: 'treaty', deletedAt: 5 }),
}

const find = (id: string) => articles.find((article) => article.id === id)

function open(all: readonly Annotation[] = Object.values(made)) {
  const stores = createInMemoryStores()
  for (const articleId of new Set(all.map((each) => each.articleId)))
    stores.annotations(articleId).replace(all.filter((each) => each.articleId === articleId))
  return createNotebookService({
    stores,
    listArticles: () => articles.map(({ id }) => id),
    describeArticle: (id) => find(id) ?? null,
    readArticle(articleId) {
      const article = find(articleId)
      if (!article) throw new Failure({ code: 'article-not-found', articleId })
      return article
    },
  })
}

const nameOf = (id: string): string => Object.entries(made).find(([, each]) => each.id === id)?.[0] ?? id
const search = async (query: string): Promise<string[]> =>
  (await open().search(query, 50)).hits.map(({ annotation: { id } }) => nameOf(id))

describe('a search among notes', () => {
  it.each([
    ['a word of a quotation', 'log ', ['logs']],
    ['a word of a note', 'opinion ', ['whole']],
    ['a word that is being typed', 'keep', ['memo', 'logs']],
    ['either spelling', 'organized ', ['plain']],
    ['no stop words beside others', 'the opinion', ['whole']],
    ['most words first, then the newest', 'four keepers pages', ['pages', 'memo']],
    ['words in a row', '"four pages"', ['pages']],
    ['no words apart', '"pages four"', []],
    ['not what is excluded', 'treaty master -opinion', ['plain']],
    ['words of the note alone', 'note:three', ['pages']],
    ['not the quotation’s', 'note:runs', []],
    ['a phrase of the note', 'note:"four pages"', ['pages']],
    ['a colour', 'colour:red', ['logs']],
    ['a colour in American', 'color:BLUE', ['plain']],
    ['nothing of an excluded colour', 'log counted -colour:red', ['memo']],
    ['what has a note', 'has:note keep', ['memo']],
    ['what has tags', 'has:tag', ['memo', 'pages']],
    ['a tag however it is spelt', 'tag:FORM ', ['memo', 'pages']],
    ['a tag of two words', 'tag:"word count"', ['pages']],
    ['the article’s title', 'title:harbour ', ['whole', 'plain']],
    ['the article’s date', 'has:note after:2025', ['whole', 'plain']],
    ['undated articles', 'date:none', ['logs', 'pages']],
  ])('finds %s: %s', async (_, query, found) => {
    expect(await search(query)).toEqual(found)
  })

  it('finds nothing in what is deleted, nor by one letter', async () => {
    expect(await search('harbours ')).toEqual([])
    expect(await search('t')).toEqual([])
    expect(await search('   ')).toEqual([])
  })

  it('tells the count, the place and what to mark', async () => {
    const { total, hits } = await open().search('four', 1)
    expect(total).toBe(1)
    expect(hits).toMatchObject([
      {
        title: lantern.title,
        paragraph: 2,
        quote: {
          text: 'runs to four pages',
          marks: [{ start: 8, end: 12 }],
          cutBefore: false,
          cutAfter: false,
        },
        note: { marks: [{ start: 4, end: 8 }] },
      },
    ])
  })

  it('tells of a long note the words around the first that match', async () => {
    const filler = 'and so on '.repeat(60)
    const long = annotation(lantern, 'four pages', { note: `${filler}here lies a needle ${filler}` })
    const [hit] = (await open([long]).search('needle', 50)).hits
    expect(hit?.note).toMatchObject({ cutBefore: true, cutAfter: true })
    const { text = '', marks = [] } = hit?.note ?? {}
    expect(text.length).toBeLessThanOrEqual(240)
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['needle'])
  })

  it('says where a query is of notes alone', async () => {
    expect((await open().search('has:note', 1)).isOnlyForNotes).toBe(true)
    expect((await open().search('treaty -has:note', 1)).isOnlyForNotes).toBe(false)
  })

  it('refuses what cannot be read', async () => {
    const problem = { reason: 'bad-colour', start: 7, end: 11 } as const
    await expect(open().search('colour:teal', 50)).rejects.toThrow(
      new Failure({ code: 'query-unreadable', problem }),
    )
  })

  it('takes up what was written since', async () => {
    const service = open([made.memo])
    expect((await service.search('counted', 50)).total).toBe(1)
    expect(service.listTags()).toEqual([{ tag: 'form', count: 1 }])
  })
})

const asked = {
  articleIds: null,
  text: '',
  colours: [],
  notes: 'any',
  tag: null,
  grouping: 'tag',
  timeZone: 'UTC',
  offset: 0,
  limit: 100,
} as const

const names = async (tag: string | null): Promise<string[]> => {
  const answer = await open().list({ ...asked, colours: [], grouping: 'article', tag })
  return answer.entries.map(({ annotation: { id } }) => nameOf(id))
}

describe('the notebook by tags', () => {
  it('lists what has several under each, and what has none last', async () => {
    const { entries, found, total, tags } = await open().list({ ...asked, colours: [] })
    expect(entries.map(({ tag, annotation: { id } }) => [tag, nameOf(id)])).toEqual([
      ['form', 'memo'],
      ['form', 'pages'],
      ['word count', 'pages'],
      ['', 'logs'],
      ['', 'whole'],
      ['', 'plain'],
    ])
    expect(entries.flatMap(({ heading }) => (heading ? [heading] : []))).toEqual([
      { key: 'form', count: 2 },
      { key: 'word count', count: 1 },
      { key: '', count: 3 },
    ])
    expect({ found, total }).toEqual({ found: 5, total: 6 })
    expect(tags).toEqual([
      { tag: 'form', count: 2 },
      { tag: 'word count', count: 1 },
    ])
  })

  it('lets one tag through, or what has none', async () => {
    expect(await names('FORM')).toEqual(['memo', 'pages'])
    expect(await names('')).toEqual(['logs', 'whole', 'plain'])
    expect(await names('no such tag')).toEqual([])
  })

  it('puts memos first and under their own heading, and has no colour for them', async () => {
    const { entries } = await open().list({ ...asked, colours: [], grouping: 'article' })
    expect(entries[0]).toMatchObject({
      heading: { key: noArticleId, count: 1 },
      title: null,
      paragraph: null,
    })
    const byColour = await open().list({ ...asked, colours: [], grouping: 'colour' })
    expect(byColour.entries.flatMap(({ heading }) => (heading ? [heading.key] : []))).toEqual([
      'yellow',
      'blue',
      'red',
      '',
    ])
  })
})
