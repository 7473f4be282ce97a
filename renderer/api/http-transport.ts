// Carries requests over HTTP to the program on this machine. Used in the loopback shell.
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import type { OperationName } from '../../electron/contract/operation-names.ts'
import { readEventData } from './event-lines.ts'
import type { Connection, Transport } from './transport.ts'
import { RequestFailure } from './transport.ts'
import { asEvent } from './wire.ts'

/** Milliseconds between two attempts to reach a program that has gone. */
const retryDelay = 1000
/** Milliseconds between two attempts where the program refuses the key: it counts wrong ones. */
const deniedDelay = 30_000
/** Bytes that all requests under way which may outlive their page can have together: browsers refuse more than 64 KiB. */
const keepaliveLimit = 60_000

/** Whether the program refuses the page's key: a wrong one is answered with 401, and after many of them with 429. */
const isDenied = ({ status }: Response): boolean => status === 401 || status === 429

/** The transport over HTTP. */
export interface HttpTransport extends Transport {
  /** Goes on with another token, at once where the program has refused the last one. */
  useToken(token: string): void
}

/** Makes the transport that sends `token` with each request. */
export function createHttpTransport(token: string): HttpTransport {
  let authorization = `Bearer ${token}`
  /** Ends the pauses between two attempts to listen. */
  const wakers = new Set<() => void>()
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
    if (isDenied(response)) throw new RequestFailure({ code: 'access-denied' })
    if (!response.ok) throw new RequestFailure({ code: 'program-unreachable' })
    try {
      return await response.json()
    } catch {
      // It broke off, or is no JSON: the program went while it answered.
      throw new RequestFailure({ code: 'program-unreachable' })
    }
  }

  /** Resolves after `delay` milliseconds, or when there is a reason not to wait any longer. */
  function pause(delay: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        wakers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, delay)
      wakers.add(wake)
    })
  }

  function useToken(next: string): void {
    authorization = `Bearer ${next}`
    for (const wake of wakers) wake()
  }

  function subscribe(
    listener: (event: BookwheelEvent) => void,
    onConnection: (connection: Connection) => void,
  ): () => void {
    const stop = new AbortController()
    /** Resolves when the stream has ended, with how the page stands then. */
    const listen = async (): Promise<Connection> => {
      const response = await fetch('/api/events', { headers: { authorization }, signal: stop.signal })
      if (isDenied(response)) return 'denied'
      if (!response.ok || response.body === null) return 'lost'
      onConnection('there')
      for await (const data of readEventData(response.body)) {
        const event = asEvent(JSON.parse(data))
        if (event) listener(event)
      }
      return 'lost'
    }
    const keepListening = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        // A failed stream means the same as an ended one: the program is out of reach for now.
        const used = authorization
        const connection = await listen().catch((): Connection => 'lost')
        if (stop.signal.aborted) return
        // What came of the last token says nothing of the one that took its place meanwhile.
        if (authorization !== used) continue
        onConnection(connection)
        const delay = connection === 'denied' ? deniedDelay : retryDelay
        await pause(delay)
      }
    }
    void keepListening()
    return () => stop.abort()
  }

  // A program that hangs takes a request and never answers, and the browser closes the page all the same.
  return { outlivesPage: false, call, subscribe, useToken }
}
