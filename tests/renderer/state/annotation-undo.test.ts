import { describe, expect, it } from 'vitest'
import type { AnnotationDesk } from './annotation-desk.ts'
import { openDesk } from './annotation-desk.ts'

/** The short messages that are shown. */
function toastsOf({ state }: AnnotationDesk): string[] {
  return state.toasts.store.getState().toasts.map(({ message }) => message)
}

/** Presses the action of the short message at this place. */
function pressToast({ state }: AnnotationDesk, index: number): void {
  const action = state.toasts.store.getState().toasts[index]?.action
  if (!action) throw new Error(`message ${index} offers nothing`)
  action.run()
}

describe('deleting a highlight', () => {
  it('takes it off the page and keeps it on disk as deleted', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'Why four?')
    await desk.annotations.remove(id)
    expect(desk.shown()).toEqual([])
    expect(desk.stored()).toEqual([])
    expect(desk.program.storedAnnotations('lantern-treaty')).toMatchObject([{ id, note: 'Why four?' }])
    expect(toastsOf(desk)).toEqual(['toast.deleted'])
  })

  it('is taken back by the message that tells of it', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'Why four?')
    await desk.annotations.remove(id)
    pressToast(desk, 0)
    await expect
      .poll(desk.shown)
      .toMatchObject([{ quote: 'four pages', note: 'Why four?', save: { kind: 'saved' } }])
    expect(desk.stored()).toEqual(['four pages: Why four?'])
  })

  it('that was never on disk can be taken back, with its words', async () => {
    const desk = await openDesk()
    desk.program.goAway()
    const id = desk.mark('four pages')
    desk.annotations.writeNote(id, 'Only here')
    await desk.annotations.save(id)
    await desk.annotations.remove(id)
    expect(desk.shown()).toEqual([])
    expect(toastsOf(desk)).toEqual(['toast.deleted'])
    desk.program.comeBack()
    await desk.annotations.undo()
    await desk.allSaved()
    expect(desk.stored()).toEqual(['four pages: Only here'])
    await desk.annotations.redo()
    expect(desk.stored()).toEqual([])
  })

  it('brings back also the words that could not be saved before', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'old')
    for (const _ of ['save', 'settle', 'settle'])
      desk.program.failNext('saveAnnotation', { code: 'disk-full', store: 'x' })
    desk.annotations.writeNote(id, 'old and new')
    await desk.annotations.save(id)
    expect(desk.entry(id)?.save.kind).toBe('failed')
    await desk.annotations.remove(id)
    await desk.annotations.undo()
    await expect.poll(() => desk.entry(id)?.note).toBe('old and new')
  })

  it('is taken back by its message also once it was taken back and done again', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'Why four?')
    await desk.annotations.remove(id)
    await desk.annotations.undo()
    await desk.annotations.redo()
    expect(desk.stored()).toEqual([])
    pressToast(desk, 0)
    await expect.poll(desk.stored).toEqual(['four pages: Why four?'])
  })

  it('is taken back by its own message also after another change', async () => {
    const desk = await openDesk()
    const deleted = await desk.markAndSave('four pages')
    const kept = await desk.markAndSave('lantern treaty')
    await desk.annotations.remove(deleted)
    desk.annotations.recolour(kept, 'red')
    await desk.allSaved()
    pressToast(desk, 0)
    await expect.poll(desk.stored).toEqual(['lantern treaty: ', 'four pages: '])
    expect(desk.entry(kept)?.colour).toBe('red')
  })

  it('is taken back message by message where two were deleted', async () => {
    const desk = await openDesk()
    const first = await desk.markAndSave('lantern treaty')
    const second = await desk.markAndSave('four pages')
    await desk.annotations.remove(first)
    await desk.annotations.remove(second)
    pressToast(desk, 0)
    await expect.poll(desk.stored).toEqual(['lantern treaty: '])
  })

  it('waits for what is on its way to be saved', async () => {
    const desk = await openDesk()
    const held = desk.program.hold('saveAnnotation')
    const id = desk.mark('four pages')
    await expect.poll(() => held.waiting()).toBe(1)
    const removal = desk.annotations.remove(id)
    expect(desk.program.inputsOf('deleteAnnotation')).toEqual([])
    held.stop()
    await removal
    expect(desk.program.inputsOf('deleteAnnotation')).toMatchObject([{ id, revision: 1 }])
    expect(desk.shown()).toEqual([])
  })

  it('saves what was just typed first, so that it comes back with the highlight', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    desk.annotations.writeNote(id, 'typed a moment ago')
    await desk.annotations.remove(id)
    await desk.annotations.undo()
    expect(desk.stored()).toEqual(['four pages: typed a moment ago'])
  })

  it('only drops it where it never was on disk', async () => {
    const desk = await openDesk()
    desk.program.failNext('saveAnnotation', { code: 'disk-full', store: 'x' })
    const id = desk.mark('four pages')
    await desk.annotations.save(id)
    await desk.annotations.remove(id)
    expect(desk.shown()).toEqual([])
    expect(desk.program.inputsOf('deleteAnnotation')).toEqual([])
  })

  it('that fails leaves it on the page and says so', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'Why four?')
    desk.program.failNext('deleteAnnotation', { code: 'disk-full', store: 'x' })
    await desk.annotations.remove(id)
    expect(desk.shown()).toMatchObject([{ quote: 'four pages', note: 'Why four?' }])
    expect(toastsOf(desk)).toEqual(['toast.notDeleted'])
  })

  it('ends what was selected and written', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    desk.annotations.editNote(id)
    expect(desk.annotations.store.getState()).toMatchObject({ selectedId: id, editingId: id })
    await desk.annotations.remove(id)
    expect(desk.annotations.store.getState()).toMatchObject({ selectedId: null, editingId: null })
  })
})

