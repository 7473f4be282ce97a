import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClient } from '../../../renderer/api/client.ts'
import { createSearchStore } from '../../../renderer/state/search-store.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf, winter } from '../made-up-library.ts'

function openDesk(open: string[] = []) {
  const program = createFakeProgram()
  const search = createSearchStore(createClient(program.transport), () => open)
  const state = () => search.store.getState()
  const answered = (query: string) => expect.poll(() => state().answeredQuery).toBe(query)
  const asked = (): unknown[] => program.inputsOf('search')
  return {
    program,
    search,
    state,
    answered,
    asked,
    found: () => state().answer?.hits.map((hit) => hit.articleId),
  }
}

describe('the search store', () => {
  it('finds what is typed', async () => {
    const { search, answered, found } = openDesk()
    search.setQuery('treaty')
    await answered('treaty')
    expect(found()).toEqual([lantern.id, harbour.id])
  })

  it('asks one query at a time and passes over those that were typed on', async () => {
    const { program, search, answered, asked } = openDesk()
    const held = program.hold('search')
    for (const query of ['tr', 'tre', 'trea']) search.setQuery(query)
    await expect.poll(() => held.waiting()).toBe(1)
    held.stop()
    await answered('trea')
    expect(asked()).toEqual([
      { query: 'tr', limit: 200 },
      { query: 'trea', limit: 200 },
    ])
  })

  it('asks for as many hits as there may be while the page sifts them', async () => {
    const program = createFakeProgram()
    let isFiltered = false
    const search = createSearchStore(
      createClient(program.transport),
      () => [],
      () => isFiltered,
    )
    search.setQuery('treaty')
    await expect.poll(() => search.store.getState().answeredQuery).toBe('treaty')
    isFiltered = true
    search.setQuery('winter')
    await expect.poll(() => search.store.getState().answeredQuery).toBe('winter')
    expect(program.inputsOf('search')).toEqual([
      { query: 'treaty', limit: 200 },
      { query: 'winter', limit: 1000 },
    ])
  })

  it('keeps the earlier answer in sight while a later one is on its way', async () => {
    const { program, search, answered, state, found } = openDesk()
    search.setQuery('treaty')
    await answered('treaty')
    const held = program.hold('search')
    search.setQuery('winter')
    await expect.poll(() => held.waiting()).toBe(1)
    expect(state()).toMatchObject({ query: 'winter', answeredQuery: 'treaty' })
    held.stop()
    await answered('winter')
    expect(found()).toContain(winter.id)
  })

  it('is emptied at once with the field, and stays so when an answer comes late', async () => {
    const { program, search, state } = openDesk()
    const held = program.hold('search')
    search.setQuery('treaty')
    await expect.poll(() => held.waiting()).toBe(1)
    search.setQuery('')
    const empty = search.store.getInitialState()
    expect(state()).toEqual(empty)
    held.release()
    // The next answer comes after the late one, which by then has had its chance.
    await program.otherPage.search({ query: 'treaty' })
    await new Promise((resolve) => setTimeout(resolve))
    expect(state()).toEqual(empty)
  })

  it('asks nothing for white space alone', () => {
    const { search, state, asked } = openDesk()
    search.setQuery('   ')
    expect(asked()).toEqual([])
    expect(state()).toMatchObject({ query: '   ', answer: null })
  })

  it('keeps the earlier answer when a query cannot be read, and tells why', async () => {
    const { search, answered, state, found } = openDesk()
    search.setQuery('treaty')
    await answered('treaty')
    search.setQuery('treaty "lan')
    await expect
      .poll(() => state().error)
      .toEqual({
        code: 'query-unreadable',
        problem: { reason: 'unclosed-quote', start: 7, end: 11 },
      })
    expect(state().answeredQuery).toBe('treaty')
    expect(found()).toEqual([lantern.id, harbour.id])

    search.setQuery('treaty "lantern"')
    await answered('treaty "lantern"')
    expect(state().error).toBeNull()
  })

  it('tells of a query that cannot be read only where the reader rests or asks', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { search, answered, state } = openDesk()
    const seen: unknown[] = []
    search.store.subscribe(({ error }) => seen.push(error))
    for (const query of ['treaty "', 'treaty "l', 'treaty "lantern"']) {
      search.setQuery(query)
      await vi.advanceTimersByTimeAsync(790)
    }
    await answered('treaty "lantern"')
    expect(seen.filter(Boolean)).toEqual([])

    const told = { error: { code: 'query-unreadable' }, failedQuery: 'treaty "lan' }
    search.setQuery('treaty "lan')
    await vi.advanceTimersByTimeAsync(790)
    expect(state().error).toBeNull()
    await vi.advanceTimersByTimeAsync(10)
    expect(state()).toMatchObject(told)

    search.setQuery('treaty')
    await answered('treaty')
    search.setQuery('treaty "lan')
    await vi.advanceTimersByTimeAsync(100)
    expect(state().error).toBeNull()
    search.tellProblem()
    expect(state()).toMatchObject(told)
  })

  it('keeps on telling while the query still cannot be read', async () => {
    const { search, state } = openDesk()
    search.setQuery('"lan')
    await expect.poll(() => state().error).not.toBeNull()
    const seen: unknown[] = []
    search.store.subscribe(({ error }) => seen.push(error))
    search.setQuery('"lant')
    await expect.poll(() => state().failedQuery).toBe('"lant')
    expect(seen).not.toContain(null)
  })

  it('tells when the program does not answer, and answers again once it does', async () => {
    const { program, search, answered, state } = openDesk()
    program.goAway()
    search.setQuery('treaty')
    await expect.poll(() => state().error).toEqual({ code: 'program-unreachable' })
    program.comeBack()
    search.setQuery('treaty ')
    await answered('treaty ')
    expect(state().error).toBeNull()
  })
})

