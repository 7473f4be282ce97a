import { once } from 'node:events'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEventStream } from '../../../../electron/shells/loopback/event-stream.ts'
import { securityHeaders } from '../../../../electron/shells/security-headers.ts'
import { allowConnectionsTo } from '../../../forbid-network.ts'
import { openSocket, parseAnswer, readToEnd } from './send-raw.ts'
import type { TestServer } from './start-test-server.ts'
import { formatHeaders, startTestServer } from './start-test-server.ts'

allowConnectionsTo('127.0.0.1')

let server: TestServer
beforeEach(async () => {
  server = await startTestServer({ limits: { closeTime: 60_000 } })
})
afterEach(() => server.end())

/** Asks for the events and waits until the answer has begun. */
async function listen(): Promise<{ socket: Socket; all: Promise<string> }> {
  const socket = await openSocket(server.port)
  const all = readToEnd(socket)
  const head = formatHeaders(server.goodHeaders)
  socket.write(`GET /api/events HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)
  await once(socket, 'data')
  return { socket, all }
}

/** The text of chunked transfer encoding, put together. */
function joinChunks(body: string): string {
  return body.replaceAll(/[0-9a-f]+\r\n([^\r]*)\r\n/g, '$1')
}

describe('the event stream', () => {
  it('begins at once, with every security header', async () => {
    const { all } = await listen()
    server.events.close()
    const answer = parseAnswer(await all)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      ...securityHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
    })
    expect(joinChunks(answer.body)).toBe(':\n\n')
  })

  it('hands each event to every page, one line of JSON each', async () => {
    const pages = [await listen(), await listen()]
    server.events.publish({ type: 'library-changed' })
    server.events.publish({ type: 'index-ready', articleCount: 5 })
    server.events.close()
    for (const { all } of pages) {
      expect(joinChunks(parseAnswer(await all).body)).toBe(
        ':\n\ndata: {"type":"library-changed"}\n\ndata: {"type":"index-ready","articleCount":5}\n\n',
      )
    }
  })

  it('goes on for the others when a page leaves', async () => {
    const [leaving, staying] = [await listen(), await listen()]
    leaving.socket.destroy()
    await leaving.all
    server.events.publish({ type: 'status-changed' })
    server.events.close()
    expect(await staying.all).toContain('status-changed')
  })

  it('ends when the server is closed', async () => {
    const { all } = await listen()
    await server.close()
    expect(parseAnswer(await all).status).toBe(200)
  })
})

/** What the stream uses of a server's response. */
function createListener(writableLength = 0) {
  const written: string[] = []
  const listener = {
    written,
    destroyed: false,
    writableLength,
    writeHead: () => listener,
    write: (text: string) => written.push(text),
    close: (): void => undefined,
    once(_event: 'close', onClose: () => void) {
      listener.close = onClose
    },
    end: () => listener,
    destroy() {
      listener.destroyed = true
    },
  }
  return listener
}

describe('createEventStream', () => {
  it('gives signs of life', async () => {
    const events = createEventStream(5)
    const listener = createListener()
    events.open(listener)
    await expect.poll(() => listener.written.length).toBeGreaterThan(2)
    events.close()
    expect(new Set(listener.written)).toEqual(new Set([':\n\n']))
  })

  it('writes no more to a page that has left', () => {
    const events = createEventStream()
    const listener = createListener()
    events.open(listener)
    listener.close()
    events.publish({ type: 'status-changed' })
    events.close()
    expect(listener.written).toEqual([':\n\n'])
  })

  it('cuts off a page that does not read, instead of storing up events for it', () => {
    const events = createEventStream()
    const [slow, quick] = [createListener(1_000_001), createListener(1_000_000)]
    events.open(slow)
    events.open(quick)
    events.publish({ type: 'status-changed' })
    events.close()
    expect([slow.destroyed, quick.destroyed]).toEqual([true, false])
    expect([slow.written.length, quick.written.length]).toEqual([1, 2])
  })
})
