import { describe, expect, it } from 'vitest'
import type { DeskContent, SavedDesk } from '../../../../electron/contract/desk.ts'
import { deskContentSchema } from '../../../../electron/contract/desk.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import { deskLimit } from '../../../../electron/contract/limits.ts'
import { createDeskService } from '../../../../electron/services/desks/create-desk-service.ts'
import { mergeDesks } from '../../../../electron/services/desks/merge-desks.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`
const content = (query = ''): DeskContent =>
  deskContentSchema.parse({ query, panes: [{ articleId: 'treaty', topOffset: 5, size: 40 }] })
const desk = (number: number, updatedAt = 1, name = `Desk ${number}`): SavedDesk => ({
  id: idOf(number),
  name,
  updatedAt,
  content: content(name),
})

function serve() {
  const stores = createInMemoryStores()
  const events: BookwheelEvent[] = []
  let now = 100
  const service = createDeskService({
    store: stores.desks,
    publish: (event) => events.push(event),
    clock: () => (now += 1),
  })
  return { service, stores, events }
}

describe('the desk service', () => {
  it('keeps desks, lists them by name and tells every page', () => {
    const { service, events } = serve()
    service.save({ id: idOf(1), name: 'Week 10', content: content() })
    service.save({ id: idOf(2), name: 'week 9', content: content('arms') })
    expect(service.list().map(({ name }) => name)).toEqual(['week 9', 'Week 10'])
    expect(service.list()[0]).toEqual({
      id: idOf(2),
      name: 'week 9',
      updatedAt: 102,
      content: content('arms'),
    })
    expect(events.at(-1)).toEqual({ type: 'desks-changed', desks: service.list() })
  })

  it('overwrites the desk of that id, and a retry changes nothing', () => {
    const { service } = serve()
    service.save({ id: idOf(1), name: 'February', content: content() })
    const twice = { id: idOf(1), name: 'February', content: content('treaty') }
    service.save(twice)
    expect(service.save(twice)).toMatchObject([{ content: content('treaty') }])
  })

  it('renames a desk and leaves what it holds', () => {
    const { service, events } = serve()
    service.save({ id: idOf(1), name: 'February', content: content('treaty') })
    expect(service.rename({ id: idOf(1), name: 'March' })).toEqual([
      { id: idOf(1), name: 'March', updatedAt: 102, content: content('treaty') },
    ])
    const told = events.length
    expect(service.rename({ id: idOf(2), name: 'April' })).toHaveLength(1)
    expect(events).toHaveLength(told)
  })

  it('deletes a desk, and one that has gone without a word', () => {
    const { service, events } = serve()
    service.save({ id: idOf(1), name: 'February', content: content() })
    expect(service.delete(idOf(1))).toEqual([])
    const told = events.length
    expect(service.delete(idOf(1))).toEqual([])
    expect(events).toHaveLength(told)
  })

  it('refuses one more than can be kept, but not a change of one that is', () => {
    const { service, stores } = serve()
    stores.desks.replace(Array.from({ length: deskLimit }, (_, number) => desk(number)))
    expect(() => service.save({ id: idOf(999), name: 'One more', content: content() })).toThrow(
      'too-many-desks',
    )
    expect(service.save({ id: idOf(0), name: 'Changed', content: content() })).toHaveLength(deskLimit)
  })

  it('tells nobody of what could not be written', () => {
    const { service, events, stores } = serve()
    stores.failNextWrite({ code: 'disk-full', store: 'desks' })
    expect(() => service.save({ id: idOf(1), name: 'February', content: content() })).toThrow('disk-full')
    expect([service.list(), events]).toEqual([[], []])
  })
})

describe('mergeDesks', () => {
  it('adds what is not there and doubles nothing', () => {
    expect(mergeDesks([desk(1)], [desk(1), desk(2)])).toEqual([desk(1), desk(2)])
    const stored = [desk(1), desk(2)]
    expect(mergeDesks(stored, [desk(2), desk(1)])).toBe(stored)
  })

  it('overwrites nothing newer by something older, and what is older by something newer', () => {
    expect(mergeDesks([desk(1, 5, 'here')], [desk(1, 4, 'there')])).toEqual([desk(1, 5, 'here')])
    expect(mergeDesks([desk(1, 4, 'here')], [desk(1, 5, 'there')])).toEqual([desk(1, 5, 'there')])
  })

  it('keeps what is here where there would be too many', () => {
    const stored = Array.from({ length: deskLimit }, (_, number) => desk(number))
    expect(mergeDesks(stored, [desk(999), desk(3, 9, 'newer')])).toHaveLength(deskLimit)
    expect(mergeDesks(stored, [desk(999), desk(3, 9, 'newer')])[3]?.name).toBe('newer')
  })
})
