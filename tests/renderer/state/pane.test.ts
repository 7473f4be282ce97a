import { describe, expect, it } from 'vitest'
import { historyLimit } from '../../../electron/contract/limits.ts'
import { workspaceSchema } from '../../../electron/contract/settings.ts'
import {
  fromStoredPane,
  newPane,
  rememberPlace,
  stepThroughHistory,
  toStoredPane,
} from '../../../renderer/state/pane.ts'
import { createWorkspaceStore } from '../../../renderer/state/workspace-store.ts'

const place = (topOffset: number, articleId = 'a') => ({ articleId, topOffset })

describe('the history of a pane', () => {
  it('remembers each place that was left, and has no way forward after a jump', () => {
    const pane = { ...newPane('a'), back: [place(1)], forward: [place(9)] }
    expect(rememberPlace(pane, place(2))).toEqual({ back: [place(1), place(2)], forward: [] })
  })

  it('remembers a place once that is left twice', () => {
    expect(rememberPlace({ ...newPane('a'), back: [place(2)] }, place(2)).back).toEqual([place(2)])
    expect(rememberPlace({ ...newPane('a'), back: [place(2)] }, place(2, 'b')).back).toHaveLength(2)
  })

  it('forgets the oldest places beyond its limit', () => {
    const back = Array.from({ length: historyLimit }, (_, at) => place(at))
    const remembered = rememberPlace({ ...newPane('a'), back }, place(999)).back
    expect(remembered).toHaveLength(historyLimit)
    expect([remembered[0], remembered.at(-1)]).toEqual([place(1), place(999)])
    const forward = stepThroughHistory({ ...newPane('a'), back: [place(0)], forward: back }, 'back', place(7))
    expect(forward?.forward).toHaveLength(historyLimit)
  })

  it('goes back and forward within an article to the very place', () => {
    const pane = { ...newPane('a'), back: [place(1), place(2)], currentMatch: 4 }
    const back = stepThroughHistory(pane, 'back', place(3))
    expect(back).toMatchObject({ key: pane.key, target: { top: 2 }, currentMatch: null })
    expect([back?.back, back?.forward]).toEqual([[place(1)], [place(3)]])
    const forward = back && stepThroughHistory(back, 'forward', place(2))
    expect(forward).toMatchObject({ target: { top: 3 }, back: [place(1), place(2)], forward: [] })
  })

  it('goes to another article in a pane of its own, as wide as before', () => {
    const pane = { ...newPane('a'), size: 30, back: [place(8, 'b')] }
    const back = stepThroughHistory(pane, 'back', place(3))
    expect(back).toMatchObject({ articleId: 'b', topOffset: 8, size: 30, back: [], forward: [place(3)] })
    expect(back?.key).not.toBe(pane.key)
  })

  it('ends where there is nothing more', () => {
    expect(stepThroughHistory(newPane('a'), 'back', place(3))).toBeNull()
    expect(stepThroughHistory(newPane('a'), 'forward', place(3))).toBeNull()
  })

  it('is kept with the pane', () => {
    const stored = { articleId: 'a', topOffset: 5, size: null, back: [place(1)], forward: [place(2, 'b')] }
    expect(toStoredPane(fromStoredPane(stored))).toEqual(stored)
  })
})

/** A desk with these articles, whose panes stand where `tops` says. */
function openDesk(articleIds: string[], tops: Record<number, number> = {}) {
  const desk = createWorkspaceStore()
  desk.lay(workspaceSchema.parse({ panes: articleIds.map((articleId) => ({ articleId })) }), [])
  const panes = () => desk.store.getState().panes
  for (const [index, top] of Object.entries(tops)) {
    const key = panes()[Number(index)]?.key ?? ''
    desk.watchPlace(key, () => top)
  }
  return {
    ...desk,
    panes,
    shown: () =>
      panes()
        .map(({ articleId }) => articleId)
        .join(''),
  }
}