describe('the matches in open articles', () => {
  it('are those of the standing query, article by article', async () => {
    const { search, state } = openDesk([harbour.id, winter.id, harbour.id])
    search.setQuery('plain ferry')
    await expect
      .poll(() => state().matches)
      .toEqual({
        [harbour.id]: [placeOf(harbour, 'plain')],
        [winter.id]: [placeOf(winter, 'ferry')],
      })
  })

  it('are found in an article that is opened later', async () => {
    const open: string[] = []
    const { search, state, answered } = openDesk(open)
    search.setQuery('ferry')
    await answered('ferry')
    expect(state().matches).toEqual({})
    open.push(winter.id)
    search.lightOpenArticles()
    await expect.poll(() => state().matches).toEqual({ [winter.id]: [placeOf(winter, 'ferry')] })
  })

  it('are none while the query is too short', async () => {
    const { program, search, state, answered } = openDesk([winter.id])
    search.setQuery('ferry')
    await expect.poll(() => Object.keys(state().matches)).toEqual([winter.id])
    search.setQuery('f')
    await answered('f')
    expect(state().matches).toEqual({})
    expect(program.inputsOf('matchArticle')).toHaveLength(1)
  })

  it('never belong to an earlier query than the one that was answered', async () => {
    const { program, search, state, answered } = openDesk([winter.id])
    const held = program.hold('matchArticle')
    search.setQuery('ferry')
    await expect.poll(() => held.waiting()).toBe(1)
    search.setQuery('ice')
    await answered('ice')
    const ice = placeOf(winter, 'in the ice').end - 3
    held.release()
    await expect.poll(() => held.waiting()).toBe(1)
    expect(state().matches).toEqual({})
    held.stop()
    await expect
      .poll(() => state().matches)
      .toEqual({
        [winter.id]: [placeOf(winter, 'Ice'), { start: ice, end: ice + 3 }],
      })
  })

  it('leave out an article that is not in the library', async () => {
    const { search, state } = openDesk(['gone', winter.id])
    search.setQuery('ferry')
    await expect.poll(() => state().matches).toEqual({ gone: [], [winter.id]: [placeOf(winter, 'ferry')] })
  })
})
