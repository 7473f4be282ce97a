import { describe, expect, it } from 'vitest'
import { fitSides } from '../../../../renderer/features/desk/fit-sides.ts'

describe('the sides', () => {
  it('are as wide as the reader made them where there is room', () => {
    expect(fitSides({ library: 304, notebook: 312 }, 700)).toEqual({ library: 304, notebook: 312 })
    expect(fitSides({ library: 304, notebook: 312 }, 616)).toEqual({ library: 304, notebook: 312 })
  })

  it('give way together, the wider one more', () => {
    const { library, notebook } = fitSides({ library: 260, notebook: 400 }, 560)
    expect(library + notebook).toBeLessThanOrEqual(560)
    expect([library, notebook]).toEqual([240, 320])
  })

  it('keep what each needs, however little room there is', () => {
    expect(fitSides({ library: 304, notebook: 312 }, 100)).toEqual({ library: 220, notebook: 240 })
  })

  it('leave out one that is not shown', () => {
    expect(fitSides({ library: 304, notebook: 0 }, 250)).toEqual({ library: 250, notebook: 0 })
    expect(fitSides({ library: 0, notebook: 312 }, 300)).toEqual({ library: 0, notebook: 300 })
  })

  it('stay below their floor where the reader made them so', () => {
    expect(fitSides({ library: 180, notebook: 312 }, 440)).toEqual({ library: 180, notebook: 260 })
  })
})
