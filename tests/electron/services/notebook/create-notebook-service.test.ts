import { describe, expect, it } from 'vitest'
import type { Annotation, HighlightColour } from '../../../../electron/contract/annotation.ts'
import type { OperationInput } from '../../../../electron/contract/operations.ts'
import { operationInputs } from '../../../../electron/contract/operations.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import { createNotebookService } from '../../../../electron/services/notebook/create-notebook-service.ts'
import { harbour, lantern, winter } from '../../../renderer/made-up-library.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

type Wish = Partial<OperationInput<'listNotebook'>>

interface Note {
  quote: string
  colour?: HighlightColour
  note?: string
  start?: number
  createdAt?: number
  contentHash?: string
  deleted?: boolean
}

const at = (time: string): number => Date.parse(time)

let lastNumber = 0

function makeAnnotation(articleId: string, note: Note): Annotation {
  lastNumber += 1
  const { quote, colour = 'yellow', start = lastNumber, createdAt = lastNumber, deleted = false } = note
  const known = [lantern, harbour, winter].find(({ id }) => id === articleId)
  const contentHash = note.contentHash ?? known?.contentHash ?? 'f'.repeat(64)
  return {
    id: `00000000-0000-4000-8000-${String(lastNumber).padStart(12, '0')}`,
    articleId,
    anchor: { contentHash, start, end: start + quote.length, exact: quote, prefix: '', suffix: '' },
    colour,
    note: note.note ?? '',
    createdAt,
    updatedAt: createdAt,
    deletedAt: deleted ? createdAt : null,
    revision: 1,
  }
}

function openNotebook(made: Record<string, Note[]>) {
  const stores = createInMemoryStores()
  let present = [lantern, harbour, winter]
  const put = (articleId: string, notes: Note[]): void =>
    stores.annotations(articleId).replace(notes.map((note) => makeAnnotation(articleId, note)))
  for (const [articleId, notes] of Object.entries(made)) put(articleId, notes)
  const service = createNotebookService({
    stores,
    listArticles: () => present.map(({ id }) => id),
    describeArticle: (articleId) => [lantern, harbour, winter].find(({ id }) => id === articleId) ?? null,
    readArticle(articleId) {
      const article = present.find(({ id }) => id === articleId)
      if (!article) throw new Failure({ code: 'article-not-found', articleId })
      return article
    },
  })
  const list = (wish: Wish = {}) =>
    service.list(operationInputs.listNotebook.parse({ articleIds: null, ...wish }))
  return {
    stores,
    put,
    list,
    removeAll: () => (present = []),
    turnLibrary: () => (present = present.toReversed()),
    quotes: async (wish?: Wish) =>
      (await list(wish)).entries.map(({ annotation }) => annotation.anchor?.exact),
    headings: async (wish?: Wish) =>
      (await list(wish)).entries.flatMap(({ heading }) => (heading ? [[heading.key, heading.count]] : [])),
  }
}

const shelf = {
  [harbour.id]: [{ quote: 'a beginning', colour: 'red' as const, note: 'Why three?', createdAt: 50 }],
  'zz-lost': [{ quote: 'lost words', createdAt: 70 }],
  'aa-lost': [{ quote: 'older lost words', note: 'treaty', createdAt: 60 }],
  [lantern.id]: [
    { quote: 'four pages', start: 300, colour: 'red' as const, createdAt: 80 },
    { quote: 'two harbours', start: 10, note: 'Which?', createdAt: 90 },
    { quote: 'gone', start: 20, deleted: true },
  ],
}

describe('the notebook soon after the start', () => {
  it('holds what has been read by then, says how much is missing, and has the rest read without pauses', async () => {
    const { stores, list, quotes } = openNotebook(shelf)
    const all = stores.annotatedSoFar()
    let hurried = 0
    stores.annotatedSoFar = () => all.filter((id) => id === lantern.id)
    stores.unopened = () => 3
    stores.hurry = () => void (hurried += 1)
    expect(await list()).toMatchObject({ unread: 3, total: 2 })
    expect(hurried).toBe(1)

    stores.annotatedSoFar = () => all
    stores.unopened = () => 0
    expect(await list()).toMatchObject({ unread: 0, total: 5 })
    expect(await quotes()).toHaveLength(5)
    expect(hurried).toBe(1)
  })

  it('opens the articles that are asked for by name', async () => {
    const { stores, list } = openNotebook(shelf)
    const opened: string[] = []
    const open = stores.annotations.bind(stores)
    stores.annotations = (articleId) => {
      opened.push(articleId)
      return open(articleId)
    }
    stores.unopened = () => 3
    expect(await list({ articleIds: [harbour.id] })).toMatchObject({ unread: 0, total: 1 })
    expect(opened).toContain(harbour.id)
  })
})

