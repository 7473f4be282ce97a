// The trash over stores without a disk: what it lists, what goes for good, and what a wrong clock cannot do.
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { ArticleSummary, Collection } from '../../../../electron/contract/article.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import { trashTime } from '../../../../electron/contract/trash.ts'
import { createTrashService } from '../../../../electron/services/trash/create-trash-service.ts'
import { purgeTrash } from '../../../../electron/services/trash/purge-trash.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'
import { articleOf, firstEdition } from '../annotations/annotation-desk.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

const day = 24 * 60 * 60 * 1000
const start = Date.UTC(2026, 10, 3)

function deleted(number: number, deletedAt: number, articleId = 'treaty'): Annotation {
  return { ...sampleAnnotation(number, articleId), deletedAt, revision: 2 }
}

const targetOf = ({ id, articleId, revision }: Annotation) => ({ id, articleId, revision })

function open(annotations: readonly Annotation[] = []) {
  const stores = createInMemoryStores()
  for (const annotation of annotations) {
    const store = stores.annotations(annotation.articleId)
    store.replace([...store.read(), annotation])
  }
  const events: BookwheelEvent[] = []
  const { blocks: _blocks, ...summary } = articleOf(firstEdition)
  const known = new Map<string, ArticleSummary>([['treaty', summary]])
  const collections: Collection[] = [{ id: 'bundled', articleCount: 1, removed: false }]
  const clock = { now: start }
  const trash = createTrashService({
    stores,
    publish: (event) => events.push(event),
    clock: () => clock.now,
    describeArticle: (articleId) => known.get(articleId) ?? null,
    collections: () => collections,
  })
  const left = (articleId = 'treaty') =>
    stores
      .annotations(articleId)
      .read()
      .map(({ id }) => id)
  return { stores, trash, events, collections, clock, left }
}

describe('the list of the trash', () => {
  it('has what is deleted and nothing else, the one deleted last first', () => {
    const { trash } = open([
      sampleAnnotation(1),
      deleted(2, start - 5),
      deleted(3, start - 1, 'lost'),
      deleted(4, start - 9),
    ])
    const { annotations } = trash.list()
    expect(annotations.map(({ annotation }) => annotation.note.slice(0, 6))).toEqual([
      'Note 3',
      'Note 2',
      'Note 4',
    ])
    expect(annotations[1]).toEqual({
      annotation: deleted(2, start - 5),
      deletedAt: start - 5,
      goesAt: start - 5 + trashTime,
      article: { id: 'treaty', title: 'A treaty' },
    })
  })

  it('tells an article that the library lacks by its id', () => {
    const { trash } = open([deleted(1, start, 'lost')])
    expect(trash.list().annotations[0]?.article).toEqual({ id: 'lost', title: null })
  })

  it('has the collections that were taken out, with the notes that hang on them', () => {
    const { trash, collections } = open([
      sampleAnnotation(1),
      sampleAnnotation(2),
      deleted(3, start),
      sampleAnnotation(4, 'lost'),
    ])
    expect(trash.list().collections).toEqual([])
    collections[0] = { id: 'bundled', articleCount: 1, removed: true }
    expect(trash.list().collections).toEqual([{ id: 'bundled', articleCount: 1, noteCount: 2 }])
  })
})

