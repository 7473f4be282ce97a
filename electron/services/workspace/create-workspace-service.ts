// Keeps how the desk stood, so that it stands so again at the next start. Plain Node.
import type { Workspace } from '../../contract/settings.ts'
import type { DocumentStore } from '../ports.ts'

/** How the reader's desk stands. */
export interface WorkspaceService {
  /** As it was last saved; `null` where it never was. */
  read(): Workspace | null
  /**
   * Keeps the workspace as told. A pane whose article the library lacks is kept too: its collection may come
   * back. No page is told: each has a desk of its own, and the last one saved is the one that returns.
   * Throws what the store throws when it cannot write.
   */
  save(workspace: Workspace): void
}

/** Makes the workspace service. */
export function createWorkspaceService(store: DocumentStore<Workspace | null>): WorkspaceService {
  return {
    read: () => store.read(),
    save: (workspace) => store.replace(workspace),
  }
}
