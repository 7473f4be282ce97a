import { afterEach, describe, expect, it } from 'vitest'
import type { PaintName } from '../../../../renderer/features/reading/painter.ts'
import { canPaint, paint, unpaint } from '../../../../renderer/features/reading/painter.ts'

const owners = ['left', 'right']

afterEach(() => owners.forEach(unpaint))

const newRange = (): Range => document.createRange()
const paintedUnder = (name: PaintName): unknown[] => [...(CSS.highlights.get(`bookwheel-${name}`) ?? [])]

describe('the painter', () => {
  it('can paint in this browser', () => {
    expect(canPaint()).toBe(true)
  })

  it('holds exactly what all owners have painted under a name', () => {
    const [one, two, three] = [newRange(), newRange(), newRange()]
    paint('left', 'yellow', [one, two])
    paint('right', 'yellow', [three])
    paint('right', 'red', [one])
    expect(paintedUnder('yellow')).toEqual([one, two, three])
    expect(paintedUnder('red')).toEqual([one])
  })

  it('puts new ranges in the place of what the same owner had painted under the same name', () => {
    const [old, kept, new_] = [newRange(), newRange(), newRange()]
    paint('left', 'match', [old])
    paint('right', 'match', [kept])
    paint('left', 'match', [new_])
    const painted = paintedUnder('match')
    expect(painted).toHaveLength(2)
    expect(painted).toContain(kept)
    expect(painted).toContain(new_)
  })

  it('takes away all that one owner has painted and leaves the others', () => {
    const kept = newRange()
    for (const name of ['yellow', 'match', 'selected'] as const) {
      paint('left', name, [newRange()])
      paint('right', name, [kept])
    }
    unpaint('left')
    for (const name of ['yellow', 'match', 'selected'] as const) expect(paintedUnder(name)).toEqual([kept])
  })

  it('paints matches over colours and the chosen place over all', () => {
    paint('left', 'red', [newRange()])
    paint('left', 'match', [newRange()])
    paint('left', 'current-match', [newRange()])
    paint('left', 'selected', [newRange()])
    const priorities = ['red', 'match', 'current-match', 'selected'].map(
      (name) => CSS.highlights.get(`bookwheel-${name}`)?.priority ?? -1,
    )
    expect(priorities).toEqual(priorities.toSorted((left, right) => left - right))
    expect(new Set(priorities).size).toBe(4)
  })
})
