// The changes that other files do not take back and do again: a place given anew, a conflict ended, notes on articles.
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { lantern, placeOf } from '../made-up-library.ts'
import type { AnnotationDesk } from './annotation-desk.ts'
import { openDesk } from './annotation-desk.ts'

const { contentHash } = lantern
const older = 'f'.repeat(64)

/** What is on disk of the first annotation. */
const first = ({ program }: AnnotationDesk): Annotation | undefined =>
  program.storedAnnotations(lantern.id)[0]

/** Where and how it hangs. */
function hanging(desk: AnnotationDesk) {
  const { anchor, carriedOver = null, note } = first(desk) ?? {}
  return { words: anchor?.exact, edition: anchor?.contentHash, carriedOver, note }
}

/** A highlight on "four pages" that a new edition has left without a place, or has moved. */
async function openStray(kind: 'lost' | 'moved') {
  const desk = await openDesk()
  const id = await desk.markAndSave('four pages', 'Why four?')
  const stored = first(desk)
  if (!stored?.anchor) throw new Error('the highlight is not on disk')
  const anchor = { ...stored.anchor, contentHash: older }
  desk.program.setStored(
    kind === 'lost'
      ? { ...stored, anchor, carriedOver: { kind: 'unanchored', missingIn: contentHash } }
      : { ...stored, carriedOver: { kind: 'moved', from: anchor, score: 0.7 } },
  )
  await desk.annotations.load(lantern.id)
  return { ...desk, id }
}

describe('giving a highlight a place again', () => {
  it('is taken back, so that it is lost as before, and done again', async () => {
    const desk = await openStray('lost')
    const before = hanging(desk)
    expect(desk.entry(desk.id)?.standing?.kind).toBe('lost')
    await desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'any hour') })
    const attached = { words: 'any hour', edition: contentHash, carriedOver: null, note: 'Why four?' }
    expect(hanging(desk)).toEqual(attached)
    await desk.annotations.undo()
    expect(hanging(desk)).toEqual(before)
    expect(desk.entry(desk.id)).toMatchObject({ standing: { kind: 'lost' }, save: { kind: 'saved' } })
    await desk.annotations.redo()
    expect(hanging(desk)).toEqual(attached)
    expect(desk.entry(desk.id)?.standing).toBeUndefined()
  })

  it('is taken back by its own message, after another change of it, which stays', async () => {
    const desk = await openStray('lost')
    const before = hanging(desk)
    await desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'any hour') })
    desk.annotations.writeNote(desk.id, 'Since then')
    desk.annotations.finishNote(desk.id)
    await desk.allSaved()
    desk.state.toasts.store.getState().toasts[0]?.action?.run()
    await expect.poll(() => hanging(desk)).toEqual({ ...before, note: 'Since then' })
  })

  it('keeps what is written and chosen before its answer has come', async () => {
    const desk = await openStray('lost')
    const held = desk.program.hold('attachAnnotation')
    const attaching = desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'any hour') })
    await expect.poll(() => held.waiting()).toBe(1)
    desk.annotations.writeNote(desk.id, 'Why five?')
    desk.annotations.finishNote(desk.id)
    held.stop()
    await attaching
    await desk.allSaved()
    const attached = { words: 'any hour', edition: contentHash, carriedOver: null }
    expect(hanging(desk)).toEqual({ ...attached, note: 'Why five?' })
    expect(desk.entry(desk.id)).toMatchObject({
      quote: 'any hour',
      note: 'Why five?',
      save: { kind: 'saved' },
    })
  })

  it('lets in what another page wrote meanwhile, also where its own answer is lost', async () => {
    const desk = await openStray('lost')
    const held = desk.program.hold('attachAnnotation')
    const attaching = desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'any hour') })
    await expect.poll(() => held.waiting()).toBe(1)
    await desk.changeElsewhere(desk.id, { note: 'theirs' })
    held.lose()
    await attaching
    expect(desk.entry(desk.id)).toMatchObject({ quote: 'any hour', note: 'theirs' })
    held.stop()
    desk.annotations.saveAll()
    await desk.allSaved()
    expect(hanging(desk)).toMatchObject({ words: 'any hour', note: 'theirs' })
  })

  it('is not seen before it can be taken back, however early the program tells of it', async () => {
    const desk = await openStray('lost')
    const before = hanging(desk)
    const held = desk.program.hold('attachAnnotation')
    const attaching = desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'any hour') })
    await expect.poll(() => hanging(desk).words).toBe('any hour')
    expect(desk.entry(desk.id)?.standing?.kind).toBe('lost')
    held.stop()
    await attaching
    await desk.annotations.undo()
    expect(hanging(desk)).toEqual(before)
  })

  it('where it was found is taken back as well: the reader is asked to look again', async () => {
    const desk = await openStray('moved')
    const before = hanging(desk)
    await desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'four pages') })
    expect(hanging(desk).carriedOver).toBeNull()
    await desk.annotations.undo()
    expect(hanging(desk)).toEqual(before)
    expect(desk.entry(desk.id)?.standing?.kind).toBe('moved')
  })

  it('that cannot be taken back says so and stays', async () => {
    const desk = await openStray('lost')
    await desk.annotations.attach(desk.id, { contentHash, ...placeOf(lantern, 'any hour') })
    desk.program.failNext('detachAnnotation', { code: 'annotation-not-found', annotationId: desk.id })
    await desk.annotations.undo()
    expect(hanging(desk)).toMatchObject({ words: 'any hour' })
    const messages = desk.state.toasts.store.getState().toasts.map(({ message }) => message)
    expect(messages).toContain('toast.notDetached')
  })

  it('by moving its ends is taken back too', async () => {
    const desk = await openStray('moved')
    const before = hanging(desk)
    const quote = 'to four pages'
    desk.annotations.moveEnds(desk.id, { ...placeOf(lantern, quote), contentHash, quote })
    await desk.allSaved()
    expect(hanging(desk)).toMatchObject({ words: quote, carriedOver: null })
    await desk.annotations.undo()
    await desk.allSaved()
    expect(hanging(desk)).toEqual(before)
  })
})

