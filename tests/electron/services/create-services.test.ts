// The services together, over real article files: what a shell gets when it starts them.
import { EventEmitter, once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookwheelEvent } from '../../../electron/contract/events.ts'
import { Failure } from '../../../electron/contract/errors.ts'
import { workspaceSchema } from '../../../electron/contract/settings.ts'
import type { ReadOnlyReason, StorageNotice } from '../../../electron/contract/status.ts'
import type { Services } from '../../../electron/services/create-services.ts'
import type { AnchorFinder } from '../../../electron/services/anchoring/create-anchor-finder.ts'
import { createAnchorFinder } from '../../../electron/services/anchoring/create-anchor-finder.ts'
import { createServices } from '../../../electron/services/create-services.ts'
import type { SearchIndex } from '../../../electron/services/ports.ts'
import { createLunrIndex } from '../../../electron/services/search/create-lunr-index.ts'
import type { HeldIndex } from './held-index.ts'
import { createHeldIndex } from './held-index.ts'
import type { InMemoryStores } from './in-memory-stores.ts'
import { createInMemoryStores } from './in-memory-stores.ts'
import { sampleAnnotation } from '../storage/sample-annotation.ts'

const articleFile = `---
title: A treaty
kind: explainer
account:
  outlet: The Paper
  headline: A treaty is signed
  section:
  agencies: []
  author:
  date: 2026-02-01
  language: en
  translated: false
retelling: true
language: en
tags: [treaty]
note:
---

A treaty was signed.
`

interface Bench {
  services: Services
  stores: InMemoryStores
  index: HeldIndex
  events: BookwheelEvent[]
  errors: string[]
}

let corpusFolder: string

function withoutWorker(): AnchorFinder {
  return createAnchorFinder({
    startWorker() {
      throw new Error('no worker in this test')
    },
    log: { info: () => undefined, error: () => undefined },
  })
}

function open(readOnly: ReadOnlyReason | null = null): Bench {
  const index = createHeldIndex()
  return { index, ...wire(index, readOnly) }
}

function wire(
  searchIndex: SearchIndex,
  readOnly: ReadOnlyReason | null,
  anchorFinder: AnchorFinder = withoutWorker(),
): Omit<Bench, 'index'> {
  const stores = createInMemoryStores({ readOnly })
  const events: BookwheelEvent[] = []
  const errors: string[] = []
  const services = createServices({
    stores,
    searchIndex,
    anchorFinder,
    publish: (event) => events.push(event),
    clock: () => 1,
    log: { info: () => undefined, error: (message) => errors.push(message) },
    readAbout: () => Promise.resolve({ version: '1.2.3', runtimes: [], works: [] }),
    facts: { version: '1.2.3', shell: 'loopback', dataFolder: '/data', corpusFolder },
  })
  return { services, stores, events, errors }
}

async function start({ services, index }: Bench): Promise<void> {
  const starting = services.start()
  const fill = await index.nextFill()
  fill.finish()
  await starting
}

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bookwheel-services-'))
  corpusFolder = join(folder, 'articles')
  await mkdir(corpusFolder)
  await writeFile(join(corpusFolder, 'treaty.md'), articleFile)
})

afterEach(async () => {
  await rm(join(corpusFolder, '..'), { recursive: true, force: true })
})

describe('the services at start', () => {
  it('load the library, index it and say that the index is ready', async () => {
    const bench = open()
    const starting = bench.services.start()
    const fill = await bench.index.nextFill()
    expect(fill.articleIds).toEqual(['treaty'])
    fill.finish()
    await starting
    expect(bench.events).toEqual([{ type: 'index-ready', articleCount: 1 }])
    expect(bench.errors).toEqual([])
  })

  it('tell their state at any time', async () => {
    const bench = open({ kind: 'not-writable' })
    const status = {
      version: '1.2.3',
      shell: 'loopback',
      dataFolder: '/data',
      readOnly: { kind: 'not-writable' },
      notices: [],
    }
    expect(await bench.services.handlers.readStatus({})).toEqual({
      ...status,
      index: { ready: false, articleCount: 0 },
    })
    await start(bench)
    expect(await bench.services.handlers.readStatus({})).toEqual({
      ...status,
      index: { ready: true, articleCount: 1 },
    })
  })

  it('answer nobody from an empty library: what was asked before waits', async () => {
    const bench = open()
    const { handlers } = bench.services
    const early = Promise.all([
      handlers.listLibrary({}),
      handlers.readArticle({ articleId: 'treaty' }),
      handlers.matchArticle({ articleId: 'treaty', query: 'treaty' }),
    ])
    expect(bench.index.calls).toEqual([])
    await start(bench)
    const [library, article, matches] = await early
    expect(library.articles.map(({ id }) => id)).toEqual(['treaty'])
    expect(article.title).toBe('A treaty')
    expect(matches).toHaveLength(1)
    expect(bench.index.calls).toEqual(['fill', 'match treaty treaty'])
  })

  it('read on where the library cannot be indexed; only searches fail', async () => {
    const { services, index, errors, events } = open()
    const starting = services.start()
    const fill = await index.nextFill()
    fill.fail(new Error('no room for an index'))
    await starting
    expect(await services.handlers.readArticle({ articleId: 'treaty' })).toMatchObject({ id: 'treaty' })
    expect(await services.handlers.readStatus({})).toMatchObject({ index: { ready: false, articleCount: 1 } })
    await expect(services.handlers.search({ query: 'treaty', limit: 50 })).rejects.toThrow('not indexed')
    expect(errors).toHaveLength(1)
    expect(events).toEqual([{ type: 'status-changed' }])
  })
})

