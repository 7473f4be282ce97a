import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Workspace } from '../../../electron/contract/settings.ts'
import { createClient } from '../../../renderer/api/client.ts'
import { RequestFailure } from '../../../renderer/api/transport.ts'
import { keepWorkspace } from '../../../renderer/state/keep-workspace.ts'
import { createSearchStore } from '../../../renderer/state/search-store.ts'
import { createWorkspaceStore } from '../../../renderer/state/workspace-store.ts'
import { createFakeProgram } from '../fake-program.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const unreachable = new RequestFailure({ code: 'program-unreachable' })

/** A desk with one article open, watched; `failures` is how many of the next requests to keep it fail. */
function openDesk(failures = 0) {
  const client = createClient(createFakeProgram().transport)
  const workspace = createWorkspaceStore()
  const search = createSearchStore(client, () => [])
  workspace.lay(null, ['a'])
  const kept: Workspace[] = []
  const failed: unknown[] = []
  let left = failures
  keepWorkspace({
    workspace,
    search,
    async save(desk) {
      if (left-- > 0) throw unreachable
      kept.push(desk)
    },
    onFailure: (failure) => failed.push(failure),
  })
  return { workspace, search, kept, failed }
}

/** The page goes, of which a page is told in these ways. */
const leavings = {
  'is about to go': () => new Event('beforeunload', { cancelable: true }),
  'is hidden for good': () => new PageTransitionEvent('pagehide'),
}
const leavePage = (): boolean => window.dispatchEvent(leavings['is hidden for good']())

describe('keepWorkspace', () => {
  it('keeps the desk half a second after a change, however many more come meanwhile', async () => {
    const { workspace, kept } = openDesk()
    workspace.open('b', null)
    await vi.advanceTimersByTimeAsync(499)
    workspace.store.setState({ libraryOpen: false })
    expect(kept).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(kept).toMatchObject([{ panes: [{ articleId: 'b' }], libraryOpen: false, query: '' }])
  })

  it('keeps the query with it', async () => {
    const { search, kept } = openDesk()
    search.setQuery('treaty')
    await vi.advanceTimersByTimeAsync(500)
    expect(kept).toMatchObject([{ query: 'treaty' }])
  })

  it('keeps no more of a query than may be kept', async () => {
    const { search, kept } = openDesk()
    search.setQuery('x'.repeat(10_000))
    await vi.advanceTimersByTimeAsync(500)
    expect(kept.map(({ query }) => query.length)).toEqual([1000])
  })

  it('keeps nothing where nothing that is kept has changed', async () => {
    const { workspace, kept } = openDesk()
    const key = workspace.store.getState().panes[0]?.key ?? ''
    workspace.updatePane(key, { currentMatch: 3 })
    await vi.advanceTimersByTimeAsync(500)
    leavePage()
    expect(kept).toEqual([])
  })

  it.each(Object.entries(leavings))('keeps a change at once when the page %s', async (_moment, leave) => {
    const { workspace, kept } = openDesk()
    workspace.open('b', null)
    window.dispatchEvent(leave())
    expect(kept).toMatchObject([{ panes: [{ articleId: 'b' }] }])
    // Not again when its time has come.
    await vi.advanceTimersByTimeAsync(500)
    expect(kept).toHaveLength(1)
  })

  it('tells of a desk that could not be kept', async () => {
    const { workspace, kept, failed } = openDesk(1)
    workspace.open('b', null)
    await vi.advanceTimersByTimeAsync(500)
    expect(failed).toEqual([unreachable])
    expect(kept).toEqual([])
  })

  it('tries a desk that could not be kept again at the next occasion', async () => {
    const { workspace, kept } = openDesk(1)
    workspace.open('b', null)
    await vi.advanceTimersByTimeAsync(500)
    leavePage()
    await vi.advanceTimersByTimeAsync(0)
    expect(kept).toMatchObject([{ panes: [{ articleId: 'b' }] }])
  })
})