describe('the notebook of everything', () => {
  it('stands in the order of the library and the text, then what the library lacks by its id', async () => {
    const { quotes, list } = openNotebook(shelf)
    expect(await quotes()).toEqual([
      'two harbours',
      'four pages',
      'a beginning',
      'older lost words',
      'lost words',
    ])
    expect(await list()).toMatchObject({
      inScope: 5,
      kinds: { highlights: 5, articleNotes: 0, memos: 0 },
      total: 5,
      offset: 0,
      colours: { yellow: 3, green: 0, blue: 0, purple: 0, red: 2 },
    })
  })

  it('follows the library when that changes its order', async () => {
    const { quotes, turnLibrary } = openNotebook(shelf)
    await quotes()
    turnLibrary()
    expect((await quotes()).slice(0, 3)).toEqual(['a beginning', 'two harbours', 'four pages'])
  })

  it('heads each group once and says how many there are', async () => {
    const { headings } = openNotebook(shelf)
    expect(await headings()).toEqual([
      [lantern.id, 2],
      [harbour.id, 1],
      ['aa-lost', 1],
      ['zz-lost', 1],
    ])
    expect(await headings({ offset: 1, limit: 2 })).toEqual([[harbour.id, 1]])
    expect(await headings({ grouping: 'colour' })).toEqual([
      ['yellow', 3],
      ['red', 2],
    ])
  })

  it('tells the title and the paragraph where it knows them', async () => {
    const { list, removeAll, put } = openNotebook(shelf)
    put(winter.id, [{ quote: 'older edition', start: 10, contentHash: 'e'.repeat(64) }])
    const told = async () => (await list()).entries.map(({ title, paragraph }) => [title, paragraph])
    expect(await told()).toEqual([
      ['The lantern treaty', 1],
      ['The lantern treaty', 3],
      ['Notes of the harbour master', 1],
      ['A quiet winter', null],
      [null, null],
      [null, null],
    ])
    removeAll()
    expect((await told()).filter(([title]) => title === 'The lantern treaty')).toEqual([
      ['The lantern treaty', null],
      ['The lantern treaty', null],
    ])
  })

  it('is told window by window', async () => {
    const { quotes, list } = openNotebook(shelf)
    const whole = await quotes()
    expect(await quotes({ offset: 1, limit: 2 })).toEqual(whole.slice(1, 3))
    expect(await list({ offset: 4, limit: 10 })).toMatchObject({ total: 5, offset: 4 })
    expect(await quotes({ offset: 99 })).toEqual([])
  })

  it('by colour keeps the order of the articles within each', async () => {
    const { quotes } = openNotebook(shelf)
    expect(await quotes({ grouping: 'colour' })).toEqual([
      'two harbours',
      'older lost words',
      'lost words',
      'four pages',
      'a beginning',
    ])
  })

  it('by day begins with the newest, in the reader’s own time zone', async () => {
    const { quotes, headings } = openNotebook({
      [lantern.id]: [
        { quote: 'first', createdAt: at('2026-01-31T12:00Z') },
        { quote: 'third', createdAt: at('2026-02-01T01:00Z') },
      ],
      [harbour.id]: [{ quote: 'second', createdAt: at('2026-01-31T23:30Z') }],
    })
    expect(await quotes({ grouping: 'day' })).toEqual(['third', 'second', 'first'])
    expect(await headings({ grouping: 'day' })).toEqual([
      ['2026-02-01', 1],
      ['2026-01-31', 2],
    ])
    expect(await headings({ grouping: 'day', timeZone: 'Europe/Berlin' })).toEqual([
      ['2026-02-01', 2],
      ['2026-01-31', 1],
    ])
  })
})

