// Saving, listing, and stores that cannot write: what is kept, what is refused, what a repeated request does.
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { BookwheelError } from '../../../../electron/contract/errors.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import { createAnnotationService } from '../../../../electron/services/annotations/create-annotation-service.ts'
import type { Outcome } from './annotation-desk.ts'
import {
  articleOf,
  draft,
  firstEdition,
  firstId,
  made,
  openDesk,
  outcomeOf,
  refused,
  repeated,
  secondEdition,
  secondId,
  text,
} from './annotation-desk.ts'

describe('saving a new annotation', () => {
  it('keeps it at revision 1, anchored in the words of the article', () => {
    const { service, stores, events } = openDesk()
    expect(service.save(draft)).toEqual(made)
    expect(stores.annotations('treaty').read()).toEqual([made])
    expect(events).toEqual([{ type: 'annotation-changed', annotation: made }])
  })

  it('keeps overlapping annotations and ones across paragraphs', () => {
    const { service } = openDesk()
    service.save(draft)
    const across = service.save({ ...draft, id: secondId, start: 4, end: 25 })
    expect(across.anchor?.exact).toBe('eaty was signed.\nBoth')
    expect(service.list('treaty').map(({ id }) => id)).toEqual([firstId, secondId])
  })

  it('refuses an article that the library lacks', () => {
    const desk = openDesk()
    const stray = { ...draft, articleId: 'lost' }
    expect(outcomeOf(desk, () => desk.service.save(stray))).toEqual(
      refused({ code: 'article-not-found', articleId: 'lost' }),
    )
    expect(outcomeOf(desk, () => desk.service.save({ ...stray, revision: 1 }))).toEqual(
      refused({ code: 'article-not-found', articleId: 'lost' }),
    )
  })

  it('refuses a position in another edition of the article', () => {
    const desk = openDesk()
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, contentHash: secondEdition }))).toEqual(
      refused({ code: 'article-changed', articleId: 'treaty' }),
    )
  })

  it.each([
    ['empty', 2, 2],
    ['out-of-range', -1, 4],
    ['out-of-range', 0, text.length + 1],
    ['inside-surrogate-pair', text.indexOf('🗺') + 1, text.length],
  ] as const)('refuses a range that is %s: %i to %i', (problem, start, end) => {
    const desk = openDesk()
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, start, end }))).toEqual(
      refused({ code: 'invalid-range', problem, start, end, length: text.length }),
    )
  })

  it('refuses a change to an annotation that is not stored', () => {
    const desk = openDesk()
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, revision: 3 }))).toEqual(
      refused({ code: 'annotation-not-found', annotationId: firstId }),
    )
  })

  it('changes nothing when it is sent again', () => {
    const desk = openDesk()
    desk.service.save(draft)
    expect(outcomeOf(desk, () => desk.service.save(draft))).toEqual(repeated(made))
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, revision: 9 }))).toEqual(repeated(made))
  })

  it('conflicts where the id is taken by other content', () => {
    const desk = openDesk()
    desk.service.save(draft)
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, note: 'Another' }))).toEqual(
      refused({ code: 'conflict', stored: made }),
    )
  })
})

describe('changing an annotation', () => {
  it('keeps its time of making and counts the revision', () => {
    const { service, stores, events } = openDesk()
    service.save(draft)
    const change = { ...draft, revision: 1, start: 0, end: 8, colour: 'red', note: 'Found it.' } as const
    const changed: Annotation = {
      ...made,
      anchor: { ...made.anchor, start: 0, exact: 'A treaty', prefix: '' },
      colour: 'red',
      note: 'Found it.',
      updatedAt: 2,
      revision: 2,
    }
    expect(service.save(change)).toEqual(changed)
    expect(stores.annotations('treaty').read()).toEqual([changed])
    expect(events.at(-1)).toEqual({ type: 'annotation-changed', annotation: changed })
  })

  it('changes nothing when the change is sent again', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const change = { ...draft, revision: 1, note: 'Found it.' }
    const changed = desk.service.save(change)
    expect(outcomeOf(desk, () => desk.service.save(change))).toEqual(repeated(changed))
  })

  it('conflicts where somebody else was faster, and tells what is stored', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const stored = desk.service.save({ ...draft, revision: 1, note: 'From the other window' })
    const late = { ...draft, revision: 1, note: 'From this window' }
    expect(outcomeOf(desk, () => desk.service.save(late))).toEqual(refused({ code: 'conflict', stored }))
  })

  it('conflicts where the revision was never given out', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const early = { ...draft, revision: 2, note: 'Found it.' }
    expect(outcomeOf(desk, () => desk.service.save(early))).toEqual(
      refused({ code: 'conflict', stored: made }),
    )
  })

  it('conflicts where it was deleted meanwhile, even with the same content', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const stored = desk.service.delete({ id: firstId, articleId: 'treaty', revision: 1 })
    expect(stored.deletedAt).toBe(2)
    for (const late of [draft, { ...draft, revision: 2 }, { ...draft, revision: 2, note: 'Late' }]) {
      expect(outcomeOf(desk, () => desk.service.save(late))).toEqual(refused({ code: 'conflict', stored }))
    }
  })

  it('refuses a bad range and leaves the old one', () => {
    const desk = openDesk()
    desk.service.save(draft)
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, revision: 1, end: 999 }))).toEqual(
      refused({ code: 'invalid-range', problem: 'out-of-range', start: 2, end: 999, length: text.length }),
    )
  })
})

