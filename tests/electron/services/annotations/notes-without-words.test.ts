// Notes on articles as a whole and memos, tags and styles, and many changes at once.
import { describe, expect, it } from 'vitest'
import type { AnnotationDraft } from '../../../../electron/contract/annotation.ts'
import { annotationDraftSchema, annotationSchema } from '../../../../electron/contract/annotation.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import { noArticleId } from '../../../../electron/contract/limits.ts'
import { draft, firstId, made, openDesk, secondId } from './annotation-desk.ts'

const onNoWords = { contentHash: null, start: 0, end: 0, colour: null, note: 'Of all this' } as const
const articleNote: AnnotationDraft = { ...onNoWords, id: secondId, articleId: 'treaty', revision: 0 }
const memo: AnnotationDraft = { ...articleNote, articleId: noArticleId }

describe('a note on an article as a whole', () => {
  it('is kept with the article, before its highlights', () => {
    const { service } = openDesk()
    service.save(draft)
    expect(service.save(articleNote)).toMatchObject({ anchor: null, colour: null, revision: 1 })
    expect(service.list('treaty').map(({ id }) => id)).toEqual([secondId, firstId])
  })

  it('is not hung on an article that is not there', () => {
    const { service } = openDesk()
    const lost = { ...articleNote, articleId: 'lost' }
    expect(() => service.save(lost)).toThrow(new Failure({ code: 'article-not-found', articleId: 'lost' }))
  })

  it('can be written on while the article is out of the library', () => {
    const { service, articles } = openDesk()
    service.save(articleNote)
    articles.clear()
    expect(service.save({ ...articleNote, revision: 1, note: 'More' })).toMatchObject({
      note: 'More',
      revision: 2,
    })
  })
})

describe('a memo', () => {
  it('belongs to no article and is listed by itself', () => {
    const { service, stores } = openDesk()
    service.save(memo)
    expect(service.list(noArticleId)).toMatchObject([{ id: secondId, articleId: noArticleId, anchor: null }])
    expect(stores.annotatedArticles()).toEqual([noArticleId])
  })

  it('is nothing to fail for where there is none', () => {
    expect(openDesk().service.list(noArticleId)).toEqual([])
  })

  it('cannot hang on words, nor a highlight be without a colour', () => {
    const { anchor } = made
    expect(annotationSchema.safeParse({ ...made, articleId: noArticleId }).success).toBe(false)
    expect(annotationSchema.safeParse({ ...made, colour: null }).success).toBe(false)
    expect(annotationSchema.safeParse({ ...made, anchor: null, colour: null }).success).toBe(true)
    expect(annotationDraftSchema.safeParse({ ...memo, ...anchor }).success).toBe(false)
  })
})

describe('a highlight', () => {
  it('does not lose its words to a draft that names none', () => {
    const { service } = openDesk()
    service.save(draft)
    const without = { ...draft, contentHash: null, start: 0, end: 0, revision: 1, note: 'x' }
    expect(() => service.save(without)).toThrow(new Failure({ code: 'conflict', stored: made }))
  })

  it('keeps tags once each, and a style; what a draft leaves out stays', () => {
    const { service } = openDesk()
    const tagged = service.save({ ...draft, tags: ['Oil', 'oil ', '#gas'], style: 'underline' })
    expect(tagged).toMatchObject({ tags: ['Oil', 'gas'], style: 'underline' })
    expect(service.save({ ...draft, revision: 1, note: 'x' })).toMatchObject({
      tags: ['Oil', 'gas'],
      style: 'underline',
    })
    const bare = service.save({ ...draft, revision: 2, note: 'x', tags: [], style: 'highlight' })
    expect(bare).not.toHaveProperty('tags')
    expect(bare).not.toHaveProperty('style')
  })

  it('changes nothing where tags and style are so already', () => {
    const { service, events } = openDesk()
    const tagged = service.save({ ...draft, tags: ['Oil'] })
    events.length = 0
    expect(service.save({ ...draft, revision: 1, tags: ['Oil'] })).toEqual(tagged)
    expect(events).toEqual([])
    expect(service.save({ ...draft, revision: 1, tags: ['Gas'] })).toMatchObject({
      tags: ['Gas'],
      revision: 2,
    })
  })
})

function openTwo() {
  const desk = openDesk()
  desk.service.save({ ...draft, tags: ['Oil'] })
  desk.service.save(memo)
  desk.events.length = 0
  const one = { id: firstId, articleId: 'treaty', revision: 1 }
  const other = { id: secondId, articleId: noArticleId, revision: 1 }
  return { ...desk, one, other }
}

describe('many changes at once', () => {
  it('change what they name of each, and tell all pages once', () => {
    const { service, events, one, other } = openTwo()
    const { changed, refused } = service.changeMany({
      changes: [
        { ...one, colour: 'red', addTags: ['gas', 'OIL'] },
        { ...other, addTags: ['gas'] },
      ],
    })
    expect(changed).toMatchObject([
      { id: firstId, colour: 'red', tags: ['Oil', 'gas'], revision: 2, note: draft.note },
      { id: secondId, colour: null, tags: ['gas'], revision: 2 },
    ])
    expect(refused).toEqual([])
    expect(events).toEqual([{ type: 'annotations-changed' }])
    expect(service.list('treaty')).toEqual([changed[0]])
  })

  it('take tags away however they are spelt, and set them whole', () => {
    const { service, one } = openTwo()
    const [without] = service.changeMany({ changes: [{ ...one, removeTags: ['oIL'] }] }).changed
    expect(without).not.toHaveProperty('tags')
    const set = service.changeMany({ changes: [{ ...one, revision: 2, tags: ['a', 'b'] }] })
    expect(set.changed).toMatchObject([{ tags: ['a', 'b'] }])
  })

  it('delete and bring back', () => {
    const { service, one } = openTwo()
    expect(
      service.changeMany({ changes: [{ ...one, isDeleted: true }] }).changed[0]?.deletedAt,
    ).not.toBeNull()
    expect(service.list('treaty')).toEqual([])
    service.changeMany({ changes: [{ ...one, revision: 2, isDeleted: false }] })
    expect(service.list('treaty')).toMatchObject([{ id: firstId, deletedAt: null, revision: 3 }])
  })

  it('leave alone what has another revision or has gone, and do the rest', () => {
    const { service, one, other } = openTwo()
    const gone = { ...one, id: '99999999-9999-4999-8999-999999999999' }
    const outcome = service.changeMany({
      changes: [
        { ...one, revision: 7, colour: 'red' },
        { ...gone, colour: 'red' },
        { ...other, colour: 'blue' },
      ],
    })
    expect(outcome.changed).toMatchObject([{ id: secondId, colour: 'blue' }])
    expect(outcome.refused).toEqual([firstId, gone.id])
    expect(service.list('treaty')).toMatchObject([{ colour: 'yellow', revision: 1 }])
  })

  it('write nothing where all is so already, and take no colour from a highlight', () => {
    const { service, stores, one } = openTwo()
    const before = stores.annotations('treaty').read()
    service.changeMany({ changes: [{ ...one, colour: 'yellow', addTags: ['oil'] }] })
    service.changeMany({ changes: [{ ...one, colour: null }] })
    expect(stores.annotations('treaty').read()).toBe(before)
  })
})
