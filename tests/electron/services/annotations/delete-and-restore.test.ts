// Deleting keeps an annotation, so that it can be taken back.
import { describe, expect, it } from 'vitest'
import { draft, firstId, made, openDesk, outcomeOf, refused, repeated, secondId } from './annotation-desk.ts'

describe('deleting and restoring', () => {
  const target = { id: firstId, articleId: 'treaty', revision: 1 }

  it('keeps a deleted annotation, out of the list', () => {
    const { service, stores, events } = openDesk()
    service.save(draft)
    const deleted = { ...made, deletedAt: 2, revision: 2 }
    expect(service.delete(target)).toEqual(deleted)
    expect(service.list('treaty')).toEqual([])
    expect(stores.annotations('treaty').read()).toEqual([deleted])
    expect(events.at(-1)).toEqual({ type: 'annotation-changed', annotation: deleted })
  })

  it('restores it as it was', () => {
    const { service, events } = openDesk()
    service.save(draft)
    service.delete(target)
    const restored = { ...made, revision: 3 }
    expect(service.restore({ ...target, revision: 2 })).toEqual(restored)
    expect(service.list('treaty')).toEqual([restored])
    expect(events.at(-1)).toEqual({ type: 'annotation-changed', annotation: restored })
  })

  it('changes nothing when either is sent again', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const deleted = desk.service.delete(target)
    expect(outcomeOf(desk, () => desk.service.delete(target))).toEqual(repeated(deleted))
    const restored = desk.service.restore({ ...target, revision: 2 })
    expect(outcomeOf(desk, () => desk.service.restore({ ...target, revision: 2 }))).toEqual(
      repeated(restored),
    )
  })

  it('conflicts on a stale revision', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const changed = desk.service.save({ ...draft, revision: 1, note: 'Newer' })
    expect(outcomeOf(desk, () => desk.service.delete(target))).toEqual(
      refused({ code: 'conflict', stored: changed }),
    )
    const deleted = desk.service.delete({ ...target, revision: 2 })
    expect(outcomeOf(desk, () => desk.service.restore({ ...target, revision: 2 }))).toEqual(
      refused({ code: 'conflict', stored: deleted }),
    )
  })

  it('does not know an annotation of another article', () => {
    const desk = openDesk()
    desk.service.save(draft)
    const elsewhere = { ...target, articleId: 'elsewhere' }
    const error = { code: 'annotation-not-found', annotationId: firstId } as const
    expect(outcomeOf(desk, () => desk.service.delete(elsewhere))).toEqual(refused(error))
    expect(outcomeOf(desk, () => desk.service.restore({ ...target, id: secondId }))).toEqual(
      refused({ ...error, annotationId: secondId }),
    )
  })
})