describe('changing an annotation of an earlier edition', () => {
  it('edits colour and note and leaves the anchor as it was', () => {
    const { service, articles } = openDesk()
    service.save(draft)
    articles.set('treaty', articleOf(secondEdition))
    const changed = service.save({ ...draft, revision: 1, colour: 'blue', note: 'Still true' })
    expect(changed).toEqual({ ...made, colour: 'blue', note: 'Still true', updatedAt: 2, revision: 2 })
  })

  it('does so as well where the article is out of the library', () => {
    const { service, articles } = openDesk()
    service.save(draft)
    articles.clear()
    expect(service.save({ ...draft, revision: 1, note: 'Still true' }).note).toBe('Still true')
  })

  it('refuses another range in the old edition', () => {
    const desk = openDesk()
    desk.service.save(draft)
    desk.articles.set('treaty', articleOf(secondEdition))
    expect(outcomeOf(desk, () => desk.service.save({ ...draft, revision: 1, end: 9 }))).toEqual(
      refused({ code: 'article-changed', articleId: 'treaty' }),
    )
  })

  it('hangs it on the new edition where the page names that', () => {
    const { service, articles } = openDesk()
    service.save(draft)
    articles.set('treaty', articleOf(secondEdition))
    const moved = service.save({ ...draft, revision: 1, contentHash: secondEdition })
    expect(moved.anchor).toEqual({ ...made.anchor, contentHash: secondEdition })
    expect(moved.revision).toBe(2)
  })
})

describe('listing annotations', () => {
  it('answers them in text order, whatever the order of making', () => {
    const { service } = openDesk()
    service.save({ ...draft, start: 9, end: 12 })
    service.save({ ...draft, id: secondId })
    expect(service.list('treaty').map(({ anchor }) => anchor?.exact)).toEqual(['treaty', 'was'])
  })

  it('answers nothing for an article without any', () => {
    expect(openDesk().service.list('treaty')).toEqual([])
  })

  it('answers the notes of an article that was taken out of the library', () => {
    const { service, articles } = openDesk()
    service.save(draft)
    articles.clear()
    expect(service.list('treaty')).toEqual([made])
  })

  it.each(['lost', '../../etc/passwd', 'CON', 'con', ''])('does not know the article %j', (articleId) => {
    const { service } = openDesk()
    expect(() => service.list(articleId)).toThrow(new Failure({ code: 'article-not-found', articleId }))
  })

  it('asks for no store under an id that cannot be a file name', () => {
    const service = createAnnotationService({
      stores: { annotations: (id) => expect.unreachable(`a store was asked for ${id}`) },
      readArticle: (articleId) => {
        throw new Failure({ code: 'article-not-found', articleId })
      },
      publish: () => undefined,
      clock: () => 0,
    })
    expect(() => service.list('../settings')).toThrow(
      new Failure({ code: 'article-not-found', articleId: '../settings' }),
    )
  })
})

describe('a store that cannot write', () => {
  const target = { id: firstId, articleId: 'treaty', revision: 1 }
  const diskFull: BookwheelError = { code: 'disk-full', store: 'annotations/treaty' }

  it('makes every change fail, and nothing has changed', () => {
    const desk = openDesk()
    const { service, stores } = desk
    const outcomes: Outcome[] = []
    const fail = (action: () => unknown): void => {
      stores.failNextWrite(diskFull)
      outcomes.push(outcomeOf(desk, action))
    }
    fail(() => service.save(draft))
    service.save(draft)
    fail(() => service.save({ ...draft, revision: 1, note: 'Lost?' }))
    fail(() => service.delete(target))
    service.delete(target)
    fail(() => service.restore({ ...target, revision: 2 }))
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => refused(diskFull)))
  })

  it('lets the same request succeed later', () => {
    const { service, stores } = openDesk()
    stores.failNextWrite(diskFull)
    expect(() => service.save(draft)).toThrow(new Failure(diskFull))
    expect(service.save(draft)).toMatchObject({ revision: 1, note: draft.note })
  })

  it('says that the program only reads', () => {
    const desk = openDesk({ kind: 'not-writable' })
    expect(outcomeOf(desk, () => desk.service.save(draft))).toEqual(
      refused({
        code: 'read-only',
        reason: { kind: 'not-writable' },
      }),
    )
  })
})

