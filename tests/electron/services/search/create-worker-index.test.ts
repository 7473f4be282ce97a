import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../../electron/contract/errors.ts'
import type { Log, SearchIndex } from '../../../../electron/services/ports.ts'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import { createWorkerIndex } from '../../../../electron/services/search/create-worker-index.ts'
import { buildForNode } from '../../build-for-node.ts'
import { makeArticle } from './make-article.ts'

const entry = resolve(import.meta.dirname, '../../../../electron/services/search/search-worker.ts')

const articles = [
  makeArticle({ id: 'a', title: 'New horizons', paragraphs: ['A treaty of “new horizons”.'] }),
  makeArticle({
    id: 'b',
    title: 'Spring',
    paragraphs: ['Any time of year is spring.'],
    account: { date: '2026' },
  }),
]
const otherArticles = [makeArticle({ id: 'c', paragraphs: ['another treaty'] })]

const built = buildForNode(entry)

/** A log that keeps what it is told. */
function createLogRecord(): Log & { lines: string[]; causes: unknown[] } {
  const lines: string[] = []
  const causes: unknown[] = []
  return {
    lines,
    causes,
    info: (message) => lines.push(message),
    error: (message, cause) => {
      lines.push(message)
      causes.push(cause)
    },
  }
}

let log = createLogRecord()
let workers: Worker[] = []
let index: SearchIndex | null = null

beforeEach(() => {
  log = createLogRecord()
  workers = []
})

afterEach(async () => {
  await index?.close()
  index = null
})

/** An index over a worker that the test can reach. */
function openIndex(createWorker: () => Worker = () => new Worker(built.path)): SearchIndex {
  index = createWorkerIndex({
    log,
    startWorker: () => {
      const worker = createWorker()
      workers.push(worker)
      return worker
    },
  })
  return index
}

const endWorker = async (): Promise<void> => {
  for (const worker of workers) await worker.terminate()
}

const findIds = async (searched: SearchIndex, query: string): Promise<string[]> =>
  (await searched.search(query, 10)).hits.map(({ articleId }) => articleId)

describe('the index behind a worker', () => {
  it('answers as the index in one thread does', async () => {
    const behindWorker = openIndex()
    const inThread = createLunrIndex()
    await Promise.all([behindWorker.replaceArticles(articles), inThread.replaceArticles(articles)])
    for (const query of [
      'treaty',
      '"new horizons" treaty ',
      '-spring',
      'before:2027',
      'title:spr',
      '',
      'x',
    ]) {
      expect(await behindWorker.search(query, 10)).toEqual(await inThread.search(query, 10))
      expect(await behindWorker.matchArticle('a', query)).toEqual(await inThread.matchArticle('a', query))
    }
    expect(log.lines).toEqual([])
  })

  it('answers everything that is asked at once, each with its own', async () => {
    const searched = openIndex()
    const filled = searched.replaceArticles(articles)
    const answers = Promise.all([
      findIds(searched, 'spring '),
      findIds(searched, 'treaty '),
      searched.matchArticle('b', 'year '),
    ])
    await filled
    expect(await answers).toEqual([['b'], ['a'], [{ start: 12, end: 16 }]])
  })

  it('lets failures through whole', async () => {
    const searched = openIndex()
    await expect(searched.search('"new', 10)).rejects.toThrow(Failure)
    await expect(searched.search('"new', 10)).rejects.toMatchObject({
      error: { code: 'query-unreadable', problem: { reason: 'unclosed-quote', start: 0, end: 4 } },
    })
    await expect(searched.matchArticle('gone', 'x ')).rejects.toMatchObject({
      error: { code: 'article-not-found', articleId: 'gone' },
    })
  })

  it('reports an unforeseen error with its operation, and goes on', async () => {
    const searched = openIndex()
    // No article looks like this; it only serves to make the worker fail.
    const broken = JSON.parse('{"account": null, "blocks": []}')
    await expect(searched.replaceArticles([broken])).rejects.toThrow(
      /^The search worker failed in replaceArticles: /,
    )
    await searched.replaceArticles(articles)
    expect(await findIds(searched, 'treaty ')).toEqual(['a'])
    expect(log.lines).toEqual([])
  })

  it('ends its worker when it is closed, and then refuses', async () => {
    const searched = openIndex()
    await searched.replaceArticles(articles)
    const [owed] = await Promise.allSettled([searched.search('treaty ', 10), searched.close()])
    expect(owed).toMatchObject({ status: 'rejected', reason: { message: 'The search index is closed' } })
    expect(workers[0]?.threadId).toBe(-1)
    await expect(searched.search('treaty ', 10)).rejects.toThrow('closed')
    await searched.close()
    expect(log.lines).toEqual([])
  })
})

describe('the index whose worker is gone', () => {
  it('answers later requests in this thread, over the same articles, and logs one line', async () => {
    const searched = openIndex()
    await searched.replaceArticles(articles)
    await endWorker()
    expect(await findIds(searched, 'treaty ')).toEqual(['a'])
    await searched.replaceArticles(otherArticles)
    expect(await findIds(searched, 'treaty ')).toEqual(['c'])
    await expect(searched.search('"new', 10)).rejects.toThrow(Failure)
    expect(log.lines).toEqual(['The search worker does not run; the search goes on in the main thread'])
  })

  it('answers what the worker still owed', async () => {
    const searched = openIndex()
    await searched.replaceArticles(articles)
    const owed = [
      searched.replaceArticles(otherArticles),
      findIds(searched, 'treaty '),
      findIds(searched, '"a'),
    ]
    const settled = Promise.allSettled(owed)
    await endWorker()
    expect(await settled).toMatchObject([
      { status: 'fulfilled' },
      { status: 'fulfilled', value: ['c'] },
      { status: 'rejected', reason: { error: { code: 'query-unreadable' } } },
    ])
    expect(log.lines).toHaveLength(1)
  })

  it('works where the worker’s file is missing', async () => {
    const searched = openIndex(() => new Worker(`${built.path}.missing.mjs`))
    await searched.replaceArticles(articles)
    expect(await findIds(searched, 'treaty ')).toEqual(['a'])
    expect(log.lines).toHaveLength(1)
  })

  it('works where the worker throws at its start', async () => {
    const searched = openIndex(() => new Worker('throw new Error("no memory")', { eval: true }))
    const ended = new Promise((settle) => workers[0]?.once('exit', settle))
    await searched.replaceArticles(articles)
    expect(await findIds(searched, 'treaty ')).toEqual(['a'])
    await ended
    expect(log.causes).toMatchObject([{ message: 'no memory' }])
  })

  it('works where no worker can be made', async () => {
    const searched = openIndex(() => {
      throw new Error('no threads here')
    })
    await searched.replaceArticles(articles)
    expect(await findIds(searched, 'treaty ')).toEqual(['a'])
    expect(log.causes).toMatchObject([{ message: 'no threads here' }])
    await searched.close()
    await expect(searched.search('treaty ', 10)).rejects.toThrow('closed')
  })
})
