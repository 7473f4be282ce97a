import { describe, expect, it } from 'vitest'
import { createDayOf } from '../../../../electron/services/notebook/day-of.ts'

describe('the day of a time', () => {
  it.each([
    ['UTC', '2026-01-31T23:59:59.999Z', '2026-01-31'],
    ['UTC', '2026-02-01T00:00:00.000Z', '2026-02-01'],
    ['Asia/Kathmandu', '2026-01-31T18:14:59.999Z', '2026-01-31'],
    ['Asia/Kathmandu', '2026-01-31T18:15:00.000Z', '2026-02-01'],
    ['America/Los_Angeles', '2026-02-01T07:59:00.000Z', '2026-01-31'],
    // The night in which the clocks go forward.
    ['Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T21:59:59.000Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00.000Z', '2026-03-30'],
  ])('in %s at %s is %s', (timeZone, time, day) => {
    const dayOf = createDayOf(timeZone)
    expect([dayOf(Date.parse(time)), dayOf(Date.parse(time))]).toEqual([day, day])
  })
})
