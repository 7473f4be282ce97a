// What can be done to annotations, taken back and done again: tags, looks, ends, notes, memos, many at once.
import { describe, expect, it } from 'vitest'
import { noArticleId } from '../../../electron/contract/limits.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import type { AnnotationDesk } from './annotation-desk.ts'
import { openDesk } from './annotation-desk.ts'

/** What is on disk of the first highlight. */
const first = ({ program }: AnnotationDesk) => program.storedAnnotations(lantern.id)[0]
const memos = ({ program }: AnnotationDesk) =>
  program.storedAnnotations(noArticleId).filter(({ deletedAt }) => deletedAt === null)

/** What is on disk now, once the last change is taken back, and once it is done again. */
async function undoAndRedo(desk: AnnotationDesk) {
  const steps = []
  for (const step of [() => Promise.resolve(), desk.annotations.undo, desk.annotations.redo]) {
    await step()
    await desk.allSaved()
    steps.push(first(desk))
  }
  return steps
}

describe('a change is taken back and done again', () => {
  it('of the colour', async () => {
    const desk = await openDesk()
    desk.annotations.recolour(await desk.markAndSave('four pages'), 'red')
    expect(await undoAndRedo(desk)).toMatchObject([
      { colour: 'red' },
      { colour: 'yellow' },
      { colour: 'red' },
    ])
  })

  it('of the look', async () => {
    const desk = await openDesk()
    desk.annotations.restyle(await desk.markAndSave('four pages'), 'underline')
    await desk.allSaved()
    expect(first(desk)?.style).toBe('underline')
    await desk.annotations.undo()
    await desk.allSaved()
    expect(first(desk)?.style).toBeUndefined()
  })

  it('of the tags, which are kept once each', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    desk.annotations.setTags(id, ['Form'])
    desk.annotations.setTags(id, ['Form', 'form', ' #oil '])
    expect(await undoAndRedo(desk)).toMatchObject([
      { tags: ['Form', 'oil'] },
      { tags: ['Form'] },
      { tags: ['Form', 'oil'] },
    ])
  })

  it('of the ends: the words are those between them, and one step after another is one change', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    const { contentHash } = lantern
    for (const quote of ['to four pages', 'runs to four pages'])
      desk.annotations.moveEnds(id, { ...placeOf(lantern, quote), contentHash, quote })
    expect(desk.entry(id)?.quote).toBe('runs to four pages')
    expect(await undoAndRedo(desk)).toMatchObject([
      { anchor: { exact: 'runs to four pages' } },
      { anchor: { exact: 'four pages' } },
      { anchor: { exact: 'runs to four pages' } },
    ])
  })

  it('of the ends before they are on disk, whatever else is handed over with them', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    const [quote, { contentHash }] = ['to four pages', lantern]
    desk.annotations.moveEnds(id, { ...desk.entry(id), ...placeOf(lantern, quote), contentHash, quote })
    await desk.annotations.undo()
    await desk.allSaved()
    expect(first(desk)).toMatchObject({ anchor: { exact: 'four pages' }, revision: 3 })
  })

  it('of a note, all that was typed until the field was left being one', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    for (const note of ['W', 'Wh', 'Why?']) desk.annotations.writeNote(id, note)
    desk.annotations.finishNote(id)
    desk.annotations.writeNote(id, 'Why? Because.')
    desk.annotations.finishNote(id)
    expect(await undoAndRedo(desk)).toMatchObject([
      { note: 'Why? Because.' },
      { note: 'Why?' },
      { note: 'Why? Because.' },
    ])
    await desk.annotations.undo()
    await desk.annotations.undo()
    await desk.allSaved()
    expect(first(desk)?.note).toBe('')
  })

  it('also a deletion', async () => {
    const desk = await openDesk()
    await desk.annotations.remove(await desk.markAndSave('four pages', 'Why?'))
    await desk.annotations.undo()
    expect(desk.stored()).toEqual(['four pages: Why?'])
    await desk.annotations.redo()
    expect(desk.stored()).toEqual([])
  })

  it('and not done again once something else was done', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    desk.annotations.recolour(id, 'red')
    await desk.annotations.undo()
    expect(desk.annotations.changes.getState().canRedo).toBe(true)
    desk.annotations.recolour(id, 'blue')
    expect(desk.annotations.changes.getState().canRedo).toBe(false)
    await desk.annotations.redo()
    expect(desk.entry(id)?.colour).toBe('blue')
  })

  it('leaving alone what another window changed meanwhile', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    desk.annotations.recolour(id, 'red')
    await desk.allSaved()
    await desk.changeElsewhere(id, { note: 'from elsewhere' })
    await desk.annotations.undo()
    await desk.allSaved()
    expect(first(desk)).toMatchObject({ colour: 'yellow', note: 'from elsewhere' })
  })
})

