import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import { openDesk } from './annotation-desk.ts'

const saved = { kind: 'saved' }

/** A desk with one saved highlight, and what was asked to be saved since. */
async function openNote() {
  const desk = await openDesk()
  const id = desk.mark('four pages')
  await desk.annotations.save(id)
  const asked = (): unknown[] => desk.program.inputsOf('saveAnnotation').slice(1)
  return { ...desk, id, asked }
}

describe('a new highlight', () => {
  it('shows at once and is said to be saved only when the program has answered', async () => {
    const { program, mark, shown, allSaved } = await openDesk()
    const held = program.hold('saveAnnotation')
    mark('four pages', 'green')
    await expect.poll(() => held.waiting()).toBe(1)
    expect(shown()).toEqual([{ quote: 'four pages', colour: 'green', note: '', save: { kind: 'saving' } }])
    held.stop()
    await allSaved()
    expect(shown()).toEqual([{ quote: 'four pages', colour: 'green', note: '', save: saved }])
  })

  it('stands in text order, whatever the order in which it was made', async () => {
    const { mark, shown } = await openDesk()
    for (const words of ['four pages', 'lantern treaty', 'first night', 'first night of February'])
      mark(words)
    expect(shown().map(({ quote }) => quote)).toEqual([
      'first night',
      'first night of February',
      'lantern treaty',
      'four pages',
    ])
  })

  it('that the program refuses stays on the page with the reason', async () => {
    const { program, mark, shown } = await openDesk()
    const error = { code: 'disk-full', store: 'annotations/lantern-treaty' } as const
    program.failNext('saveAnnotation', error)
    mark('four pages')
    await expect.poll(shown).toMatchObject([{ quote: 'four pages', save: { kind: 'failed', error } }])
  })
})

describe('a note', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is saved after a rest in typing, not at every letter', async () => {
    const { annotations, id, asked, entry } = await openNote()
    for (const note of ['W', 'Wh', 'Why']) {
      annotations.writeNote(id, note)
      await vi.advanceTimersByTimeAsync(399)
    }
    expect(asked()).toEqual([])
    expect(entry(id)).toMatchObject({ note: 'Why', save: { kind: 'pending' } })
    await vi.advanceTimersByTimeAsync(1)
    expect(asked()).toMatchObject([{ note: 'Why', revision: 1 }])
    expect(entry(id)).toMatchObject({ revision: 2, save: saved })
  })

  it('is saved at once by save(), and not a second time after the rest', async () => {
    const { annotations, id, asked, stored } = await openNote()
    annotations.writeNote(id, 'Why four?')
    await annotations.save(id)
    expect(stored()).toEqual(['four pages: Why four?'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked()).toHaveLength(1)
  })

  it('that is as it was is not saved again', async () => {
    const { annotations, id, asked } = await openNote()
    annotations.writeNote(id, '')
    await annotations.save(id)
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked()).toEqual([])
  })

  it('typed on while it is saved follows with the revision that was answered', async () => {
    const { program, annotations, id, asked, entry, stored } = await openNote()
    const held = program.hold('saveAnnotation')
    annotations.writeNote(id, 'Why')
    void annotations.save(id)
    await vi.advanceTimersByTimeAsync(0)
    annotations.writeNote(id, 'Why four')
    annotations.writeNote(id, 'Why four?')
    expect(asked()).toHaveLength(1)
    held.release()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked()).toMatchObject([
      { note: 'Why', revision: 1 },
      { note: 'Why four?', revision: 2 },
    ])
    held.stop()
    await vi.advanceTimersByTimeAsync(1000)
    expect(entry(id)).toMatchObject({ note: 'Why four?', revision: 3, save: saved })
    expect(stored()).toEqual(['four pages: Why four?'])
    expect(asked()).toHaveLength(2)
  })

  it('is on its way once at a time, however often it is saved', async () => {
    const { program, annotations, id } = await openNote()
    const held = program.hold('saveAnnotation')
    annotations.writeNote(id, 'Why?')
    const saves = [annotations.save(id), annotations.save(id), annotations.save(id)]
    await vi.advanceTimersByTimeAsync(0)
    expect(held.waiting()).toBe(1)
    held.stop()
    await Promise.all(saves)
  })
})

