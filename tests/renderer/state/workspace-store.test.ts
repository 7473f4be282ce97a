import { emptyFilter } from '../../../renderer/state/empty-filter.ts'
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/contract/settings.ts'
import { workspaceSchema } from '../../../electron/contract/settings.ts'
import { createWorkspaceStore, toStoredWorkspace } from '../../../renderer/state/workspace-store.ts'

/** A desk with these articles open; the focus is on the pane at `focusedPane`. */
function openDesk(articleIds: string[], focusedPane = 0) {
  const desk = createWorkspaceStore()
  const panes = articleIds.map((articleId) => ({ articleId }))
  desk.lay(workspaceSchema.parse({ panes, focusedPane }), [])
  const state = () => desk.store.getState()
  return {
    ...desk,
    state,
    /** Open articles from left to right; the focused one in brackets. */
    shown: () =>
      state().panes.map(({ articleId }, index) =>
        index === state().focusedPane ? `[${articleId}]` : articleId,
      ),
    keyOf: (index: number) => state().panes[index]?.key ?? '',
  }
}

const place = { start: 3, end: 9 }

describe('laying the desk', () => {
  it('takes the articles of the first run where no desk was ever kept', () => {
    const desk = createWorkspaceStore()
    expect(desk.store.getState().ready).toBe(false)
    desk.lay(null, ['a', 'b'])
    expect(desk.store.getState()).toMatchObject({
      ready: true,
      focusedPane: 0,
      panes: [{ articleId: 'a' }, { articleId: 'b' }],
    })
  })

  it('keeps an empty desk empty', () => {
    const { shown, state } = openDesk([])
    expect(shown()).toEqual([])
    expect(state().ready).toBe(true)
  })

  it('puts the focus on a pane that is there', () => {
    expect(openDesk(['a', 'b'], 3).shown()).toEqual(['a', '[b]'])
  })

  it('comes back as it was kept', () => {
    const kept: Workspace = {
      panes: [
        { articleId: 'a', topOffset: 120, size: 40, back: [{ articleId: 'c', topOffset: 3 }], forward: [] },
        { articleId: 'b', topOffset: 0, size: 60, back: [], forward: [{ articleId: 'b', topOffset: 9 }] },
      ],
      focusedPane: 1,
      wide: true,
      query: 'treaty',
      libraryOpen: false,
      libraryWidth: 280,
      listing: {
        sort: 'newest',
        filter: { ...emptyFilter, tags: ['treaty'], from: '2026-02', withUndated: true, reading: 'unread' },
      },
      notebookOpen: false,
      notebookWidth: 300,
      notebook: {
        scope: 'all',
        text: 'lantern',
        colours: ['red'],
        notes: 'with',
        tag: 'Oil',
        grouping: 'day',
      },
    }
    const desk = createWorkspaceStore()
    desk.lay(kept, ['first', 'run'])
    const stored = toStoredWorkspace(desk.store.getState(), 'treaty')
    expect(stored).toEqual(kept)
    expect(workspaceSchema.parse(stored)).toEqual(kept)
  })
})

describe('opening an article', () => {
  it('puts it in the focused pane, which keeps its width', () => {
    const desk = openDesk(['a', 'b'], 1)
    desk.setSizes({ [desk.keyOf(0)]: 30, [desk.keyOf(1)]: 70 })
    desk.open('c', null)
    expect(desk.shown()).toEqual(['a', '[c]'])
    expect(desk.state().panes[1]).toMatchObject({ topOffset: 0, size: 70, target: null, currentMatch: null })
  })

  it('begins the first pane of an empty desk', () => {
    const desk = openDesk([])
    desk.open('a', null)
    expect(desk.shown()).toEqual(['[a]'])
  })

  it('at a match goes to that match, which is the first', () => {
    const desk = openDesk(['a'])
    desk.open('b', place)
    expect(desk.state().panes[0]).toMatchObject({ target: { range: place }, currentMatch: 0 })
  })

  it('that stands already goes to its pane and leaves it where it is', () => {
    const desk = openDesk(['a', 'b'])
    desk.updatePane(desk.keyOf(1), { topOffset: 500 })
    desk.open('b', null)
    expect(desk.shown()).toEqual(['a', '[b]'])
    expect(desk.state().panes[1]).toMatchObject({ topOffset: 500, target: null })
  })

  it('that stands already goes to the match in its pane, anew at each wish', () => {
    const desk = openDesk(['a', 'b'])
    desk.open('b', place)
    const first = desk.state().panes[1]?.target
    desk.open('b', place)
    const second = desk.state().panes[1]?.target
    expect([first, second]).toEqual([{ range: place }, { range: place }])
    expect(second).not.toBe(first)
  })

  it('that stands twice stays in the focused pane', () => {
    const desk = openDesk(['a', 'a'], 1)
    desk.open('a', null)
    expect(desk.shown()).toEqual(['a', '[a]'])
  })
})

