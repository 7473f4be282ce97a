// What the program says of itself, and whether it can still be reached.
import { createStore } from 'zustand/vanilla'
import type { Status } from '../../electron/contract/status.ts'
import type { Client } from '../api/client.ts'
import type { Connection } from '../api/transport.ts'

/** The program as the page sees it. */
export interface StatusState {
  /** `null` until it has been read. */
  status: Status | null
  connection: Connection
}

/** Makes the store of the program's status. */
export function createStatusStore(client: Client) {
  const store = createStore<StatusState>(() => ({ status: null, connection: 'there' }))
  return {
    store,
    async load(): Promise<void> {
      store.setState({ status: await client.readStatus({}) })
    },
    setConnection(connection: Connection): void {
      store.setState({ connection })
    },
  }
}

/** See {@link createStatusStore}. */
export type StatusStore = ReturnType<typeof createStatusStore>
