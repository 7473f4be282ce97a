// Keeps the desk as it changes: soon after each change, and at once when the page goes.
import type { Workspace } from '../../electron/contract/settings.ts'
import type { SearchStore } from './search-store.ts'
import type { WorkspaceStore } from './workspace-store.ts'
import { toStoredWorkspace } from './workspace-store.ts'

/** Milliseconds after a change within which the desk is kept, however much goes on meanwhile. */
const delay = 500

/** Watches the desk and the query and hands them to `save` when they have changed. */
export function keepWorkspace(options: {
  workspace: WorkspaceStore
  search: SearchStore
  save: (desk: Workspace) => Promise<unknown>
  onFailure: (failure: unknown) => void
}): void {
  const { workspace, search, save, onFailure } = options
  const current = (): Workspace =>
    toStoredWorkspace(workspace.store.getState(), search.store.getState().query.slice(0, 1000))
  let kept: string | null = JSON.stringify(current())
  let timer: ReturnType<typeof setTimeout> | undefined

  function keep(): void {
    clearTimeout(timer)
    timer = undefined
    const desk = current()
    const words = JSON.stringify(desk)
    if (words === kept) return
    kept = words
    save(desk).catch((failure: unknown) => {
      // The next occasion tries again, also where the desk has not changed since.
      kept = null
      onFailure(failure)
    })
  }

  function keepSoon(): void {
    timer ??= setTimeout(keep, delay)
  }

  workspace.store.subscribe(keepSoon)
  search.store.subscribe(keepSoon)
  // The desktop no longer believes a page that is being hidden, so it has to be told before; a browser may hide one unasked.
  addEventListener('beforeunload', keep)
  addEventListener('pagehide', keep)
}
