// When backups are taken: never in the way of a write, never too often, and at the end.
import { describe, expect, it } from 'vitest'
import type { BackupSchedule } from '../../../electron/storage/backup-schedule.ts'
import { backupTimes, startBackupSchedule } from '../../../electron/storage/backup-schedule.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'
import type { ManualTiming } from './manual-timing.ts'
import { createManualTiming } from './manual-timing.ts'

const { firstAfter, quiet, sameStoreAgain, betweenSlices, atTheEnd } = backupTimes

interface Trial {
  timing: ManualTiming
  schedule: BackupSchedule
  /** The stores that were looked at so far. */
  taken: string[]
  failures: [string, string][]
  /** While it holds a code, every backup fails with it. */
  fault: { code: string | null }
}

/** `since`: milliseconds that the stop-watch has gone already when the schedule begins. */
function begin(stores: string[], cost = 0, since = 0): Trial {
  const timing = createManualTiming()
  timing.spend(since)
  const taken: string[] = []
  const failures: [string, string][] = []
  const fault: { code: string | null } = { code: null }
  const schedule = startBackupSchedule({
    stores,
    take(store) {
      timing.spend(cost)
      if (fault.code !== null) throw createSystemError(fault.code, 'made to fail')
      taken.push(store)
      return true
    },
    onFailure: (store, code) => failures.push([store, code]),
    timing,
  })
  return { timing, schedule, taken, failures, fault }
}

describe('a schedule of backups', () => {
  it('looks at every store once, some time after the start', () => {
    const { timing, taken } = begin(['settings', 'workspace'])
    timing.pass(firstAfter - 1)
    expect(taken).toEqual([])
    timing.pass(1)
    expect(taken).toEqual(['settings', 'workspace'])
    timing.pass(10 * sameStoreAgain)
    expect(taken).toEqual(['settings', 'workspace'])
  })

  it('works in small slices with pauses between them', () => {
    const { timing, taken } = begin(['a', 'b', 'c', 'd', 'e', 'f'], 2)
    timing.pass(firstAfter)
    expect(taken).toEqual(['a', 'b', 'c'])
    timing.pass(betweenSlices)
    expect(taken).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('waits for the first look also with what is written before it, whenever that is', () => {
    const { timing, schedule, taken } = begin(['settings'], 0, 10 * firstAfter)
    schedule.noteWrite('settings')
    timing.pass(firstAfter - 1)
    expect(taken).toEqual([])
    timing.pass(1)
    expect(taken).toEqual(['settings'])
  })

  it('ends a slice as soon as its time is up', () => {
    const { timing, taken } = begin(['settings', 'workspace'], backupTimes.slice)
    timing.pass(firstAfter)
    expect(taken).toEqual(['settings'])
  })

  it('takes none in a write, and waits until nobody has written for a while', () => {
    const { timing, schedule, taken } = begin(['settings'])
    timing.pass(firstAfter - 1)
    for (let write = 0; write < 100; write += 1) {
      schedule.noteWrite('settings')
      timing.pass(quiet - 1)
    }
    expect(taken).toEqual([])
    timing.pass(1)
    expect(taken).toEqual(['settings'])
  })

  it('takes one of a store that was written anew, at most every ten minutes', () => {
    const { timing, schedule, taken } = begin(['settings'])
    timing.pass(firstAfter)
    for (let minute = 0; minute < 30; minute += 1) {
      schedule.noteWrite('settings')
      timing.pass(60_000)
    }
    expect(taken).toEqual(['settings', 'settings', 'settings', 'settings'])
    timing.pass(sameStoreAgain)
    const settled = taken.length
    timing.pass(10 * sameStoreAgain)
    expect(taken).toHaveLength(settled)
  })

  it('does not keep a store waiting for another that is not due', () => {
    const { timing, schedule, taken } = begin(['settings'])
    timing.pass(firstAfter)
    schedule.noteWrite('settings')
    timing.pass(quiet)
    schedule.noteWrite('new')
    timing.pass(quiet)
    expect(taken).toEqual(['settings', 'new'])
  })

  it('takes at the end what was written and has none yet, and nothing else', () => {
    const { timing, schedule, taken } = begin(['settings', 'workspace'])
    schedule.noteWrite('workspace')
    schedule.close()
    expect(taken).toEqual(['workspace'])
    schedule.close()
    timing.pass(10 * sameStoreAgain)
    expect(taken).toEqual(['workspace'])
  })

  it('takes at the end what was written again since its last one', () => {
    const { timing, schedule, taken } = begin(['settings', 'workspace'])
    timing.pass(firstAfter)
    schedule.noteWrite('settings')
    schedule.close()
    expect(taken).toEqual(['settings', 'workspace', 'settings'])
  })

  it('looks at the end at nothing that was taken after its last write', () => {
    const { timing, schedule, taken } = begin([])
    schedule.noteWrite('settings')
    timing.pass(firstAfter)
    schedule.close()
    expect(taken).toEqual(['settings'])
  })

  it('does not hold up the end for long', () => {
    const { schedule, taken } = begin([], atTheEnd / 2)
    for (const store of ['a', 'b', 'c', 'd']) schedule.noteWrite(store)
    schedule.close()
    expect(taken).toEqual(['a', 'b'])
  })

  it('tells the first failure only, goes on with the others, and tries again later', () => {
    const { timing, taken, failures, fault } = begin(['a', 'b'])
    fault.code = 'ENOSPC'
    timing.pass(firstAfter)
    expect(failures).toEqual([['a', 'ENOSPC']])
    timing.pass(sameStoreAgain / 2)
    fault.code = null
    expect(taken).toEqual([])
    timing.pass(sameStoreAgain)
    expect(taken).toEqual(['a', 'b'])
    expect(failures).toEqual([['a', 'ENOSPC']])
  })

  it('lets what nobody foresaw come out', () => {
    const timing = createManualTiming()
    startBackupSchedule({
      stores: ['a'],
      take() {
        throw new TypeError('a mistake')
      },
      onFailure: () => undefined,
      timing,
    })
    expect(() => timing.pass(firstAfter)).toThrow('a mistake')
  })
})