describe('attaching', () => {
  const target = { id: firstId, articleId: 'treaty', revision: 1, contentHash: firstEdition }
  const moved: Annotation = { ...made, carriedOver: { kind: 'moved', from: made.anchor, score: 0.7 } }

  it('hangs an annotation where the reader says, as if it had been made there', () => {
    const { service, stores, events } = openDesk()
    stores.annotations('treaty').replace([moved])
    const attached = service.attach({ ...target, start: 9, end: 19 })
    expect(attached).toMatchObject({ anchor: { start: 9, end: 19 }, note: made.note, revision: 2 })
    expect(attached.carriedOver).toBeUndefined()
    expect(stores.annotations('treaty').read()).toEqual([attached])
    expect(events).toEqual([{ type: 'annotation-changed', annotation: attached }])
  })

  it('to the place that was found says that it is right; said again it changes nothing', () => {
    const { service, stores } = openDesk()
    stores.annotations('treaty').replace([moved])
    const attached = service.attach({ ...target, start: 2, end: 8 })
    expect(attached).toEqual({ ...made, updatedAt: 1, revision: 2 })
    expect(service.attach({ ...target, start: 2, end: 8 })).toEqual(attached)
  })

  it('refuses a stale revision, a deleted annotation, one that is not there and a wrong place', () => {
    const desk = openDesk()
    const wish = { ...target, start: 9, end: 19 }
    const attempt = (): Outcome => outcomeOf(desk, () => desk.service.attach(wish))
    expect(attempt()).toEqual(refused({ code: 'annotation-not-found', annotationId: firstId }))
    desk.stores.annotations('treaty').replace([{ ...moved, revision: 2 }])
    expect(attempt()).toMatchObject(refused({ code: 'conflict', stored: { ...moved, revision: 2 } }))
    desk.stores.annotations('treaty').replace([{ ...moved, deletedAt: 4 }])
    expect(attempt()).toMatchObject(refused({ code: 'conflict', stored: { ...moved, deletedAt: 4 } }))
    desk.stores.annotations('treaty').replace([moved])
    const outside = outcomeOf(desk, () => desk.service.attach({ ...wish, end: text.length + 1 }))
    expect(outside).toMatchObject({ error: { code: 'invalid-range' } })
  })

  it('elsewhere by an edit of the place forgets what was found before', () => {
    const { service, stores } = openDesk()
    stores.annotations('treaty').replace([moved])
    expect(service.save({ ...draft, revision: 1, start: 9, end: 19 }).carriedOver).toBeUndefined()
    stores.annotations('treaty').replace([moved])
    expect(service.save({ ...draft, revision: 1, note: 'Else' }).carriedOver).toEqual(moved.carriedOver)
  })
})

describe('taking an attachment back', () => {
  const target = { id: firstId, articleId: 'treaty', revision: 1 }
  const wish = { ...target, contentHash: firstEdition, start: 9, end: 19 }
  const moved: Annotation = { ...made, carriedOver: { kind: 'moved', from: made.anchor, score: 0.7 } }
  const lostAnchor = { ...made.anchor, contentHash: secondEdition }
  const lost: Annotation = {
    ...made,
    anchor: lostAnchor,
    carriedOver: { kind: 'unanchored', missingIn: firstEdition },
  }

  it.each([
    ['that was lost', lost],
    ['that was moved', moved],
  ])('hangs an annotation %s as it hung before, with what was changed since', (_how, before) => {
    const { service, stores, events } = openDesk()
    stores.annotations('treaty').replace([before])
    service.attach(wish)
    service.save({ ...draft, revision: 2, start: 9, end: 19, note: 'Since then' })
    const back = service.detach({ ...target, revision: 3 })
    expect(back).toEqual({ ...before, note: 'Since then', updatedAt: 3, revision: 4 })
    expect(stores.annotations('treaty').read()).toEqual([back])
    expect(events.at(-1)).toEqual({ type: 'annotation-changed', annotation: back })
    expect(service.detach({ ...target, revision: 3 })).toEqual(back)
  })

  it('refuses what this run has hung nowhere, a stale revision and a deleted annotation', () => {
    const desk = openDesk()
    desk.stores.annotations('treaty').replace([lost])
    const attempt = (revision: number): Outcome =>
      outcomeOf(desk, () => desk.service.detach({ ...target, revision }))
    expect(attempt(1)).toEqual(refused({ code: 'annotation-not-found', annotationId: firstId }))
    const stored = desk.service.attach(wish)
    expect(attempt(1)).toEqual(refused({ code: 'conflict', stored }))
    const deleted = desk.service.delete({ ...target, revision: 2 })
    expect(attempt(3)).toEqual(refused({ code: 'conflict', stored: deleted }))
  })

  it('is what moving the ends back does as well: then it is found, not chosen, again', () => {
    const { service, stores } = openDesk()
    stores.annotations('treaty').replace([moved])
    const elsewhere = service.save({ ...draft, revision: 1, start: 2, end: 12 })
    expect(elsewhere.carriedOver).toBeUndefined()
    const back = service.save({ ...draft, revision: 2 })
    expect(back).toMatchObject({ anchor: moved.anchor, carriedOver: moved.carriedOver, revision: 3 })
  })
})