/** "mine" on this page, "theirs" on disk or deleted there. */
async function openConflict(theirs: string | null) {
  const desk = await openDesk()
  const id = await desk.markAndSave('four pages', 'before')
  desk.program.goAway()
  desk.annotations.writeNote(id, 'mine')
  desk.annotations.finishNote(id)
  if (theirs === null) await desk.deleteElsewhere(id)
  else await desk.changeElsewhere(id, { note: theirs, colour: 'red' })
  desk.program.comeBack()
  await expect.poll(() => desk.entry(id)?.save.kind).toBe('conflict')
  return { ...desk, id }
}

describe('ending a conflict', () => {
  it.each([
    ['mine', 'theirs', ['yellow mine', 'red theirs', 'yellow mine']],
    ['theirs', 'theirs', ['red theirs', 'yellow mine', 'red theirs']],
    ['both', 'theirs', ['yellow theirs\n\nmine', 'yellow mine', 'yellow theirs\n\nmine']],
    ['mine', null, ['yellow mine', 'none', 'yellow mine']],
    ['theirs', null, ['none', 'yellow mine', 'none']],
  ] as const)('with %s of “mine” and “%s” is taken back and done again', async (choice, theirs, steps) => {
    const desk = await openConflict(theirs)
    const onDisk = (): string => {
      const stored = first(desk)
      return stored?.deletedAt === null ? `${stored.colour} ${stored.note}` : 'none'
    }
    await desk.annotations.resolveConflict(desk.id, choice)
    const seen = [onDisk()]
    for (const step of [desk.annotations.undo, desk.annotations.redo]) {
      await step()
      await desk.allSaved()
      seen.push(onDisk())
    }
    expect(seen).toEqual(steps)
  })
})

describe('a note on the article as a whole', () => {
  it('is taken back and done again, and so are its colour and its tags', async () => {
    const desk = await openDesk()
    const id = desk.annotations.begin(lantern.id)
    desk.annotations.writeNote(id, 'On the whole')
    desk.annotations.finishNote(id)
    desk.annotations.recolour(id, 'red')
    desk.annotations.setTags(id, ['Form'])
    await desk.allSaved()
    const onDisk = () => {
      const { colour, tags, note, deletedAt } = first(desk) ?? {}
      return deletedAt === null ? [note, colour, tags?.join() ?? ''] : []
    }
    const ways = [
      ['On the whole', 'red', 'Form'],
      ['On the whole', 'red', ''],
      ['On the whole', null, ''],
      [],
    ]
    for (const [at, way] of ways.entries()) {
      if (at > 0) await desk.annotations.undo()
      await desk.allSaved()
      expect(onDisk()).toEqual(way)
    }
    for (const way of ways.toReversed().slice(1)) {
      await desk.annotations.redo()
      await desk.allSaved()
      expect(onDisk()).toEqual(way)
    }
  })
})

describe('the look of a highlight', () => {
  it('that was taken back is done again', async () => {
    const desk = await openDesk()
    desk.annotations.restyle(await desk.markAndSave('four pages'), 'underline')
    await desk.annotations.undo()
    await desk.annotations.redo()
    await desk.allSaved()
    expect(first(desk)?.style).toBe('underline')
  })
})
