// Carries requests over HTTP to the program on this machine. Used in the loopback shell.
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import type { OperationName } from '../../electron/contract/operation-names.ts'
import { readEventData } from './event-lines.ts'
import type { Transport } from './transport.ts'
import { RequestFailure } from './transport.ts'
import { asEvent } from './wire.ts'

/** Milliseconds between two attempts to reach a program that has gone. */
const retryDelay = 1000
/** Bytes that all requests under way which may outlive their page can have together: browsers refuse more than 64 KiB. */
const keepaliveLimit = 60_000

/** Makes the transport that sends `token` with each request. */
export function createHttpTransport(token: string): Transport {
  const authorization = `Bearer ${token}`
  /** Bytes of the requests under way that may outlive the page. */
  let outliving = 0

  /** A note that is sent while its tab is closed must still arrive: its request outlives the page, where it is small enough. */
  async function call(operation: OperationName, input: unknown): Promise<unknown> {
    const body = JSON.stringify(input)
    const bytes = new TextEncoder().encode(body).length
    const keepalive = operation.startsWith('save') && outliving + bytes <= keepaliveLimit
    if (!keepalive) return send(operation, body, { keepalive })
    outliving += bytes
    try {
      return await send(operation, body, { keepalive })
    } finally {
      outliving -= bytes
    }
  }

  async function send(
    operation: OperationName,
    body: string,
    { keepalive }: { keepalive: boolean },
  ): Promise<unknown> {
    const response = await fetch(`/api/call/${operation}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
      keepalive,
    }).catch(() => null)
    if (response === null) throw new RequestFailure({ code: 'program-unreachable' })
    if (response.status === 401 || response.status === 429)
      throw new RequestFailure({ code: 'access-denied' })
    if (!response.ok) throw new RequestFailure({ code: 'program-unreachable' })
    try {
      return await response.json()
    } catch {
      // It broke off, or is no JSON: the program went while it answered.
      throw new RequestFailure({ code: 'program-unreachable' })
    }
  }

  function subscribe(
    listener: (event: BookwheelEvent) => void,
    onConnection: (connected: boolean) => void,
  ): () => void {
    const stop = new AbortController()
    const listen = async (): Promise<void> => {
      const response = await fetch('/api/events', { headers: { authorization }, signal: stop.signal })
      if (!response.ok || response.body === null) return
      onConnection(true)
      for await (const data of readEventData(response.body)) {
        const event = asEvent(JSON.parse(data))
        if (event) listener(event)
      }
    }
    const keepListening = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        // A failed stream means the same as an ended one: the program is out of reach for now.
        await listen().catch(() => undefined)
        if (stop.signal.aborted) return
        onConnection(false)
        await new Promise((resolve) => setTimeout(resolve, retryDelay))
      }
    }
    void keepListening()
    return () => stop.abort()
  }

  // A program that hangs takes a request and never answers, and the browser closes the page all the same.
  return { outlivesPage: false, call, subscribe }
}
