import { describe, expect, it } from 'vitest'
import { trashTime } from '../../../../electron/contract/trash.ts'
import { betweenLooks, findOverdue } from '../../../../electron/services/trash/find-overdue.ts'

const day = betweenLooks
const now = Date.UTC(2026, 10, 3)
/** Fifty years ahead: what a clock says whose battery is empty, or that somebody has set wrong. */
const wrong = Date.UTC(2076, 10, 3)

describe('a look at the trash', () => {
  it('that is the first lets nothing go', () => {
    expect(findOverdue(null, now)).toEqual({ limit: -Infinity, checkedAt: now })
  })

  it('lets go what was overdue at the last look already, a day or more ago', () => {
    expect(findOverdue(now - day, now)).toEqual({ limit: now - day - trashTime, checkedAt: now })
    expect(findOverdue(now - 100 * day, now)).toEqual({ limit: now - 100 * day - trashTime, checkedAt: now })
  })

  it('later on the same day is the same look', () => {
    expect(findOverdue(now - day + 1, now)).toEqual({ limit: -Infinity, checkedAt: now - day + 1 })
  })

  it('comes about although the program is started many times a day', () => {
    let checkedAt: number | null = null
    const limits: number[] = []
    for (let hour = 0; hour < 24 * 40; hour += 1) {
      const look = findOverdue(checkedAt, now + (hour * day) / 24)
      checkedAt = look.checkedAt
      limits.push(look.limit)
    }
    expect(limits.filter((limit) => limit > -Infinity)).toHaveLength(39)
    expect(Math.max(...limits)).toBe(now + 38 * day - trashTime)
  })
})

describe('a clock that jumps far ahead', () => {
  it('lets nothing go that was not overdue before', () => {
    expect(findOverdue(now, wrong).limit).toBe(now - trashTime)
  })

  it('and is set right again lets nothing go at all', () => {
    const ahead = findOverdue(now, wrong)
    const right = findOverdue(ahead.checkedAt, now + 2 * day)
    expect(right).toEqual({ limit: -Infinity, checkedAt: now + 2 * day })
    expect(findOverdue(right.checkedAt, now + 3 * day).limit).toBe(now + 2 * day - trashTime)
  })

  it('counts once it has stayed there for a day', () => {
    const ahead = findOverdue(now, wrong)
    expect(findOverdue(ahead.checkedAt, wrong + day).limit).toBe(wrong - trashTime)
  })
})