describe('undo', () => {
  it('takes back the making of a highlight, and redo makes it again', async () => {
    const desk = await openDesk()
    await desk.markAndSave('four pages')
    await desk.annotations.undo()
    expect(desk.stored()).toEqual([])
    await desk.annotations.redo()
    expect(desk.stored()).toEqual(['four pages: '])
  })

  it('takes back a change of colour', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    desk.annotations.recolour(id, 'red')
    desk.annotations.recolour(id, 'blue')
    await desk.annotations.undo()
    expect(desk.entry(id)?.colour).toBe('red')
    await desk.annotations.undo()
    expect(desk.entry(id)?.colour).toBe('yellow')
    await desk.allSaved()
    expect(desk.program.storedAnnotations('lantern-treaty')).toMatchObject([{ colour: 'yellow' }])
  })

  it('takes changes back in the order in which they were made, the last one first', async () => {
    const desk = await openDesk()
    const first = await desk.markAndSave('lantern treaty')
    await desk.markAndSave('four pages')
    desk.annotations.recolour(first, 'green')
    await desk.annotations.undo()
    expect(desk.shown()).toMatchObject([{ colour: 'yellow' }, { quote: 'four pages' }])
    await desk.annotations.undo()
    expect(desk.stored()).toEqual(['lantern treaty: '])
  })

  it('passes over a highlight that another page has deleted', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    await desk.deleteElsewhere(id)
    await desk.annotations.undo()
    expect(desk.shown()).toEqual([])
  })

  it('of a deletion says so where it fails', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    await desk.annotations.remove(id)
    desk.program.failNext('restoreAnnotation', { code: 'disk-full', store: 'x' })
    await desk.annotations.undo()
    expect(desk.shown()).toEqual([])
    expect(toastsOf(desk)).toEqual(['toast.deleted', 'toast.notRestored'])
  })

  it('does nothing where there is nothing to take back', async () => {
    const desk = await openDesk()
    await desk.annotations.undo()
    expect(desk.shown()).toEqual([])
  })
})

describe('two keys that are pressed faster than the program answers', () => {
  it('undo and redo the making of a highlight in this order', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'Why four?')
    await desk.annotations.undo()
    await Promise.all([desk.annotations.undo(), desk.annotations.redo(), desk.annotations.redo()])
    await desk.allSaved()
    expect(desk.entry(id)).toMatchObject({ note: 'Why four?' })
    expect(desk.stored()).toEqual(['four pages: Why four?'])
    await desk.annotations.undo()
    await desk.annotations.undo()
    expect(desk.stored()).toEqual([])
  })

  it('undo and redo a deletion in this order', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    await desk.annotations.remove(id)
    await Promise.all([desk.annotations.undo(), desk.annotations.redo()])
    expect(desk.stored()).toEqual([])
    await desk.annotations.undo()
    expect(desk.stored()).toEqual(['four pages: '])
  })
})

describe('what cannot be undone because the program has gone', () => {
  it('can be undone once it is back, a deletion as well by its own message', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages', 'Why four?')
    await desk.annotations.remove(id)
    desk.program.goAway()
    await desk.annotations.undo()
    expect(toastsOf(desk)).toContain('toast.notRestored')
    desk.program.comeBack()
    pressToast(desk, 0)
    await expect.poll(desk.stored).toEqual(['four pages: Why four?'])
  })

  it('can be undone once it is back, the making of a highlight as well', async () => {
    const desk = await openDesk()
    await desk.markAndSave('four pages')
    desk.program.giveWay()
    await desk.annotations.undo()
    expect(toastsOf(desk)).toEqual(['toast.notDeleted'])
    desk.program.comeBack()
    await desk.annotations.undo()
    await expect.poll(desk.stored).toEqual([])
  })
})

describe('undoing the making of a highlight', () => {
  it('leaves it there where another page has written on it since', async () => {
    const desk = await openDesk()
    const id = await desk.markAndSave('four pages')
    await desk.changeElsewhere(id, { note: 'Theirs' })
    await desk.annotations.undo()
    expect(toastsOf(desk)).toEqual(['toast.changedSince'])
    expect(desk.stored()).toEqual(['four pages: Theirs'])
  })
})