describe('opening an article beside', () => {
  it('puts it after the focused pane and gives all equal shares', () => {
    const desk = openDesk(['a', 'b'])
    desk.setSizes({ [desk.keyOf(0)]: 30, [desk.keyOf(1)]: 70 })
    expect(desk.openBeside('c', place, 4)).toBeNull()
    expect(desk.shown()).toEqual(['a', '[c]', 'b'])
    expect(desk.state().panes.map(({ size }) => size)).toEqual([null, null, null])
    expect(desk.state().panes[1]).toMatchObject({ target: { range: place }, currentMatch: 0 })
  })

  it('begins the first pane of an empty desk', () => {
    const desk = openDesk([])
    desk.openBeside('a', null, 2)
    expect(desk.shown()).toEqual(['[a]'])
  })

  it('can show one article twice, in panes that are told apart', () => {
    const desk = openDesk(['a'])
    desk.openBeside('a', null, 4)
    expect(desk.shown()).toEqual(['a', '[a]'])
    expect(desk.keyOf(0)).not.toBe(desk.keyOf(1))
  })

  it('replaces the next pane where no more fit, and answers the way back', () => {
    const desk = openDesk(['a', 'b'])
    const undo = desk.openBeside('c', null, 2)
    expect(desk.shown()).toEqual(['a', '[c]'])
    undo?.()
    expect(desk.shown()).toEqual(['[a]', 'b'])
  })

  it('replaces the first pane where the last has the focus', () => {
    const desk = openDesk(['a', 'b'], 1)
    desk.openBeside('c', null, 2)
    expect(desk.shown()).toEqual(['[c]', 'b'])
  })

  it('never opens more than four panes, however wide the window', () => {
    const desk = openDesk(['a', 'b', 'c', 'd'])
    expect(desk.openBeside('e', null, 9)).not.toBeNull()
    expect(desk.shown()).toEqual(['a', '[e]', 'c', 'd'])
  })
})

describe('closing a pane', () => {
  it('moves the focus to the pane that takes its place, or to the last one', () => {
    const desk = openDesk(['a', 'b', 'c'], 1)
    desk.close(desk.keyOf(1))
    expect(desk.shown()).toEqual(['a', '[c]'])
    desk.close(desk.keyOf(1))
    expect(desk.shown()).toEqual(['[a]'])
    desk.close(desk.keyOf(0))
    expect(desk.shown()).toEqual([])
    expect(desk.state().focusedPane).toBe(0)
  })

  it('leaves the focus on the article that had it', () => {
    const left = openDesk(['a', 'b', 'c'], 2)
    left.close(left.keyOf(0))
    expect(left.shown()).toEqual(['b', '[c]'])
    const middle = openDesk(['a', 'b', 'c'], 1)
    middle.close(middle.keyOf(0))
    expect(middle.shown()).toEqual(['[b]', 'c'])
    const right = openDesk(['a', 'b', 'c'], 0)
    right.close(right.keyOf(2))
    expect(right.shown()).toEqual(['[a]', 'b'])
  })

  it('gives those that stay equal shares', () => {
    const desk = openDesk(['a', 'b', 'c'])
    desk.setSizes({ [desk.keyOf(0)]: 20, [desk.keyOf(1)]: 30, [desk.keyOf(2)]: 50 })
    desk.close(desk.keyOf(0))
    expect(desk.state().panes.map(({ size }) => size)).toEqual([null, null])
  })

  it('that is not there changes nothing', () => {
    const desk = openDesk(['a', 'b'], 1)
    desk.close('another')
    expect(desk.shown()).toEqual(['a', '[b]'])
  })
})

describe('going to a place', () => {
  it('brings it into view in its pane and gives that pane the focus', () => {
    const desk = openDesk(['a', 'b'])
    desk.reveal(1, place, 2)
    expect(desk.shown()).toEqual(['a', '[b]'])
    expect(desk.state().panes[1]).toMatchObject({ target: { range: place }, currentMatch: 2 })
  })

  it('is forgotten as a match when another query is asked', () => {
    const desk = openDesk(['a', 'b'])
    desk.reveal(1, place, 2)
    desk.forgetMatches()
    expect(desk.state().panes.map(({ currentMatch }) => currentMatch)).toEqual([null, null])
  })
})
