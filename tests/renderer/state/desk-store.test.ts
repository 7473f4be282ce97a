import { describe, expect, it } from 'vitest'
import { createPageState } from '../../../renderer/state/page-state.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, winter } from '../made-up-library.ts'

async function openDesks() {
  const program = createFakeProgram({
    workspace: { panes: [{ articleId: lantern.id, topOffset: 40, size: 60 }, { articleId: winter.id }] },
  })
  const state = createPageState(program.transport)
  await state.start()
  await state.desks.load()
  const { desks, toasts, workspace } = state
  const shown = () => workspace.store.getState().panes.map(({ articleId }) => articleId)
  const names = () => desks.store.getState().desks?.map(({ name }) => name)
  const toast = () => toasts.store.getState().toasts.at(-1)
  return { ...state, program, shown, names, toast, first: () => desks.store.getState().desks?.[0] }
}

describe('saved desks', () => {
  it('hold what stands open, the query and the notebook, and bring it back', async () => {
    const { desks, first, search, shown, workspace } = await openDesks()
    search.setQuery('treaty')
    workspace.changeNotebook({ scope: 'all', colours: ['red'] })
    workspace.store.setState({ libraryWidth: 222 })
    await desks.saveAs('  February ')
    workspace.openIn(harbour.id, 0)
    search.setQuery('')
    workspace.changeNotebook({ scope: 'open', colours: [] })
    workspace.store.setState({ libraryWidth: 333, libraryOpen: false })
    const saved = first()
    expect(saved?.name).toBe('February')
    if (saved) desks.open(saved)
    expect(shown()).toEqual([lantern.id, winter.id])
    expect(workspace.store.getState()).toMatchObject({
      panes: [{ topOffset: 40, size: 60 }, {}],
      notebook: { scope: 'all', colours: ['red'] },
      libraryWidth: 333,
      libraryOpen: false,
    })
    expect(search.store.getState().query).toBe('treaty')
  })

  it('hold the order and the filter of the library, which the way back brings back as well', async () => {
    const { desks, first, toast, workspace } = await openDesks()
    const listing = () => workspace.store.getState().listing
    const filter = { ...listing().filter, tags: ['china'], reading: 'unread' as const }
    workspace.changeListing({ sort: 'newest', filter })
    await desks.saveAs('February')
    workspace.changeListing({ sort: 'outlet', filter: { ...filter, tags: [], reading: 'any' } })
    const saved = first()
    if (saved) desks.open(saved)
    expect(listing()).toEqual({ sort: 'newest', filter })
    toast()?.action?.run()
    expect(listing()).toMatchObject({ sort: 'outlet', filter: { tags: [] } })
  })

  it('that held no order and filter leave them as they are', async () => {
    const { desks, first, workspace } = await openDesks()
    await desks.saveAs('February')
    workspace.changeListing({ sort: 'newest' })
    const saved = first()
    if (!saved) throw new Error('no desk was saved')
    const { listing: _listing, ...content } = saved.content
    desks.open({ ...saved, content })
    expect(workspace.store.getState().listing.sort).toBe('newest')
  })

  it('leave the way back to what stood before one was laid', async () => {
    const { desks, first, shown, toast, workspace } = await openDesks()
    await desks.saveAs('February')
    workspace.openIn(harbour.id, 0)
    const saved = first()
    if (saved) desks.open(saved)
    toast()?.action?.run()
    expect(shown()).toEqual([harbour.id, winter.id])
  })

  it('are overwritten under their own name, whatever its capitals, with the way back', async () => {
    const { desks, first, names, toast, workspace } = await openDesks()
    await desks.saveAs('February')
    workspace.openIn(harbour.id, 0)
    await desks.saveAs('FEBRUARY')
    expect(names()).toEqual(['February'])
    expect(first()?.content.panes[0]?.articleId).toBe(harbour.id)
    toast()?.action?.run()
    await expect.poll(() => first()?.content.panes[0]?.articleId).toBe(lantern.id)
  })

  it('are renamed, but not to nothing', async () => {
    const { desks, first, names } = await openDesks()
    await desks.saveAs('February')
    await desks.rename(first()?.id ?? '', '  ')
    expect(names()).toEqual(['February'])
    await desks.rename(first()?.id ?? '', 'March')
    expect(names()).toEqual(['March'])
  })

  it('are deleted, and come back with Undo as they were', async () => {
    const { desks, first, names, toast } = await openDesks()
    await desks.saveAs('February')
    const saved = first()
    if (saved) await desks.remove(saved)
    expect(names()).toEqual([])
    toast()?.action?.run()
    await expect.poll(first).toMatchObject({ id: saved?.id, name: 'February', content: saved?.content })
  })

  it('follow what another page does', async () => {
    const { desks, first, names, program } = await openDesks()
    await desks.saveAs('February')
    await program.otherPage.renameDesk({ id: first()?.id ?? '', name: 'March' })
    expect(names()).toEqual(['March'])
  })

  it('say so where they cannot be kept', async () => {
    const { desks, names, program, toast } = await openDesks()
    program.goAway()
    await desks.saveAs('February')
    expect(names()).toEqual([])
    expect(toast()).toMatchObject({ message: 'toast.deskNotChanged', error: { code: 'program-unreachable' } })
  })
})
