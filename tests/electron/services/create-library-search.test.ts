// The index follows the library, and questions wait for it.
import { describe, expect, it } from 'vitest'
import type { BookwheelEvent } from '../../../electron/contract/events.ts'
import type { LibrarySearch } from '../../../electron/services/create-library-search.ts'
import { createLibrarySearch } from '../../../electron/services/create-library-search.ts'
import type { HeldIndex } from './held-index.ts'
import { createHeldIndex } from './held-index.ts'

interface Bench {
  search: LibrarySearch
  index: HeldIndex
  events: BookwheelEvent[]
  /** The causes of what was logged as an error. */
  logged: unknown[]
}

function open(): Bench {
  const index = createHeldIndex()
  const events: BookwheelEvent[] = []
  const logged: unknown[] = []
  const search = createLibrarySearch({
    searchIndex: index,
    articles: () => [],
    publish: (event) => events.push(event),
    log: { info: () => undefined, error: (_message, cause) => logged.push(cause) },
  })
  return { search, index, events, logged }
}

const failure = new Error('no room for an index')

async function finishFill(index: HeldIndex): Promise<void> {
  const fill = await index.nextFill()
  fill.finish()
}

async function failFill(index: HeldIndex): Promise<void> {
  const fill = await index.nextFill()
  fill.fail(failure)
}

describe('the search of the library', () => {
  it('is ready once the index is filled, and says so', async () => {
    const { search, index, events } = open()
    const refreshing = search.refresh()
    const fill = await index.nextFill()
    expect({ ready: search.isReady(), events: [...events] }).toEqual({ ready: false, events: [] })
    fill.finish()
    await refreshing
    expect({ ready: search.isReady(), events }).toEqual({
      ready: true,
      events: [{ type: 'index-ready', articleCount: 0 }],
    })
  })

  it('is not ready while the index is filled anew', async () => {
    const { search, index } = open()
    await Promise.all([search.refresh(), finishFill(index)])
    const refreshing = search.refresh()
    expect(search.isReady()).toBe(false)
    await Promise.all([refreshing, finishFill(index)])
    expect(search.isReady()).toBe(true)
  })

  it('lets a question wait for the index', async () => {
    const { search, index } = open()
    void search.refresh()
    const answers = [search.search('treaty', 10), search.matchArticle('a', 'treaty')]
    const fill = await index.nextFill()
    expect(index.calls).toEqual(['fill'])
    fill.finish()
    await Promise.all(answers)
    expect(index.calls).toEqual(['fill', 'search treaty 10', 'match a treaty'])
  })

  it('lets a question wait for every refresh that was asked for before it', async () => {
    const { search, index, events } = open()
    void search.refresh()
    void search.refresh()
    const answer = search.search('treaty', 10)
    await finishFill(index)
    const second = await index.nextFill()
    expect({ calls: [...index.calls], ready: search.isReady(), events: [...events] }).toEqual({
      calls: ['fill', 'fill'],
      ready: false,
      events: [],
    })
    second.finish()
    await answer
    expect(index.calls).toEqual(['fill', 'fill', 'search treaty 10'])
    expect(events).toEqual([{ type: 'index-ready', articleCount: 0 }])
  })

  it('hands on what the index answers and what it throws', async () => {
    const { search, index } = open()
    await Promise.all([search.refresh(), finishFill(index)])
    expect(await search.matchArticle('a', 'treaty')).toEqual([{ start: 0, end: 6 }])
    await expect(search.search('broken', 1)).rejects.toThrow('a broken query')
  })

  it('logs once that the library cannot be indexed, and fails every question', async () => {
    const { search, index, events, logged } = open()
    await Promise.all([search.refresh(), failFill(index)])
    await expect(search.search('treaty', 10)).rejects.toThrow('not indexed')
    await expect(search.matchArticle('a', 'treaty')).rejects.toThrow('not indexed')
    expect(search.isReady()).toBe(false)
    expect(index.calls).toEqual(['fill'])
    expect(logged).toEqual([failure])
    expect(events).toEqual([{ type: 'status-changed' }])
  })

  it('works again after a later refresh', async () => {
    const { search, index } = open()
    await Promise.all([search.refresh(), failFill(index)])
    await Promise.all([search.refresh(), finishFill(index)])
    expect(search.isReady()).toBe(true)
    expect(await search.matchArticle('a', 'treaty')).toHaveLength(1)
  })

  it('closes the index after all that was asked before', async () => {
    const { search, index } = open()
    void search.refresh()
    void search.search('treaty', 10)
    await Promise.all([search.close(), finishFill(index)])
    expect(index.calls).toEqual(['fill', 'search treaty 10', 'close'])
  })

  it('closes the index after work that failed', async () => {
    const { search, index } = open()
    void search.refresh()
    const answer = search.search('treaty', 10).catch((cause: unknown) => String(cause))
    await Promise.all([search.close(), failFill(index)])
    expect(await answer).toContain('not indexed')
    expect(index.calls).toEqual(['fill', 'close'])
  })

  it('closes an index that was never filled', async () => {
    const { search, index } = open()
    await search.close()
    expect(index.calls).toEqual(['close'])
  })
})
