// Backups on their way: handed over in parts, and made and read while others have their turn.
import { describe, expect, it } from 'vitest'
import { backupByteLimit, backupPartBytes } from '../../../../electron/contract/backup-limits.ts'
import { fromBase64, toBase64 } from '../../../../electron/contract/base64.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import type { Stores } from '../../../../electron/services/ports.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'
import { handOver, serve, task, upload } from './backup-desk.ts'
import { makeBackup } from './make-zip.ts'

describe('a backup that is handed over', () => {
  it('piece by piece must come in order', async () => {
    const { service } = serve(createInMemoryStores())
    const bytes = toBase64(new Uint8Array(10))
    service.receive({ upload, offset: 0, bytes })
    expect(() => service.receive({ upload, offset: 20, bytes })).toThrow('upload-not-found')
    expect(() => service.receive({ upload, offset: 5, bytes })).toThrow('upload-not-found')
    expect(service.receive({ upload, offset: 10, bytes })).toBe(20)
  })

  it('is refused as soon as it is larger than any backup', async () => {
    const { service } = serve(createInMemoryStores())
    const bytes = toBase64(new Uint8Array(backupPartBytes))
    for (let offset = 0; offset < backupByteLimit; offset += backupPartBytes) {
      service.receive({ upload, offset, bytes })
    }
    const more = { upload, offset: backupByteLimit, bytes: toBase64(new Uint8Array(1)) }
    expect(() => service.receive(more)).toThrow('backup-unreadable')
    // And nothing of it is kept.
    expect(() => service.receive(more)).toThrow('upload-not-found')
  }, 20_000)

  it('takes the place of one that another page has handed over', async () => {
    const served = serve(createInMemoryStores())
    handOver(served, await makeBackup())
    served.service.receive({ upload: task, offset: 0, bytes: '' })
    await expect(served.service.inspect({ upload })).rejects.toThrow('upload-not-found')
  })

  it('cannot be restored before it was looked at, or after it was forgotten', async () => {
    const served = serve(createInMemoryStores())
    handOver(served, await makeBackup())
    await expect(served.service.restore({ upload, withSettings: false })).rejects.toThrow('upload-not-found')
    await served.service.inspect({ upload })
    served.service.discard({ upload: task })
    served.service.discard({ upload })
    await expect(served.service.restore({ upload, withSettings: false })).rejects.toThrow('upload-not-found')
  })
})

/** How far each report of a task says that it is, in order. */
const sharesOf = (events: readonly BookwheelEvent[], of: string): number[] =>
  events.flatMap((event) =>
    event.type === 'backup-progress' && event.task === of ? [event.done / event.total] : [],
  )

describe('a backup of many articles', () => {
  const count = 500

  function many(): Stores {
    const stores = createInMemoryStores()
    for (let at = 0; at < count; at += 1) {
      stores
        .annotations(`a${at}`)
        .replace(Array.from({ length: 20 }, (_, number) => sampleAnnotation(at * 20 + number, `a${at}`)))
    }
    return stores
  }

  it('tells its progress, and lets others have their turn meanwhile', async () => {
    const here = serve(many())
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 1)
    const { bytes, noteCount } = await here.service.create({ task })
    const turnsOfMaking = turns
    const there = serve(createInMemoryStores())
    handOver(there, fromBase64(bytes))
    await there.service.inspect({ upload })
    const read = [...there.events]
    const { counts } = await there.service.restore({ upload, withSettings: false })
    clearInterval(ticking)
    expect([noteCount, counts.added]).toEqual([count * 20, count * 20])
    expect(turnsOfMaking).toBeGreaterThan(2)
    expect(turns - turnsOfMaking).toBeGreaterThan(2)
    for (const shares of [sharesOf(here.events, task), sharesOf(read, upload)]) {
      expect(shares.length).toBeGreaterThan(0)
      expect(shares).toEqual(shares.toSorted((left, right) => left - right))
      expect([...shares, 0].every((share) => share >= 0 && share <= 1)).toBe(true)
    }
  }, 20_000)
})
