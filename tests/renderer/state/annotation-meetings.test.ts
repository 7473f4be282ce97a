// Where the words of this page meet those of another, or its own that came back by another way: nothing is lost.
import { describe, expect, it } from 'vitest'
import { lantern } from '../made-up-library.ts'
import type { AnnotationDesk } from './annotation-desk.ts'
import { openDesk } from './annotation-desk.ts'

const messagesOf = ({ state }: AnnotationDesk): string[] =>
  state.toasts.store.getState().toasts.map(({ message }) => message)

/** Deletes a highlight in another window, and then for good. */
async function deleteForGood({ program, deleteElsewhere }: AnnotationDesk, id: string): Promise<void> {
  await deleteElsewhere(id)
  const { articleId, revision } = program.storedAnnotations(lantern.id).find((each) => each.id === id) ?? {
    articleId: lantern.id,
    revision: 0,
  }
  await program.otherPage.deleteForGood({ annotations: [{ id, articleId, revision }] })
}

/** Changes the tags of a highlight in another window. */
async function tagElsewhere({ program }: AnnotationDesk, id: string, tag: string): Promise<void> {
  const stored = program.storedAnnotations(lantern.id).find((each) => each.id === id)
  if (!stored) throw new Error(`${id} is not on disk`)
  const { articleId, revision } = stored
  await program.otherPage.changeAnnotations({ changes: [{ id, articleId, revision, addTags: [tag] }] })
}

async function chooseAll({ state }: AnnotationDesk): Promise<void> {
  state.workspace.changeNotebook({ scope: 'all' })
  state.selection.start()
  await state.selection.chooseAll()
  expect(state.selection.store.getState().chosen.size).toBe(2)
}

describe('a save whose answer is lost', () => {
  it('is no conflict: what was written since follows it', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'short')
    const held = desk.program.hold('saveAnnotation')
    desk.annotations.writeNote(id, 'short one')
    void desk.annotations.save(id)
    await expect.poll(() => held.waiting()).toBe(1)
    held.lose()
    held.stop()
    await expect.poll(() => desk.entry(id)?.save.kind).not.toBe('saving')
    desk.annotations.writeNote(id, 'short one two')
    desk.annotations.saveAll()
    await desk.allSaved()
    expect(desk.stored()).toEqual(['four pages: short one two'])
  })

  it('is a conflict where another window has written since', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'short')
    desk.program.failNext('saveAnnotation', { code: 'program-unreachable' })
    desk.annotations.writeNote(id, 'short one')
    await desk.annotations.save(id)
    await desk.changeElsewhere(id, { note: 'theirs' })
    expect(desk.entry(id)).toMatchObject({ note: 'short one', save: { kind: 'conflict' } })
  })
})

describe('the end of a conflict', () => {
  it.each(['mine', 'both'] as const)('with %s keeps the tags of either', async (choice) => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'base')
    desk.annotations.setTags(id, ['ours'])
    await desk.allSaved()
    desk.annotations.writeNote(id, 'base and mine')
    await tagElsewhere(desk, id, 'theirs')
    await desk.annotations.save(id)
    expect(desk.entry(id)?.save.kind).toBe('conflict')
    await desk.annotations.resolveConflict(id, choice)
    expect(desk.program.storedAnnotations(lantern.id)).toMatchObject([
      { note: 'base and mine', tags: ['ours', 'theirs'] },
    ])
  })

  it('keeps the words of a highlight that is gone for good meanwhile', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'before')
    desk.annotations.writeNote(id, 'mine')
    await deleteForGood(desk, id)
    expect(desk.entry(id)?.save.kind).toBe('conflict')
    await desk.annotations.resolveConflict(id, 'mine')
    await desk.allSaved()
    expect(desk.stored()).toEqual(['four pages: mine'])
  })
})

describe('words written on what is gone for good', () => {
  it('are kept as a new highlight where this page did not hear of it', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'before')
    desk.program.goAway()
    await deleteForGood(desk, id)
    desk.annotations.writeNote(id, 'mine')
    desk.program.comeBack()
    await expect.poll(desk.stored).toEqual(['four pages: mine'])
    expect(desk.entry(id)?.save.kind).toBe('saved')
  })
})

describe('taking a change back', () => {
  it('leaves what another window has written since, and says so', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'first')
    await desk.changeElsewhere(id, { note: 'first, and a long page' })
    await desk.annotations.undo()
    await desk.annotations.redo()
    expect(desk.stored()).toEqual(['four pages: first, and a long page'])
    expect(messagesOf(desk)).toEqual(['toast.changedSince', 'toast.changedSince'])
  })

  it('takes back what this page wrote in one go, whatever of it was saved in between', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    for (const note of ['a', 'a b', 'a b c']) {
      desk.annotations.writeNote(id, note)
      await desk.annotations.save(id)
    }
    await desk.annotations.undo()
    await desk.allSaved()
    expect(desk.stored()).toEqual(['four pages: '])
    await desk.annotations.redo()
    await desk.allSaved()
    expect(desk.stored()).toEqual(['four pages: a b c'])
    expect(messagesOf(desk)).toEqual([])
  })

  it('of a tag of many takes that tag alone, not those that came since', async () => {
    const desk = await openDesk()
    const ids = [await desk.markAndSave('four pages'), await desk.markAndSave('lantern treaty')]
    desk.annotations.setTags(ids[0] ?? '', ['kept', 'Bulk'])
    await desk.allSaved()
    await chooseAll(desk)
    await desk.state.selection.apply({ addTags: ['bulk'] })
    expect(desk.entry(ids[1] ?? '')?.tags).toEqual(['bulk'])
    await tagElsewhere(desk, ids[0] ?? '', 'later')
    await tagElsewhere(desk, ids[1] ?? '', 'later')
    await expect.poll(() => ids.map((id) => desk.entry(id)?.tags.at(-1))).toEqual(['later', 'later'])
    await desk.annotations.undo()
    const tags = Object.fromEntries(
      desk.program.storedAnnotations(lantern.id).map((each) => [each.id, each.tags]),
    )
    expect(tags).toEqual({ [ids[0] ?? '']: ['kept', 'Bulk', 'later'], [ids[1] ?? '']: ['later'] })
  })

  it('of a colour of many leaves what was coloured since', async () => {
    const desk = await openDesk()
    const ids = [await desk.markAndSave('four pages'), await desk.markAndSave('lantern treaty')]
    await chooseAll(desk)
    await desk.state.selection.apply({ colour: 'red' })
    await desk.changeElsewhere(ids[0] ?? '', { colour: 'blue' })
    await desk.annotations.undo()
    expect([desk.entry(ids[0] ?? '')?.colour, desk.entry(ids[1] ?? '')?.colour]).toEqual(['blue', 'yellow'])
  })
})
