import { describe, expect, it } from 'vitest'
import { createPageState } from '../../../renderer/state/page-state.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'

/** A page with these articles open, and the find of its first pane. */
async function openFind(articleIds: string[] = [lantern.id]) {
  const program = createFakeProgram({ workspace: { panes: articleIds.map((articleId) => ({ articleId })) } })
  const state = createPageState(program.transport)
  await state.start()
  const pane = (index = 0) => state.workspace.store.getState().panes[index]
  const key = pane()?.key ?? ''
  state.find.open(key)
  const found = () => state.find.store.getState().byPane[key]
  const look = async (words: string) => {
    state.find.change(key, { words })
    await expect.poll(() => found()?.current !== null || words === 'nowhere').toBe(true)
  }
  return { ...state, program, pane, key, found, look }
}

describe('the find of a pane', () => {
  it('goes to the first place in view as words are typed, and on from there', async () => {
    const { find, found, look, pane, workspace } = await openFind()
    workspace.updatePane(pane()?.key ?? '', { topOffset: placeOf(lantern, 'Night 3').start })
    await look('night')
    const { places = [], current } = found() ?? {}
    expect(places[current ?? -1]).toEqual({
      ...placeOf(lantern, 'Night 3'),
      end: placeOf(lantern, 'Night 3').start + 5,
    })
    find.step(0, 1)
    expect(found()?.current).toBe((current ?? 0) + 1)
    expect(pane()?.target).toEqual({ range: places[(current ?? 0) + 1] })
    find.step(0, -1)
    find.step(0, -1)
    expect(found()?.current).toBe((current ?? 0) - 1)
  })

  it('goes round at the ends', async () => {
    const { find, found, look } = await openFind()
    await look('lantern treaty')
    const count = found()?.places.length ?? 0
    expect(count).toBe(2)
    find.step(0, -1)
    expect(found()?.current).toBe(count - 1)
    find.step(0, 1)
    expect(found()?.current).toBe(0)
  })

  it('remembers where it began once, and each step after that', async () => {
    const { find, look, pane } = await openFind()
    await look('n')
    await look('ni')
    await look('night')
    expect(pane()?.back).toHaveLength(1)
    find.step(0, 1)
    // Nothing scrolls here: the place that was left is the same one.
    expect(pane()?.back).toHaveLength(1)
  })

  it('finds nothing where nothing is, and says so', async () => {
    const { find, found, look } = await openFind()
    await look('night')
    await look('nowhere')
    await expect.poll(() => found()?.places).toEqual([])
    expect(found()?.current).toBeNull()
    expect(find.step(0, 1)).toBe(true)
  })

  it('asks anew with another strictness', async () => {
    const { find, found, key, look } = await openFind()
    await look('night')
    const all = found()?.places.length ?? 0
    find.change(key, { wholeWords: true })
    await expect.poll(() => found()?.places.length).toBeLessThan(all)
    const whole = found()?.places.length ?? 0
    find.change(key, { matchCase: true })
    await expect.poll(() => found()?.places.length).toBeLessThan(whole)
  })

  it('is each pane’s own, and gone when it is closed', async () => {
    const { find, found, key, look, pane } = await openFind([lantern.id, harbour.id])
    await look('treaty')
    const other = pane(1)?.key ?? ''
    expect(find.step(1, 1)).toBe(false)
    find.open(other, 'three')
    await expect.poll(() => find.store.getState().byPane[other]?.places.length).toBe(1)
    expect(found()?.words).toBe('treaty')
    find.close(key)
    expect(found()).toBeUndefined()
    expect(find.step(0, 1)).toBe(false)
  })

  it('opens again with the words that it had, and forgets panes that have gone', async () => {
    const { find, found, key, look, pane, workspace } = await openFind([lantern.id, harbour.id])
    await look('treaty')
    const asked = found()?.asked ?? 0
    find.open(key)
    expect(found()).toMatchObject({ words: 'treaty', asked: asked + 1 })
    workspace.close(key)
    find.open(pane()?.key ?? '')
    expect(found()).toBeUndefined()
  })
})
