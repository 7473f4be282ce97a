// Which backups a rotation keeps, on good days and with a clock that has gone mad.
import { describe, expect, it } from 'vitest'
import { chooseSuperfluous } from '../../../electron/storage/choose-backups.ts'

const hour = 3_600_000
const day = 24 * hour
/** A Monday. */
const monday = Date.UTC(2026, 10, 16)

interface Numbered {
  number: number
  takenAt: number
}

/** Takes one backup after the other and rotates each time; answers what is left, oldest first. */
function rotate(times: readonly number[]): Numbered[] {
  return times.reduce<Numbered[]>((kept, takenAt, number) => {
    const all = [...kept, { number, takenAt }]
    const superfluous = chooseSuperfluous(all)
    return all.filter((backup) => !superfluous.includes(backup))
  }, [])
}

function sequence(length: number, takenAt: (index: number) => number): number[] {
  return Array.from({ length }, (_, index) => takenAt(index))
}

function oldestOf(kept: readonly Numbered[]): number {
  return kept[0]?.number ?? Infinity
}

describe('chooseSuperfluous', () => {
  it('keeps the last three of one day', () => {
    expect(rotate(sequence(20, (index) => monday + index * 60_000)).map(({ number }) => number)).toEqual([
      17, 18, 19,
    ])
  })

  it('keeps the last of each of seven days and of each of six weeks', () => {
    const times = sequence(60 * 4, (index) => monday + index * 6 * hour)
    const kept = rotate(times).map(({ takenAt }) => (takenAt - monday) / day)
    // 60 days from a Monday end on a Thursday (day 59); weeks end on days 27, 34, 41, 48 and 55.
    expect(kept).toEqual([
      27.75, 34.75, 41.75, 48.75, 53.75, 54.75, 55.75, 56.75, 57.75, 58.75, 59.25, 59.5, 59.75,
    ])
  })

  it('goes back a month where a backup was taken each day', () => {
    const kept = rotate(sequence(365, (index) => monday + index * day))
    const last = monday + 364 * day
    expect(last - (kept[0]?.takenAt ?? last)).toBeGreaterThanOrEqual(28 * day)
    expect(kept.length).toBeLessThanOrEqual(16)
  })

  it('lets nothing go by the mere passing of time', () => {
    const backups = sequence(7, (index) => ({ takenAt: monday + index * 40 * day }).takenAt)
    expect(rotate([...backups]).length).toBe(7)
  })

  it.each([
    [
      'far into the future and back',
      (index: number) => (index === 40 ? Date.UTC(2199, 0) : monday + index * day),
    ],
    ['back to 1970 and forth', (index: number) => (index === 40 ? 0 : monday + index * day)],
    ['before the beginning of time', (index: number) => (index === 40 ? -8.64e15 : monday + index * day)],
  ])('loses at most a day and a week of history where the clock jumps %s', (_, clock) => {
    const steady = rotate(sequence(45, (index) => monday + index * day))
    const jumped = rotate(sequence(45, clock))
    expect(jumped.length).toBeGreaterThanOrEqual(steady.length - 1)
    expect(oldestOf(jumped) - oldestOf(steady)).toBeLessThanOrEqual(7)
  })

  it('keeps the last three and never fewer, whatever the clock says', () => {
    let state = 7
    const random = () => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff
    for (let round = 0; round < 50; round += 1) {
      const times = sequence(40, () => Math.round((random() - 0.5) * 1.7e16))
      const kept = rotate(times).map(({ number }) => number)
      expect(kept.slice(-3)).toEqual([37, 38, 39])
      expect(kept.length).toBeLessThanOrEqual(16)
    }
  })

  it('lets at most two go at once, so that no single look at a wrong clock sweeps a history away', () => {
    const kept = rotate(sequence(100, (index) => monday + index * day))
    for (const takenAt of [0, Date.UTC(2300, 5), kept[0]?.takenAt ?? 0, monday + 100 * day]) {
      expect(chooseSuperfluous([...kept, { number: 100, takenAt }]).length).toBeLessThanOrEqual(2)
    }
  })
})