describe('what could not be saved', () => {
  it('keeps its words, counts as unsaved and is tried again by saveAll()', async () => {
    const { program, annotations, mark, stored, allSaved } = await openDesk()
    program.failNext('saveAnnotation', { code: 'write-failed', store: 'x', systemCode: 'EIO' })
    const id = mark('four pages')
    await annotations.save(id)
    program.failNext('saveAnnotation', { code: 'write-failed', store: 'x', systemCode: 'EIO' })
    annotations.writeNote(id, 'Why four?')
    await annotations.save(id)
    expect(annotations.unsaved()).toMatchObject([{ note: 'Why four?', save: { kind: 'failed' } }])

    annotations.saveAll()
    await allSaved()
    expect(stored()).toEqual(['four pages: Why four?'])
  })

  it('is saved as soon as the program is back', async () => {
    const { program, annotations, markAndSave, mark, entry, stored, allSaved } = await openDesk()
    const id = await markAndSave('four pages')
    program.goAway()
    annotations.writeNote(id, 'Written while nobody listened')
    await annotations.save(id)
    const second = mark('lantern treaty')
    await annotations.save(second)
    const failed = { kind: 'failed', error: { code: 'program-unreachable' } }
    expect([entry(id)?.save, entry(second)?.save]).toEqual([failed, failed])

    program.comeBack()
    await allSaved()
    expect(stored()).toEqual(['lantern treaty: ', 'four pages: Written while nobody listened'])
  })

  it('is not made twice where only the answer was lost', async () => {
    const { program, annotations, mark, entry, stored } = await openDesk()
    const held = program.hold('saveAnnotation')
    const id = mark('four pages')
    await expect.poll(() => held.waiting()).toBe(1)
    held.lose()
    await expect.poll(() => entry(id)?.save.kind).toBe('failed')
    held.stop()
    await annotations.save(id)
    expect(entry(id)).toMatchObject({ revision: 1, save: saved })
    expect(stored()).toEqual(['four pages: '])
  })

  it('stays unsaved in a program that only reads', async () => {
    const readOnly = { kind: 'not-writable' } as const
    const { annotations, mark, entry } = await openDesk({ readOnly })
    const id = mark('four pages')
    await annotations.save(id)
    expect(entry(id)?.save).toEqual({ kind: 'failed', error: { code: 'read-only', reason: readOnly } })
  })

  it('says so where its place falls inside one character', async () => {
    const { annotations, entry } = await openDesk()
    const lamp = placeOf(lantern, '🏮')
    const { id: articleId, contentHash } = lantern
    const place = { start: lamp.start, end: lamp.start + 1 }
    const id = annotations.create({ articleId, contentHash, ...place, quote: '?', colour: 'red' })
    await annotations.save(id)
    expect(entry(id)?.save).toMatchObject({
      kind: 'failed',
      error: { code: 'invalid-range', problem: 'inside-surrogate-pair' },
    })
  })
})