describe('a memo', () => {
  it('is on disk from its first word on, and taking that back takes it away', async () => {
    const desk = await openDesk()
    const id = desk.annotations.begin()
    expect(desk.annotations.unsaved()).toEqual([])
    await desk.annotations.save(id)
    expect(memos(desk)).toEqual([])
    for (const note of ['O', 'On form']) desk.annotations.writeNote(id, note)
    desk.annotations.finishNote(id)
    await desk.allSaved()
    expect(memos(desk)).toMatchObject([{ id, note: 'On form', anchor: null, articleId: noArticleId }])
    await desk.annotations.undo()
    expect(memos(desk)).toEqual([])
    await desk.annotations.redo()
    expect(memos(desk)).toMatchObject([{ id, note: 'On form' }])
  })

  it('that is left empty is gone', async () => {
    const desk = await openDesk()
    const id = desk.annotations.begin()
    desk.annotations.finishNote(id)
    expect(desk.annotations.find(id)).toBeUndefined()
    expect(desk.annotations.changes.getState().canUndo).toBe(false)
  })

  it('does not hide those that were written before', async () => {
    const desk = await openDesk()
    const draft = { articleId: noArticleId, contentHash: null, start: 0, end: 0, colour: null, revision: 0 }
    await desk.program.otherPage.saveAnnotation({ ...draft, id: crypto.randomUUID(), note: 'Older' })
    desk.annotations.begin()
    await expect.poll(() => desk.annotations.store.getState().byArticle[noArticleId]?.length).toBe(2)
  })

  it('can be of an article, before its highlights', async () => {
    const desk = await openDesk()
    await desk.markAndSave('four pages')
    const id = desk.annotations.begin(lantern.id)
    desk.annotations.writeNote(id, 'On the whole')
    desk.annotations.finishNote(id)
    await desk.allSaved()
    expect(desk.shown().map(({ note, quote }) => note || quote)).toEqual(['On the whole', 'four pages'])
    expect(desk.stored()).toContain(': On the whole')
  })
})

async function choose(desk: AnnotationDesk): Promise<string[]> {
  const ids = [await desk.markAndSave('lantern treaty'), await desk.markAndSave('four pages')]
  desk.annotations.setTags(ids[0] ?? '', ['Form'])
  await desk.allSaved()
  desk.state.workspace.store.setState({ ready: true })
  desk.state.workspace.changeNotebook({ scope: 'all' })
  desk.state.selection.start()
  await desk.state.selection.chooseAll()
  expect([...desk.state.selection.store.getState().chosen.keys()].toSorted()).toEqual(ids.toSorted())
  return ids
}
const tagsOf = (desk: AnnotationDesk) =>
  desk.program
    .storedAnnotations(lantern.id)
    .map(({ tags = [] }) => tags.join())
    .toSorted((left, right) => left.length - right.length)

describe('many at once', () => {
  it('are tagged as one change, which is taken back and done again', async () => {
    const desk = await openDesk()
    await choose(desk)
    await desk.state.selection.apply({ addTags: ['oil'] })
    expect(tagsOf(desk)).toEqual(['oil', 'Form,oil'])
    expect(desk.program.inputsOf('changeAnnotations')).toHaveLength(1)
    await desk.annotations.undo()
    expect(tagsOf(desk)).toEqual(['', 'Form'])
    await desk.annotations.redo()
    expect(tagsOf(desk)).toEqual(['oil', 'Form,oil'])
  })

  it('get one colour, and each gets its own back', async () => {
    const desk = await openDesk()
    const [id = ''] = await choose(desk)
    desk.annotations.recolour(id, 'green')
    await desk.allSaved()
    await desk.state.selection.apply({ colour: 'red' })
    expect(desk.shown().map(({ colour }) => colour)).toEqual(['red', 'red'])
    await desk.annotations.undo()
    expect(desk.shown().map(({ colour }) => colour)).toEqual(['green', 'yellow'])
  })

  it('are deleted, come back and go again', async () => {
    const desk = await openDesk()
    await choose(desk)
    await desk.state.selection.apply({ isDeleted: true })
    expect(desk.stored()).toEqual([])
    expect(desk.shown()).toEqual([])
    expect(desk.state.selection.store.getState().isChoosing).toBe(false)
    await desk.annotations.undo()
    expect(desk.stored()).toHaveLength(2)
    await expect.poll(() => desk.shown().length).toBe(2)
    await desk.annotations.redo()
    expect(desk.stored()).toEqual([])
  })

  it('leave out what another window has changed, and say so', async () => {
    const desk = await openDesk()
    const { program, state } = desk
    const draft = {
      articleId: harbour.id,
      contentHash: harbour.contentHash,
      colour: 'yellow',
      note: '',
    } as const
    const place = placeOf(harbour, 'plain words')
    const ids = [crypto.randomUUID(), crypto.randomUUID()]
    for (const id of ids) await program.otherPage.saveAnnotation({ ...draft, ...place, id, revision: 0 })
    state.workspace.changeNotebook({ scope: 'all' })
    state.selection.start()
    await state.selection.chooseAll()
    const [id = ''] = ids
    await program.otherPage.saveAnnotation({ ...draft, ...place, id, revision: 1, note: 'newer' })
    await state.selection.apply({ colour: 'red' })
    const messages = state.toasts.store.getState().toasts.map(({ message }) => message)
    expect(messages).toContain('toast.someRefused')
    const stored = program.storedAnnotations(harbour.id).map(({ colour, note }) => `${colour} ${note}`)
    expect(stored.toSorted()).toEqual(['red ', 'yellow newer'])
  })
})
