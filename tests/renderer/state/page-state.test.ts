import { describe, expect, it } from 'vitest'
import { createPageState } from '../../../renderer/state/page-state.ts'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, winter } from '../made-up-library.ts'
import { watchStrayFailures } from '../stray-failures.ts'

async function openDesk(options: FakeProgramOptions = {}) {
  const program = createFakeProgram(options)
  const state = createPageState(program.transport)
  await state.start()
  return {
    program,
    state,
    panes: () => state.workspace.store.getState().panes.map(({ articleId }) => articleId),
  }
}

describe('the first start', () => {
  const [first, second] = ['partnership-with-new-prospects', 'break-new-ground']

  it('opens the two accounts of one meeting', async () => {
    const articles = [{ ...lantern, id: second }, { ...harbour, id: first }, winter]
    expect((await openDesk({ articles })).panes()).toEqual([first, second])
  })

  it('opens only what the library has', async () => {
    expect((await openDesk({ articles: [{ ...lantern, id: second }] })).panes()).toEqual([second])
    expect((await openDesk()).panes()).toEqual([])
  })
})

describe('a later start', () => {
  it('opens what stood open and asks the query that stood', async () => {
    const { state, panes } = await openDesk({
      workspace: { panes: [{ articleId: winter.id }], query: 'ferry' },
    })
    expect(panes()).toEqual([winter.id])
    await expect.poll(() => state.search.store.getState().answeredQuery).toBe('ferry')
  })

  it('leaves a desk empty that was left empty', async () => {
    const articles = [{ ...lantern, id: 'break-new-ground' }]
    expect((await openDesk({ articles, workspace: { panes: [] } })).panes()).toEqual([])
  })

  it('fails where the program cannot be reached', async () => {
    const program = createFakeProgram()
    program.goAway()
    await expect(createPageState(program.transport).start()).rejects.toMatchObject({
      error: { code: 'program-unreachable' },
    })
  })

  it('opens also where the library cannot be read, which is told and can be tried again', async () => {
    const program = createFakeProgram({ workspace: { panes: [{ articleId: winter.id }] } })
    const state = createPageState(program.transport)
    const { library, workspace } = state
    program.failNext('listLibrary', { code: 'internal', reference: 'a1b2c3d4' })
    await state.start()
    expect(workspace.store.getState().ready).toBe(true)
    expect(library.store.getState()).toMatchObject({ library: null, error: { code: 'internal' } })
    await library.load()
    expect(library.store.getState()).toMatchObject({ library: { problems: [] }, error: null })
  })
})

describe('an event', () => {
  it('that settings changed is followed', async () => {
    const { program, state } = await openDesk()
    await program.otherPage.changeSettings({ theme: 'sepia' })
    expect(state.settings.store.getState().theme).toBe('sepia')
  })

  it('that the library changed has it read again, and articles that went forgotten', async () => {
    const { program, state } = await openDesk()
    await state.library.readArticle(winter.id)
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await expect
      .poll(() => state.library.store.getState())
      .toMatchObject({
        library: { articles: [], collections: [{ removed: true }] },
        articles: {},
      })
  })

  it('that the library changed has the standing query asked again', async () => {
    const { program, state } = await openDesk()
    state.search.setQuery('treaty')
    await expect.poll(() => state.search.store.getState().answer?.total).toBe(2)
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await expect.poll(() => state.search.store.getState().answer?.total).toBe(0)
  })

  it('that the status changed has it read again', async () => {
    const { program, state } = await openDesk()
    const asked = program.inputsOf('readStatus').length
    program.deliver({ type: 'status-changed' })
    await expect.poll(() => program.inputsOf('readStatus').length).toBe(asked + 1)
    expect(state.status.store.getState().status).toMatchObject({ readOnly: null })
  })
})

describe('a lost connection', () => {
  it('is known at once, and when it is back all that is shown is read again', async () => {
    const { program, state } = await openDesk()
    await state.annotations.load(winter.id)
    program.goAway()
    expect(state.status.store.getState().connection).toBe('lost')

    const { contentHash } = winter
    const place = { articleId: winter.id, contentHash, start: 0, end: 3 }
    await program.otherPage.saveAnnotation({
      id: crypto.randomUUID(),
      revision: 0,
      ...place,
      colour: 'blue',
      note: '',
    })
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    program.comeBack()
    expect(state.status.store.getState().connection).toBe('there')
    await expect
      .poll(() => state.annotations.store.getState().byArticle[winter.id])
      .toMatchObject([{ quote: 'Ice' }])
    await expect.poll(() => state.library.store.getState().library?.articles).toEqual([])
  })

  it('brings the settings that were changed elsewhere meanwhile', async () => {
    const { program, state } = await openDesk()
    program.goAway()
    await program.otherPage.changeSettings({ theme: 'sepia' })
    program.comeBack()
    await expect.poll(() => state.settings.store.getState().theme).toBe('sepia')
  })

  it('that is lost again before all is read makes no failure of its own, and the next time all is read', async () => {
    const stray = watchStrayFailures()
    const { program, state } = await openDesk()
    program.goAway()
    await program.otherPage.changeSettings({ theme: 'sepia' })
    program.comeBack()
    program.goAway()
    // What is refused is told to the page after the events at hand.
    await new Promise((resolve) => setTimeout(resolve))
    program.comeBack()
    await expect.poll(() => state.settings.store.getState().theme).toBe('sepia')
    expect(stray).toEqual([])
  })

  it('has what waits saved also where one of the lists cannot be read again', async () => {
    const stray = watchStrayFailures()
    const { program, state } = await openDesk()
    await state.annotations.load(winter.id)
    await state.annotations.load(harbour.id)
    const { id: articleId, contentHash } = harbour
    program.goAway()
    const words = { articleId, contentHash, start: 4, end: 11, quote: 'harbour', colour: 'red' } as const
    await state.annotations.save(state.annotations.create(words))
    program.failNext('listAnnotations', { code: 'article-not-found', articleId: winter.id })
    program.comeBack()
    await expect.poll(() => state.annotations.unsaved()).toEqual([])
    expect(stray).toEqual([])
  })
})
