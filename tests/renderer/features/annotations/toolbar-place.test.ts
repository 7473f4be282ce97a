import { describe, expect, it } from 'vitest'
import type { ToolbarRoom } from '../../../../renderer/features/annotations/toolbar-place.ts'
import { placeToolbar } from '../../../../renderer/features/annotations/toolbar-place.ts'

/** A view from 100 to 700; a toolbar of 280 by 40; lines of 30. */
function topFor(top: number, bottom: number, ahead: ToolbarRoom['ahead'], viewBottom = 700): number {
  return placeToolbar({
    box: { top, bottom, left: 200 },
    view: { top: 100, bottom: viewBottom, left: 50, right: 550 },
    toolbar: { width: 280, height: 40 },
    line: 30,
    ahead,
  }).top
}

describe('the toolbar of a selection', () => {
  it('stands below the words, and above them at the foot of the view', () => {
    expect(topFor(300, 330, null)).toBe(338)
    expect(topFor(650, 680, null)).toBe(602)
  })

  it('stands above while the selection grows downwards, below while it grows upwards', () => {
    expect(topFor(300, 390, 'down')).toBe(252)
    expect(topFor(300, 390, 'up')).toBe(398)
  })

  it('stays in view where the beginning of the selection has left it', () => {
    expect(topFor(-400, 390, 'down')).toBe(108)
    expect(topFor(300, 900, 'up')).toBe(652)
  })

  it.each([
    ['down', 110, 140, 652],
    ['down', 110, 170, 652],
    ['up', 660, 690, 108],
    ['up', 630, 690, 108],
  ] as const)('goes to the far edge where it would cover the next line %s', (ahead, top, bottom, place) => {
    expect(topFor(top, bottom, ahead)).toBe(place)
  })

  it('stays beside the words in a view of a few lines, where every place covers some', () => {
    expect(topFor(110, 140, 'down', 180)).toBe(108)
  })

  it('never leaves the view at its sides', () => {
    const room = { view: { top: 0, bottom: 700, left: 50, right: 550 }, toolbar: { width: 280, height: 40 } }
    const leftFor = (left: number): number =>
      placeToolbar({ ...room, box: { top: 300, bottom: 330, left }, line: 30, ahead: null }).left
    expect([leftFor(0), leftFor(200), leftFor(500)]).toEqual([58, 200, 262])
  })
})