describe('the notebook of some articles', () => {
  it.each(['article', 'colour', 'day'] as const)('holds theirs alone, by %s', async (grouping) => {
    const { list } = openNotebook(shelf)
    const two = await list({ articleIds: [harbour.id, 'zz-lost'], grouping })
    expect(two.entries.map(({ annotation }) => annotation.articleId).toSorted()).toEqual([
      harbour.id,
      'zz-lost',
    ])
    expect(two.inScope).toBe(2)
    expect(await list({ articleIds: [lantern.id], grouping })).toMatchObject({ inScope: 2, total: 2 })
    expect(await list({ articleIds: [], grouping })).toMatchObject({ inScope: 0, total: 0 })
    expect(await list({ articleIds: ['nowhere', '../settings'], grouping })).toMatchObject({ inScope: 0 })
  })
})

describe('the notebook of two articles', () => {
  it('stands in the order of the library, however they are named', async () => {
    const { quotes } = openNotebook(shelf)
    expect(await quotes({ articleIds: ['zz-lost', harbour.id, lantern.id] })).toEqual([
      'two harbours',
      'four pages',
      'a beginning',
      'lost words',
    ])
  })
})

describe('its filters', () => {
  it('look for words in note and quotation', async () => {
    const { quotes, list } = openNotebook(shelf)
    expect(await quotes({ text: 'harb' })).toEqual(['two harbours'])
    expect(await quotes({ text: 'treaty' })).toEqual(['older lost words'])
    expect(await quotes({ text: 'words lost' })).toEqual(['older lost words', 'lost words'])
    expect(await list({ text: 'nowhere' })).toMatchObject({ inScope: 5, total: 0, entries: [] })
  })

  it('look for colours; the counts say what each would find', async () => {
    const { list, quotes } = openNotebook(shelf)
    expect(await quotes({ colours: ['red'] })).toEqual(['four pages', 'a beginning'])
    const withNote = await list({ colours: ['red'], notes: 'with' })
    expect(withNote).toMatchObject({ total: 1, inScope: 5, colours: { yellow: 2, red: 1 } })
  })

  it('look for highlights with and without a note', async () => {
    const { quotes } = openNotebook(shelf)
    expect(await quotes({ notes: 'with' })).toEqual(['two harbours', 'a beginning', 'older lost words'])
    expect(await quotes({ notes: 'without' })).toEqual(['four pages', 'lost words'])
  })
})

describe('a change', () => {
  it('of one note alone is seen, and so is an article’s last highlight that goes', async () => {
    const { quotes, list, put, stores } = openNotebook(shelf)
    expect(await quotes({ text: 'why' })).toEqual(['a beginning'])
    put(harbour.id, [{ quote: 'a beginning', note: 'Because' }])
    expect(await quotes({ text: 'why' })).toEqual([])
    expect(await quotes({ text: 'because' })).toEqual(['a beginning'])
    stores.annotations('zz-lost').replace([])
    expect(await list()).toMatchObject({ inScope: 4, total: 4 })
    expect(await quotes({ grouping: 'day' })).not.toContain('lost words')
  })

  it('shows at the next look, whoever made it', async () => {
    const { quotes, put, stores } = openNotebook(shelf)
    for (const grouping of ['article', 'day'] as const) {
      const before = await quotes({ grouping, text: 'words' })
      expect(before).toHaveLength(2)
    }
    put(winter.id, [{ quote: 'new words', createdAt: 1000 }])
    stores.annotations('zz-lost').replace([])
    expect(await quotes({ text: 'words' })).toEqual(['new words', 'older lost words'])
    expect(await quotes({ grouping: 'day' })).toEqual([
      'new words',
      'two harbours',
      'four pages',
      'older lost words',
      'a beginning',
    ])
  })

  it('while a filter reads its words is in the answer', async () => {
    const { list, put } = openNotebook({
      [lantern.id]: Array.from({ length: 4000 }, (_, number) => ({
        quote: `word${number} ${'long and slow to fold '.repeat(8)}`,
      })),
    })
    const answer = list({ text: 'word' })
    setTimeout(() => put(harbour.id, [{ quote: 'a word more' }]), 0)
    const { total } = await answer
    expect([4000, 4001]).toContain(total)
    expect(await list({ text: 'more' })).toMatchObject({ total: 1 })
  })
})

describe('a time zone', () => {
  it('that does not exist is refused', () => {
    const { listNotebook } = operationInputs
    expect(listNotebook.safeParse({ articleIds: null, timeZone: 'Moon/Tycho' }).success).toBe(false)
    expect(listNotebook.safeParse({ articleIds: null, timeZone: 'Europe/Berlin' }).success).toBe(true)
  })
})