describe('deleting for good', () => {
  it('removes what was named, in every article, and tells all pages once', () => {
    const one = deleted(1, start)
    const two = deleted(2, start, 'lost')
    const { trash, left, events } = open([one, two, deleted(3, start), sampleAnnotation(4)])
    expect(trash.deleteForGood([targetOf(one), targetOf(two)])).toBe(2)
    expect(left()).toEqual([deleted(3, start).id, sampleAnnotation(4).id])
    expect(left('lost')).toEqual([])
    expect(events).toEqual([{ type: 'annotations-changed' }])
  })

  it('leaves what is not deleted, or has changed since the page saw it', () => {
    const one = deleted(1, start)
    const { trash, left, events } = open([one, sampleAnnotation(2)])
    const targets = [{ ...targetOf(one), revision: 1 }, targetOf(sampleAnnotation(2))]
    expect(trash.deleteForGood(targets)).toBe(0)
    expect(left()).toHaveLength(2)
    expect(events).toEqual([])
  })

  it('passes over what has gone already', () => {
    const { trash } = open()
    expect(trash.deleteForGood([targetOf(deleted(1, start))])).toBe(0)
  })

  it('keeps the annotation where it cannot be written, and says so', () => {
    const one = deleted(1, start)
    const { trash, stores, left, events } = open([one])
    stores.failNextWrite({ code: 'disk-full', store: 'annotations/treaty' })
    expect(() => trash.deleteForGood([targetOf(one)])).toThrow('disk-full')
    expect(left()).toEqual([one.id])
    expect(events).toEqual([])
  })
})

describe('thirty days after a deletion', () => {
  it('an annotation goes, at the second look that finds it overdue', () => {
    const { trash, clock, left, events } = open([
      deleted(1, start),
      deleted(2, start + 5 * day),
      sampleAnnotation(3),
    ])
    clock.now = start + 29 * day
    expect(trash.removeOverdue()).toBe(0)
    clock.now = start + 30 * day
    expect(trash.removeOverdue()).toBe(0)
    clock.now = start + 31 * day
    expect(trash.removeOverdue()).toBe(1)
    expect(left()).toEqual([deleted(2, 0).id, sampleAnnotation(3).id])
    expect(events).toEqual([{ type: 'annotations-changed' }])
  })

  it('nothing goes while the clock is wrong for a day, and afterwards', () => {
    const { trash, clock, left } = open([deleted(1, start)])
    trash.removeOverdue()
    clock.now = Date.UTC(2076, 0, 1)
    expect(trash.removeOverdue()).toBe(0)
    clock.now = start + 2 * day
    expect(trash.removeOverdue()).toBe(0)
    clock.now = start + 4 * day
    expect(trash.removeOverdue()).toBe(0)
    expect(left()).toHaveLength(1)
  })

  it('begins again at the next start where it was cut off', () => {
    const { trash, stores, clock, left } = open([deleted(1, start)])
    clock.now = start + 40 * day
    trash.removeOverdue()
    clock.now = start + 41 * day
    stores.failNextWrite({ code: 'disk-full', store: 'annotations/treaty' })
    expect(() => trash.removeOverdue()).toThrow('disk-full')
    expect(left()).toHaveLength(1)
    expect(trash.removeOverdue()).toBe(1)
  })
})

describe('an empty trash', () => {
  it('writes nothing', () => {
    const { trash, stores } = open([sampleAnnotation(1)])
    trash.removeOverdue()
    expect(stores.trash.read()).toEqual({ checkedAt: null })
  })
})

describe('clearing the trash at a start', () => {
  const lines: string[] = []
  const log = {
    info: (message: string) => lines.push(message),
    error: (message: string) => lines.push(message),
  }

  it('goes on where a store cannot be written, with a line in the log', () => {
    const { trash, stores, clock } = open([deleted(1, start - 40 * day)])
    trash.removeOverdue()
    clock.now += day
    stores.failNextWrite({ code: 'disk-full', store: 'annotations/treaty' })
    purgeTrash({ trash, readOnly: null, log })
    expect(lines.splice(0)).toEqual(['trash: what is overdue could not be removed'])
    purgeTrash({ trash, readOnly: null, log })
    expect(lines.splice(0)).toEqual([expect.stringContaining('1 annotation')])
  })

  it('does not happen where nothing may be written', () => {
    const { trash, stores, left, clock } = open([deleted(1, start - 40 * day)])
    trash.removeOverdue()
    clock.now += day
    purgeTrash({ trash, readOnly: { kind: 'not-writable' }, log })
    expect(left()).toHaveLength(1)
    expect(stores.trash.read().checkedAt).toBe(start)
  })
})
