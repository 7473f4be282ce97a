// Where a window may stand, on whatever screens there are.
import { describe, expect, it } from 'vitest'
import { placeBeside, placeWindow } from '../../../../electron/shells/desktop/place-window.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const small = { x: 0, y: 0, width: 800, height: 560 }

describe('placeWindow', () => {
  it('puts the first window into the middle of the main screen', () => {
    expect(placeWindow(null, [main])).toEqual({ x: 320, y: 137, width: 1280, height: 832 })
  })

  it('shrinks the first window to a small screen', () => {
    expect(placeWindow(null, [small])).toEqual({ x: 0, y: 0, width: 800, height: 560 })
  })

  it('leaves a window where it was when all of it can be seen', () => {
    const bounds = { x: 100, y: 100, width: 900, height: 700 }
    expect(placeWindow(bounds, [main, left])).toEqual(bounds)
  })

  it('leaves a window on a screen left of the main one', () => {
    const bounds = { x: -1200, y: 10, width: 900, height: 700 }
    expect(placeWindow(bounds, [main, left])).toEqual(bounds)
  })

  it.each([
    { name: 'right', bounds: { x: 1800, y: 100, width: 900, height: 700 }, place: { x: 1020, y: 100 } },
    { name: 'top', bounds: { x: 100, y: -300, width: 900, height: 700 }, place: { x: 100, y: 25 } },
    { name: 'bottom', bounds: { x: 100, y: 1000, width: 900, height: 700 }, place: { x: 100, y: 380 } },
  ])('moves a window in that hangs over the $name', ({ bounds, place }) => {
    expect(placeWindow(bounds, [main])).toEqual({ ...bounds, ...place })
  })

  it('gives a window that spans two screens to the one that shows more of it', () => {
    const bounds = { x: -700, y: 100, width: 900, height: 700 }
    expect(placeWindow(bounds, [main, left])).toEqual({ ...bounds, x: -900 })
  })

  it('brings a window back to the main screen when its own was unplugged', () => {
    const bounds = { x: -1200, y: 10, width: 900, height: 700 }
    expect(placeWindow(bounds, [main])).toEqual({ x: 510, y: 203, width: 900, height: 700 })
  })

  it('shrinks a window that is larger than its screen', () => {
    expect(placeWindow({ x: 0, y: 0, width: 5000, height: 4000 }, [main])).toEqual(main)
  })

  it('does not let a window be smaller than the page can be read in', () => {
    expect(placeWindow({ x: 50, y: 50, width: 1, height: 1 }, [main])).toEqual({
      x: 50,
      y: 50,
      width: 480,
      height: 400,
    })
  })
})

describe('placeBeside', () => {
  it('puts a further window a step to the right and below', () => {
    expect(placeBeside({ x: 100, y: 100, width: 900, height: 700 }, [main])).toEqual({
      x: 128,
      y: 128,
      width: 900,
      height: 700,
    })
  })

  it('begins anew in the corner where no room is left for a step', () => {
    expect(placeBeside({ x: 1020, y: 380, width: 900, height: 700 }, [main])).toEqual({
      x: 0,
      y: 25,
      width: 900,
      height: 700,
    })
  })
})
