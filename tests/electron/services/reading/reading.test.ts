// What was opened and read: kept, told, and merged with a backup.
import { describe, expect, it } from 'vitest'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import type { ReadingRecord } from '../../../../electron/contract/reading.ts'
import { createReadingService } from '../../../../electron/services/reading/create-reading-service.ts'
import { mergeReading } from '../../../../electron/services/reading/merge-reading.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

function open() {
  const stores = createInMemoryStores()
  const events: BookwheelEvent[] = []
  let time = 100
  const parts = { store: stores.reading, publish: (event: BookwheelEvent) => events.push(event) }
  return { stores, events, service: createReadingService({ ...parts, clock: () => ++time }) }
}

const record = (change: Partial<ReadingRecord> = {}): ReadingRecord => ({
  articleId: 'treaty',
  openedAt: null,
  read: false,
  markedAt: null,
  ...change,
})

describe('the reading service', () => {
  it('keeps when an article was opened and whether it is read, each without the other', () => {
    const { service, stores } = open()
    service.noteOpened('treaty')
    service.mark('treaty', true)
    service.mark('lantern', true)
    service.noteOpened('treaty')
    expect(service.list()).toHaveLength(2)
    expect(service.list()).toContainEqual(record({ openedAt: 104, read: true, markedAt: 102 }))
    expect(stores.reading.read()).toContainEqual(record({ articleId: 'lantern', read: true, markedAt: 103 }))
  })

  it('tells every page of each change', () => {
    const { service, events } = open()
    const marked = service.mark('treaty', true)
    expect(service.mark('treaty', false)).toEqual(record({ markedAt: 102 }))
    expect(events).toMatchObject([{ type: 'reading-changed', record: marked }, { record: { read: false } }])
  })

  it('leaves all as it was where it cannot be written', () => {
    const { service, stores, events } = open()
    service.mark('treaty', true)
    stores.failNextWrite({ code: 'disk-full', store: 'reading' })
    expect(() => service.mark('treaty', false)).toThrow('disk-full')
    expect(service.list()).toEqual([record({ read: true, markedAt: 101 })])
    expect(events).toHaveLength(1)
  })
})

describe('mergeReading', () => {
  const here = record({ openedAt: 50, read: true, markedAt: 60 })

  it.each([
    [
      'a later mark wins, the later opening stays',
      { read: false, markedAt: 70, openedAt: 40 },
      { read: false, markedAt: 70, openedAt: 50 },
    ],
    [
      'an earlier mark loses, the later opening comes in',
      { read: false, markedAt: 10, openedAt: 90 },
      { read: true, markedAt: 60, openedAt: 90 },
    ],
    [
      'one that was never marked changes no mark',
      { openedAt: 90 },
      { read: true, markedAt: 60, openedAt: 90 },
    ],
  ])('%s', (_rule, incoming, merged) => {
    expect(mergeReading([here], [record(incoming)])).toEqual([record(merged)])
  })

  it('adds what is not here, and a second time changes nothing', () => {
    const other = record({ articleId: 'lantern', openedAt: 5 })
    const once = mergeReading([here], [other])
    expect(once).toEqual([here, other])
    expect(mergeReading(once, [other])).toBe(once)
    expect(mergeReading(once, [])).toBe(once)
  })
})