describe('load()', () => {
  it('shows what is on disk, in text order', async () => {
    const { annotations, markAndSave, shown } = await openDesk()
    await markAndSave('four pages', 'Why four?')
    await markAndSave('lantern treaty')
    await annotations.load(lantern.id)
    expect(shown()).toEqual([
      { quote: 'lantern treaty', colour: 'yellow', note: '', save: saved },
      { quote: 'four pages', colour: 'yellow', note: 'Why four?', save: saved },
    ])
  })

  it('leaves what is not saved yet as the reader left it', async () => {
    const { program, annotations, markAndSave, shown } = await openDesk()
    const id = await markAndSave('four pages', 'On disk')
    await markAndSave('lantern treaty')
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'x' })
    annotations.writeNote(id, 'On the page')
    await annotations.save(id)
    await annotations.load(lantern.id)
    expect(shown()).toMatchObject([
      { quote: 'lantern treaty', save: saved },
      { quote: 'four pages', note: 'On the page', save: { kind: 'failed' } },
    ])
  })

  it('does not lose what was made and saved while the list was on its way', async () => {
    const { program, annotations, markAndSave, shown } = await openDesk()
    const held = program.hold('listAnnotations')
    const loading = annotations.load(lantern.id)
    await expect.poll(() => held.waiting()).toBe(1)
    await markAndSave('four pages', 'Why four?')
    held.stop()
    await loading
    expect(shown()).toMatchObject([{ quote: 'four pages', note: 'Why four?' }])
  })

  it('does not bring back what was changed or deleted while the list was on its way', async () => {
    const { program, annotations, markAndSave, shown } = await openDesk()
    const changed = await markAndSave('lantern treaty', 'before')
    const deleted = await markAndSave('four pages')
    const held = program.hold('listAnnotations')
    const loading = annotations.load(lantern.id)
    await expect.poll(() => held.waiting()).toBe(1)
    annotations.writeNote(changed, 'after')
    await annotations.save(changed)
    await annotations.remove(deleted)
    held.stop()
    await loading
    expect(shown()).toMatchObject([{ quote: 'lantern treaty', note: 'after' }])
  })
})

describe('another page', () => {
  it('that makes, changes or deletes a highlight is followed where nothing is unsaved', async () => {
    const { program, markAndSave, changeElsewhere, deleteElsewhere, shown } = await openDesk()
    const id = await markAndSave('four pages', 'mine')
    await changeElsewhere(id, { note: 'theirs', colour: 'red' })
    expect(shown()).toEqual([{ quote: 'four pages', colour: 'red', note: 'theirs', save: saved }])

    const { id: articleId, contentHash } = lantern
    const place = placeOf(lantern, 'lantern treaty')
    const draft = { id: crypto.randomUUID(), articleId, contentHash, revision: 0, ...place }
    await program.otherPage.saveAnnotation({ ...draft, colour: 'blue', note: '' })
    expect(shown().map(({ quote }) => quote)).toEqual(['lantern treaty', 'four pages'])

    await deleteElsewhere(id)
    expect(shown().map(({ quote }) => quote)).toEqual(['lantern treaty'])
  })

  it('does not make an article look as if all of its highlights had been read', async () => {
    const { program, annotations } = await openDesk()
    const { id: articleId, contentHash } = harbour
    const place = placeOf(harbour, 'plain words')
    const draft = { id: crypto.randomUUID(), articleId, contentHash, revision: 0, ...place }
    await program.otherPage.saveAnnotation({ ...draft, colour: 'blue', note: '' })
    expect(annotations.store.getState().byArticle[articleId]).toBeUndefined()
  })

  it('does not take the page back to an older revision', async () => {
    const { program, annotations, markAndSave, entry } = await openDesk()
    const id = await markAndSave('four pages', 'older')
    const [older] = program.storedAnnotations(lantern.id)
    if (!older) throw new Error('nothing is on disk')
    annotations.writeNote(id, 'newer')
    await annotations.save(id)
    program.deliver({ type: 'annotation-changed', annotation: older })
    expect(entry(id)).toMatchObject({ note: 'newer', save: saved })
  })

  it('that changes a highlight while ours is on its way is followed afterwards', async () => {
    const { program, annotations, markAndSave, changeElsewhere, entry, allSaved } = await openDesk()
    const id = await markAndSave('four pages')
    const held = program.hold('saveAnnotation')
    annotations.writeNote(id, 'mine')
    void annotations.save(id)
    await expect.poll(() => held.waiting()).toBe(1)
    await changeElsewhere(id, { note: 'theirs, after mine' })
    expect(entry(id)).toMatchObject({ note: 'mine', save: { kind: 'saving' } })
    held.stop()
    await allSaved()
    expect(entry(id)).toMatchObject({ note: 'theirs, after mine', save: saved })
  })
})