describe('the services at work', () => {
  it('index the library anew when a collection goes and when it comes back', async () => {
    const bench = open()
    await start(bench)
    const { services, index, events } = bench
    const removed = await services.handlers.removeCollection({ collectionId: 'bundled' })
    expect(removed.articles).toEqual([])
    const without = await index.nextFill()
    expect(without.articleIds).toEqual([])
    const restored = await services.handlers.restoreCollection({ collectionId: 'bundled' })
    expect(restored.articles).toHaveLength(1)
    const search = services.handlers.search({ query: 'treaty', limit: 5 })
    without.finish()
    const again = await index.nextFill()
    expect(again.articleIds).toEqual(['treaty'])
    expect(await services.handlers.readStatus({})).toMatchObject({ index: { ready: false } })
    again.finish()
    await search
    expect(index.calls).toEqual(['fill', 'fill', 'fill', 'search treaty 5'])
    expect(events.map(({ type }) => type)).toEqual([
      'index-ready',
      'library-changed',
      'library-changed',
      'index-ready',
    ])
  })

  it('leave the index alone where a collection is unknown', async () => {
    const bench = open()
    await start(bench)
    await expect(bench.services.handlers.removeCollection({ collectionId: 'none' })).rejects.toThrow(
      new Failure({ code: 'collection-not-found', collectionId: 'none' }),
    )
    expect(bench.index.calls).toEqual(['fill'])
  })

  it('keep the notes of a collection that is removed', async () => {
    const bench = open()
    await start(bench)
    const { handlers } = bench.services
    const { contentHash } = await handlers.readArticle({ articleId: 'treaty' })
    const id = '11111111-1111-4111-8111-111111111111'
    const articleId = 'treaty'
    const colour = 'yellow'
    const saved = await handlers.saveAnnotation({
      id,
      articleId,
      revision: 0,
      contentHash,
      start: 2,
      end: 8,
      colour,
      note: '',
    })
    expect(saved.anchor?.exact).toBe('treaty')
    await handlers.removeCollection({ collectionId: 'bundled' })
    expect(await handlers.listAnnotations({ articleId })).toEqual([saved])
    const deleted = await handlers.deleteAnnotation({ id, articleId, revision: 1 })
    expect(await handlers.listAnnotations({ articleId })).toEqual([])
    expect(await handlers.restoreAnnotation({ id, articleId, revision: deleted.revision })).toMatchObject({
      deletedAt: null,
      revision: 3,
    })
  })

  it('keep settings and workspace', async () => {
    const { services } = open()
    const desk = workspaceSchema.parse({ panes: [{ articleId: 'treaty' }] })
    expect(await services.handlers.readWorkspace({})).toBeNull()
    expect(await services.handlers.saveWorkspace(desk)).toBeNull()
    expect(await services.handlers.readWorkspace({})).toEqual(desk)
    const settings = await services.handlers.changeSettings({ theme: 'dark' })
    expect(settings.theme).toBe('dark')
    expect(await services.handlers.readSettings({})).toEqual(settings)
  })
})

