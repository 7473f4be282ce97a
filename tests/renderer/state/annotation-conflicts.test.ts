import { describe, expect, it } from 'vitest'
import type { AnnotationDesk } from './annotation-desk.ts'
import { openDesk } from './annotation-desk.ts'

/** A highlight that stands in conflict: "mine" on this page, "theirs" on disk, made while the page could not hear. */
async function openConflict(
  theirs: string | null = 'theirs',
  mine = 'mine',
): Promise<AnnotationDesk & { id: string }> {
  const desk = await openDesk()
  const id = await desk.markAndSave('four pages', 'before')
  desk.program.goAway()
  desk.annotations.writeNote(id, mine)
  await desk.annotations.save(id)
  if (theirs === null) await desk.deleteElsewhere(id)
  else await desk.changeElsewhere(id, { note: theirs, colour: 'red' })
  desk.program.comeBack()
  await expect.poll(() => desk.entry(id)?.save.kind).toBe('conflict')
  return { ...desk, id }
}

describe('a conflict', () => {
  it('shows the words of the page and those on disk, and loses neither', async () => {
    const { entry, id, stored } = await openConflict()
    expect(entry(id)).toMatchObject({
      note: 'mine',
      save: { kind: 'conflict', theirs: { note: 'theirs', revision: 3 } },
    })
    expect(stored()).toEqual(['four pages: theirs'])
  })

  it('counts as unsaved, is not saved by itself and outlives another reading', async () => {
    const { program, annotations, entry, id, stored } = await openConflict()
    const asked = program.inputsOf('saveAnnotation').length
    annotations.saveAll()
    await annotations.save(id)
    await annotations.load('lantern-treaty')
    expect(program.inputsOf('saveAnnotation')).toHaveLength(asked)
    expect(annotations.unsaved()).toHaveLength(1)
    expect(entry(id)).toMatchObject({ note: 'mine', save: { kind: 'conflict' } })
    expect(stored()).toEqual(['four pages: theirs'])
  })

  it.each([
    ['mine', 'mine', 'yellow'],
    ['theirs', 'theirs', 'red'],
    ['both', 'theirs\n\nmine', 'yellow'],
  ] as const)('ends with %s', async (choice, note, colour) => {
    const { annotations, entry, id, stored } = await openConflict()
    await annotations.resolveConflict(id, choice)
    expect(entry(id)).toMatchObject({ note, colour, save: { kind: 'saved' } })
    expect(stored()).toEqual([`four pages: ${note}`])
  })

  it.each([
    ['', 'mine', 'mine'],
    ['theirs', '', 'theirs'],
  ])('that ends with both of “%s” and “%s” adds no empty lines', async (theirs, mine, both) => {
    const { annotations, id, stored } = await openConflict(theirs, mine)
    await annotations.resolveConflict(id, 'both')
    expect(stored()).toEqual([`four pages: ${both}`])
  })

  it('with a deletion can bring the highlight back with the words of this page', async () => {
    const { annotations, entry, id, stored } = await openConflict(null)
    expect(entry(id)?.save).toMatchObject({ kind: 'conflict', theirs: { note: 'before' } })
    await annotations.resolveConflict(id, 'mine')
    expect(entry(id)).toMatchObject({ note: 'mine', save: { kind: 'saved' } })
    expect(stored()).toEqual(['four pages: mine'])
  })

  it('with a deletion can let the highlight go', async () => {
    const { annotations, shown, id, stored } = await openConflict(null)
    await annotations.resolveConflict(id, 'theirs')
    expect(shown()).toEqual([])
    expect(stored()).toEqual([])
  })

  it('that cannot be ended now keeps the words, to be tried again', async () => {
    const { program, annotations, entry, id, stored, allSaved } = await openConflict()
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'x' })
    await annotations.resolveConflict(id, 'mine')
    expect(entry(id)).toMatchObject({ note: 'mine', save: { kind: 'failed' } })
    annotations.saveAll()
    await allSaved()
    expect(stored()).toEqual(['four pages: mine'])
  })

  it('with a deletion that cannot be taken back now keeps the words and comes again', async () => {
    const { program, annotations, entry, id, stored } = await openConflict(null)
    program.failNext('restoreAnnotation', { code: 'program-unreachable' })
    await annotations.resolveConflict(id, 'mine')
    expect(entry(id)).toMatchObject({ note: 'mine', save: { kind: 'failed' } })
    await annotations.save(id)
    expect(entry(id)?.save.kind).toBe('conflict')
    await annotations.resolveConflict(id, 'mine')
    expect(stored()).toEqual(['four pages: mine'])
  })

  it('follows a third change to what is on disk', async () => {
    const { annotations, changeElsewhere, entry, id, stored } = await openConflict()
    await changeElsewhere(id, { note: 'theirs, again' })
    expect(entry(id)?.save).toMatchObject({ kind: 'conflict', theirs: { note: 'theirs, again' } })
    await annotations.resolveConflict(id, 'mine')
    expect(stored()).toEqual(['four pages: mine'])
  })

  it('is over where the other page comes to say the same', async () => {
    const { changeElsewhere, entry, id } = await openConflict()
    await changeElsewhere(id, { note: 'mine', colour: 'yellow' })
    expect(entry(id)).toMatchObject({ note: 'mine', save: { kind: 'saved' } })
  })
})

describe('a change of another page', () => {
  it('that meets words not yet saved becomes a conflict, and takes nothing away', async () => {
    const { annotations, markAndSave, changeElsewhere, entry, stored } = await openDesk()
    const id = await markAndSave('four pages', 'before')
    annotations.writeNote(id, 'mine, still typing')
    await changeElsewhere(id, { note: 'theirs' })
    expect(entry(id)).toMatchObject({
      note: 'mine, still typing',
      save: { kind: 'conflict', theirs: { note: 'theirs' } },
    })
    await annotations.save(id)
    expect(stored()).toEqual(['four pages: theirs'])
  })

  it('that deletes a highlight with words not yet saved becomes a conflict', async () => {
    const { annotations, markAndSave, deleteElsewhere, entry } = await openDesk()
    const id = await markAndSave('four pages', 'before')
    annotations.writeNote(id, 'mine, still typing')
    await deleteElsewhere(id)
    expect(entry(id)?.save).toMatchObject({ kind: 'conflict', theirs: { id } })
  })

  it('that says the same is no conflict', async () => {
    const { annotations, markAndSave, changeElsewhere, entry } = await openDesk()
    const id = await markAndSave('four pages', 'before')
    annotations.writeNote(id, 'the same thought')
    await changeElsewhere(id, { note: 'the same thought' })
    expect(entry(id)).toMatchObject({ note: 'the same thought', revision: 3, save: { kind: 'saved' } })
  })

  it('that was there first is met as a conflict by our own save', async () => {
    const { program, annotations, markAndSave, changeElsewhere, entry } = await openDesk()
    const id = await markAndSave('four pages', 'before')
    const held = program.hold('saveAnnotation')
    annotations.writeNote(id, 'mine')
    void annotations.save(id)
    await expect.poll(() => held.waiting()).toBe(1)
    await changeElsewhere(id, { note: 'theirs' })
    annotations.writeNote(id, 'mine, typed on')
    held.stop()
    await expect
      .poll(() => entry(id))
      .toMatchObject({
        note: 'mine, typed on',
        save: { kind: 'conflict', theirs: { note: 'theirs' } },
      })
  })
})
