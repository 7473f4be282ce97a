// Tells every open page what has changed, over answers that never end (server-sent events). Loopback shell.
import type { BookwheelEvent } from '../../contract/events.ts'
import type { Publish } from '../../services/ports.ts'
import { securityHeaders } from '../security-headers.ts'

/** Milliseconds between two signs of life, so that nothing on the way takes the stream for dead. */
const heartbeatInterval = 15_000
/** Bytes that may wait for a page that does not read; beyond this it is cut off, and reads all anew when it returns. */
const backlogLimit = 1_000_000

/** The part of Node's `ServerResponse` that a stream needs. */
export interface StreamResponse {
  readonly writableLength: number
  writeHead(status: number, headers: Record<string, string>): unknown
  write(text: string): unknown
  end(): unknown
  destroy(): unknown
  once(event: 'close', listener: () => void): unknown
}

/** The pages that listen. */
export interface EventStream {
  /** Turns an answer into a stream of events, from now on. */
  open(response: StreamResponse): void
  publish: Publish
  /** Ends every stream; later events go nowhere. */
  close(): void
}

/** Makes a stream with no listeners yet. `interval` is that of the heartbeat, in milliseconds. */
export function createEventStream(interval = heartbeatInterval): EventStream {
  const listeners = new Set<StreamResponse>()

  const send = (text: string): void => {
    for (const listener of listeners) {
      if (listener.writableLength > backlogLimit) listener.destroy()
      else listener.write(text)
    }
  }
  const heartbeat = setInterval(() => send(':\n\n'), interval)
  heartbeat.unref()

  return {
    open(response) {
      response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8' })
      // The first bytes tell the page that it is connected; without them the headers would wait for an event.
      response.write(':\n\n')
      listeners.add(response)
      response.once('close', () => listeners.delete(response))
    },
    publish: (event: BookwheelEvent) => send(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(heartbeat)
      for (const listener of listeners) listener.end()
    },
  }
}