describe('the services over the real index', () => {
  it('find an article as soon as they are asked, and no more once it is gone', async () => {
    const { services } = wire(createLunrIndex(), null)
    const { handlers } = services
    const early = handlers.search({ query: 'treaty', limit: 50 })
    await services.start()
    const { total, hits } = await early
    expect({ total, found: hits.map(({ articleId }) => articleId) }).toEqual({ total: 1, found: ['treaty'] })
    expect(await handlers.matchArticle({ articleId: 'treaty', query: 'treaty' })).toEqual([
      { start: 2, end: 8 },
    ])
    await handlers.removeCollection({ collectionId: 'bundled' })
    expect(await handlers.search({ query: 'treaty', limit: 50 })).toMatchObject({ total: 0, hits: [] })
    await services.close()
  })

  it('hand on what the index says of a query that it cannot read', async () => {
    const { services } = wire(createLunrIndex(), null)
    await services.start()
    await expect(services.handlers.search({ query: 'x'.repeat(10_000), limit: 50 })).rejects.toThrow(
      'query-unreadable',
    )
    await services.close()
  })
})

describe('what a store had to set aside while it was written', () => {
  it('is told to all pages, once', async () => {
    const notices: StorageNotice[] = []
    const { services, stores, events } = wire(createLunrIndex(), null)
    await services.start()
    stores.notices = () => [...notices]
    events.length = 0
    await services.handlers.changeSettings({ textSize: 20 })
    expect(events.map(({ type }) => type)).toEqual(['settings-changed'])
    notices.push({ kind: 'store-quarantined', store: 'settings', keptAt: '/kept' })
    await services.handlers.changeSettings({ textSize: 21 })
    await services.handlers.changeSettings({ textSize: 22 })
    expect(events.filter(({ type }) => type === 'status-changed')).toHaveLength(1)
    await services.close()
  })
})

describe('annotations after the start', () => {
  it('can be read where nobody could find out where they hang now', async () => {
    const broken: AnchorFinder = {
      place: () => Promise.reject(new Error('a defect')),
      close: () => Promise.resolve(),
    }
    const { services, stores, errors } = wire(createLunrIndex(), null, broken)
    const old = sampleAnnotation(1)
    stores.annotations('treaty').replace([old])
    await services.start()
    expect(await services.handlers.listAnnotations({ articleId: 'treaty' })).toEqual([old])
    await expect.poll(() => errors).not.toEqual([])
    expect(new Set(errors)).toEqual(new Set(['the annotations could not be looked through after the start']))
    await services.close()
  })

  it('are looked through one store after another, and what had to be set aside is told', async () => {
    const notices: StorageNotice[] = []
    const { services, stores, events } = wire(createLunrIndex(), null)
    stores.notices = () => [...notices]
    const gate = new EventEmitter()
    stores.openRest = async () => {
      await once(gate, 'open')
    }
    await services.start()
    await expect.poll(() => gate.listenerCount('open')).toBe(1)
    expect(events.map(({ type }) => type)).not.toContain('status-changed')
    notices.push({ kind: 'store-quarantined', store: 'annotations/treaty', keptAt: '/kept' })
    gate.emit('open')
    await expect.poll(() => events.map(({ type }) => type)).toContain('status-changed')
    await services.close()
  })

  it.each([
    ['are told anew once all are read, where a page was told of some of them', true],
    ['are not told anew where no page has asked for all', false],
  ])('%s', async (_, isAsked) => {
    const { services, stores, events } = wire(createLunrIndex(), null)
    const gate = new EventEmitter()
    stores.unopened = () => 1
    let isThrough = false
    // The trash is looked through after that.
    stores.annotatedArticles = () => {
      isThrough = true
      return []
    }
    stores.openRest = async () => {
      await once(gate, 'open')
    }
    await services.start()
    await expect.poll(() => gate.listenerCount('open')).toBe(1)
    if (isAsked) await services.handlers.countAnnotations({})
    gate.emit('open')
    await expect.poll(() => isThrough).toBe(true)
    expect(events.some(({ type }) => type === 'annotations-changed')).toBe(isAsked)
    await services.close()
  })

  it('have their damage told to the pages by the first look at them', async () => {
    const notices: StorageNotice[] = []
    const { services, stores, events } = wire(createLunrIndex(), null)
    stores.notices = () => [...notices]
    stores.openRest = () => new Promise(() => undefined)
    await services.start()
    notices.push({ kind: 'store-quarantined', store: 'annotations/treaty', keptAt: '/kept' })
    await services.handlers.listAnnotations({ articleId: 'treaty' })
    expect(events.map(({ type }) => type)).toContain('status-changed')
    await services.close()
  })
})

describe('the services at the end', () => {
  it('close the index after the work under way', async () => {
    const bench = open()
    const { services, index } = bench
    const starting = services.start()
    const fill = await index.nextFill()
    const closing = services.close()
    fill.finish()
    await Promise.all([starting, closing])
    expect(index.calls).toEqual(['fill', 'close'])
  })
})
