// The library as the page sees it: what it lists, and collections taken out and brought back.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import { createLibraryService } from '../../../../electron/services/library/create-library-service.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'
import { articleSource } from './article-source.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bookwheel-library-'))
  await writeFile(join(folder, 'south.md'), articleSource({ title: 'title: South' }))
  await writeFile(join(folder, 'north.md'), articleSource({ title: 'title: North' }))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function open(corpusFolder = folder, stores = createInMemoryStores()) {
  const events: BookwheelEvent[] = []
  const infos: string[] = []
  const errors: string[] = []
  const library = createLibraryService({
    corpusFolder,
    catalogue: stores.catalogue,
    publish: (event) => events.push(event),
    log: { info: (message) => infos.push(message), error: (message) => errors.push(message) },
  })
  return { library, stores, events, infos, errors }
}

async function openLoaded(corpusFolder = folder, stores = createInMemoryStores()) {
  const opened = open(corpusFolder, stores)
  await opened.library.load()
  return opened
}

function failureOf(action: () => unknown) {
  try {
    action()
  } catch (error) {
    if (error instanceof Failure) return error.error
    throw error
  }
  throw new Error('nothing failed')
}

describe('the library', () => {
  it('is empty before it is loaded', () => {
    expect(open().library.list()).toEqual({
      articles: [],
      collections: [{ id: 'bundled', articleCount: 0, removed: false }],
      problems: [],
    })
  })

  it('lists the articles in the order of their file names, without their texts', async () => {
    const { library, infos, errors } = await openLoaded()
    const { articles, collections, problems } = library.list()
    expect(articles.map((article) => article.id)).toEqual(['north', 'south'])
    expect(collections).toEqual([{ id: 'bundled', articleCount: 2, removed: false }])
    expect(problems).toEqual([])
    for (const article of library.articles()) {
      const { blocks, ...summary } = article
      expect(blocks).toHaveLength(3)
      expect(articles).toContainEqual(summary)
    }
    expect([infos, errors]).toEqual([['library: 2 articles loaded, 0 problems'], []])
  })

  it('reads an article with its text', async () => {
    const { library } = await openLoaded()
    expect(library.read('north')).toMatchObject({ id: 'north', title: 'North', blocks: [{}, {}, {}] })
  })

  it.each(['east', '', '../north', 'north.md', '__proto__', 'constructor'])(
    'has no article %j',
    async (articleId) => {
      const { library } = await openLoaded()
      expect(failureOf(() => library.read(articleId))).toEqual({ code: 'article-not-found', articleId })
    },
  )

  it('leaves malformed files out, tells them by file and field, and loads the others', async () => {
    await writeFile(join(folder, 'bad-date.md'), articleSource({ 'account.date': '  date: 2026-13' }))
    await writeFile(join(folder, 'no-head.md'), 'Text alone.')
    await mkdir(join(folder, 'folder.md'))
    const { library, errors } = await openLoaded()
    expect(library.list().articles.map((article) => article.id)).toEqual(['north', 'south'])
    expect(library.list().collections).toEqual([{ id: 'bundled', articleCount: 2, removed: false }])
    expect(library.list().problems).toEqual([
      { file: 'bad-date.md', field: 'account.date', reason: 'there is no such day' },
      { file: 'folder.md', field: null, reason: 'is not a file' },
      { file: 'no-head.md', field: null, reason: 'there is no front matter: the first line must be ---' },
    ])
    // The log names the place alone: a reason may quote the file, and the log holds no text of articles.
    expect(errors).toEqual([
      'bad-date.md: account.date: left out; the library says why',
      'folder.md: left out; the library says why',
      'no-head.md: left out; the library says why',
    ])
  })

  it('passes over what is no Markdown file', async () => {
    await writeFile(join(folder, 'notes.txt'), 'x')
    await writeFile(join(folder, '.DS_Store'), 'x')
    await mkdir(join(folder, 'pictures'))
    expect((await openLoaded()).library.list()).toMatchObject({ articles: [{}, {}], problems: [] })
  })

  it.each([
    ['is missing', 'gone', 'ENOENT'],
    ['is a file', 'north.md', 'ENOTDIR'],
  ])('says so where its folder %s', async (_, name, code) => {
    const path = join(folder, name)
    const { library, errors } = await openLoaded(path)
    const reason = `the folder ${path} cannot be read: ${code}`
    expect(library.list()).toMatchObject({ articles: [], problems: [{ file: name, field: null, reason }] })
    expect(errors).toEqual([`${name}: left out; the library says why`])
  })
})

describe('a removed collection', () => {
  it('leaves the library and can be restored', async () => {
    const { library, events } = await openLoaded()
    const before = library.list()
    const removed = library.removeCollection('bundled')
    expect(removed).toEqual({
      articles: [],
      collections: [{ id: 'bundled', articleCount: 2, removed: true }],
      problems: [],
    })
    expect(library.list()).toEqual(removed)
    expect(library.articles()).toEqual([])
    expect(failureOf(() => library.read('north'))).toEqual({ code: 'article-not-found', articleId: 'north' })
    expect(library.restoreCollection('bundled')).toEqual(before)
    expect(library.read('north').title).toBe('North')
    expect(events).toEqual([{ type: 'library-changed' }, { type: 'library-changed' }])
  })

  it('is still removed after the program has been started again', async () => {
    const { library, stores } = await openLoaded()
    library.removeCollection('bundled')
    const again = await openLoaded(folder, stores)
    expect(again.library.list()).toMatchObject({
      articles: [],
      collections: [{ removed: true, articleCount: 2 }],
    })
  })

  it('may be removed twice and restored twice, and is told of once', async () => {
    const { library, stores, events } = await openLoaded()
    const removed = library.removeCollection('bundled')
    expect(library.removeCollection('bundled')).toEqual(removed)
    expect(stores.catalogue.read()).toEqual({ removedCollections: ['bundled'] })
    library.restoreCollection('bundled')
    library.restoreCollection('bundled')
    expect(stores.catalogue.read()).toEqual({ removedCollections: [] })
    expect(events).toHaveLength(2)
  })

  it('leaves other collections of the catalogue as they stand', async () => {
    const { library, stores } = await openLoaded()
    stores.catalogue.replace({ removedCollections: ['other'] })
    library.removeCollection('bundled')
    expect(stores.catalogue.read()).toEqual({ removedCollections: ['other', 'bundled'] })
    library.restoreCollection('bundled')
    expect(stores.catalogue.read()).toEqual({ removedCollections: ['other'] })
  })

  it('must exist', async () => {
    const { library, events } = await openLoaded()
    const failure = { code: 'collection-not-found', collectionId: 'mine' }
    expect(failureOf(() => library.removeCollection('mine'))).toEqual(failure)
    expect(failureOf(() => library.restoreCollection('mine'))).toEqual(failure)
    expect(events).toEqual([])
  })

  it('stays in the library where the change cannot be written', async () => {
    const { library, stores, events } = await openLoaded()
    stores.failNextWrite({ code: 'disk-full', store: 'catalogue' })
    expect(failureOf(() => library.removeCollection('bundled'))).toEqual({
      code: 'disk-full',
      store: 'catalogue',
    })
    expect(library.list().articles).toHaveLength(2)
    expect(events).toEqual([])
  })
})