describe('jumps on the desk', () => {
  it('remember where the pane stands this moment, not where it was last kept', () => {
    const desk = openDesk(['a'], { 0: 70 })
    desk.reveal(0, { start: 200, end: 210 })
    expect(desk.panes()[0]?.back).toEqual([place(70)])
    desk.jumpTo(0, 400)
    expect(desk.panes()[0]).toMatchObject({ target: { top: 400 }, back: [place(70)] })
  })

  it('go back from an article that took the place of another', () => {
    const desk = openDesk(['a', 'x'], { 0: 70 })
    desk.open('b', null)
    expect(desk.shown()).toBe('bx')
    desk.goThroughHistory(0, 'back')
    expect(desk.shown()).toBe('ax')
    expect(desk.panes()[0]).toMatchObject({ topOffset: 70, forward: [place(0, 'b')] })
    desk.goThroughHistory(0, 'forward')
    expect(desk.shown()).toBe('bx')
  })

  it('are each pane’s own', () => {
    const desk = openDesk(['a', 'b'])
    desk.reveal(1, { start: 200, end: 210 })
    desk.goThroughHistory(0, 'back')
    expect(desk.panes().map(({ back }) => back.length)).toEqual([0, 1])
  })

  it('forget a pane that has left the page', () => {
    const desk = openDesk(['a'])
    const key = desk.panes()[0]?.key ?? ''
    const forget = desk.watchPlace(key, () => 70)
    desk.watchPlace(key, () => 80)
    forget()
    expect(desk.panes().map(desk.topOffset)).toEqual([80])
  })
})

describe('arranging panes', () => {
  it('lets neighbours change places, and the focus go with its article', () => {
    const desk = openDesk(['a', 'b', 'c'])
    desk.move(0, 1)
    expect(desk.shown()).toBe('bac')
    expect(desk.store.getState().focusedPane).toBe(1)
    desk.move(2, -1)
    expect(desk.shown()).toBe('bca')
    expect(desk.store.getState().focusedPane).toBe(2)
    desk.move(2, 1)
    desk.move(0, -1)
    expect(desk.shown()).toBe('bca')
  })

  it('opens in the pane that is named, with a way back, or beyond the last in one of its own', () => {
    const desk = openDesk(['a', 'b'])
    desk.openIn('c', 1)
    expect(desk.shown()).toBe('ac')
    expect(desk.panes()[1]?.back).toEqual([place(0, 'b')])
    expect(desk.store.getState().focusedPane).toBe(1)
    desk.openIn('c', 1)
    expect(desk.panes()[1]?.back).toHaveLength(1)
    desk.openIn('d', 3)
    desk.openIn('e', 3)
    desk.openIn('f', 4)
    expect(desk.shown()).toBe('acde')
  })

  it('opens beside at the place that is named', () => {
    const desk = openDesk(['a', 'b'])
    desk.openBeside('c', null, 4, 0)
    expect(desk.shown()).toBe('cab')
    expect(desk.store.getState().focusedPane).toBe(0)
  })

  it('undoes a replacement and nothing that has changed since', () => {
    const desk = openDesk(['a', 'b', 'c', 'd'])
    const undo = desk.openBeside('e', null, 4)
    expect(desk.shown()).toBe('aecd')
    desk.updatePane(desk.panes()[2]?.key ?? '', { topOffset: 55 })
    desk.openIn('x', 0)
    undo?.()
    expect(desk.shown()).toBe('xbcd')
    expect(desk.panes()[2]?.topOffset).toBe(55)
  })

  it('gives one pane the whole middle only where there is another, and ends that where a pane comes or goes', () => {
    const desk = openDesk(['a'])
    const isWide = () => desk.store.getState().wide
    desk.toggleWide()
    expect(isWide()).toBe(false)
    desk.openBeside('b', null, 4)
    desk.toggleWide()
    expect(isWide()).toBe(true)
    desk.openBeside('c', null, 4)
    expect(isWide()).toBe(false)
    desk.toggleWide()
    desk.close(desk.panes()[0]?.key ?? '')
    expect(isWide()).toBe(true)
    desk.close(desk.panes()[0]?.key ?? '')
    expect(isWide()).toBe(false)
  })
})
