// Carries requests through the preload script's bridge. Used in the desktop shell.
import type { OperationName } from '../../electron/contract/operation-names.ts'
import type { Transport } from './transport.ts'
import { RequestFailure } from './transport.ts'
import { asEvent } from './wire.ts'

/** What the preload script gives to the page. */
export interface Bridge {
  operations: Record<OperationName, (input: unknown) => Promise<unknown>>
  subscribe(listener: (event: unknown) => void): () => void
}

declare global {
  interface Window {
    /** Present in the desktop shell only. */
    bookwheel?: Bridge
  }
}

/** Makes the transport over the preload script's bridge. */
export function createIpcTransport(bridge: Bridge): Transport {
  return {
    // The main process holds the window: while it runs it takes every message, and while it hangs no window closes.
    outlivesPage: true,
    async call(operation, input) {
      try {
        return await bridge.operations[operation](input)
      } catch {
        // The bridge only rejects where the main process did not answer: its own failures are results.
        throw new RequestFailure({ code: 'program-unreachable' })
      }
    },
    subscribe: (listener) =>
      bridge.subscribe((message) => {
        const event = asEvent(message)
        if (event) listener(event)
      }),
  }
}
