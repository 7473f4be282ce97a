import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BookwheelEvent } from '../../../electron/contract/events.ts'
import { createHttpTransport } from '../../../renderer/api/http-transport.ts'
import type { Connection } from '../../../renderer/api/transport.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

interface Sent {
  path: string
  init: RequestInit
}

/** Puts `answer` in place of the network; the browser's own Request and Response stay. */
function answerWith(answer: (sent: Sent) => Response | Promise<Response>): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, init })
    return answer({ path, init })
  })
  return sent
}

/** What a request fails with. */
async function failureOf(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => 'no failure',
    (failure: unknown) => (failure instanceof Error && 'error' in failure ? failure.error : failure),
  )
}

/** A body of which nothing can be read: the program has gone while it answered. */
const brokenBody = (): ReadableStream =>
  new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) })

/** A stream of events that the test fills and ends. */
function openStream() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  return {
    response: new Response(readable),
    push: (text: string) => writer.write(new TextEncoder().encode(text)),
    end: () => writer.close(),
  }
}

describe('a request over HTTP', () => {
  it('is a POST with the token and the input as JSON, and answers the JSON that comes', async () => {
    const sent = answerWith(() => Response.json({ ok: true, value: null }))
    const transport = createHttpTransport('secret')
    expect(await transport.call('readArticle', { articleId: 'a' })).toEqual({ ok: true, value: null })
    expect(sent).toMatchObject([
      {
        path: '/api/call/readArticle',
        init: {
          method: 'POST',
          headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
          body: '{"articleId":"a"}',
          keepalive: false,
        },
      },
    ])
  })

  it('that saves may outlive its page, unless it is too large for that', async () => {
    const sent = answerWith(() => Response.json({ ok: true, value: null }))
    const transport = createHttpTransport('secret')
    await transport.call('saveAnnotation', { note: 'short' })
    await transport.call('saveAnnotation', { note: 'x'.repeat(60_000) })
    expect(sent.map(({ init }) => init.keepalive)).toEqual([true, false])
  })

  it.each([
    [401, 'access-denied'],
    [429, 'access-denied'],
    [403, 'program-unreachable'],
    [500, 'program-unreachable'],
  ])('that is answered with status %i fails as %s', async (status, code) => {
    answerWith(() => new Response('', { status }))
    expect(await failureOf(createHttpTransport('t').call('readStatus', {}))).toEqual({ code })
  })

  // 64 KiB, counted in bytes, is what browsers let requests have together that outlive their page; more they refuse.
  it('that saves may outlive its page as far as browsers let it, in bytes and together with others', async () => {
    const gate = new EventTarget()
    const opened = new Promise((resolve) => gate.addEventListener('open', resolve))
    const sent = answerWith(async () => {
      await opened
      return Response.json({ ok: true, value: null })
    })
    const transport = createHttpTransport('t')
    const notes = ['新'.repeat(12_000), '新'.repeat(12_000), '新'.repeat(25_000), 'short']
    const calls = notes.map((note) => transport.call('saveAnnotation', { note }))
    calls.push(transport.call('readStatus', {}))
    await expect.poll(() => sent.length).toBe(5)
    expect(sent.map(({ init }) => init.keepalive)).toEqual([true, false, false, true, false])
    gate.dispatchEvent(new Event('open'))
    await Promise.all(calls)
    await transport.call('saveAnnotation', { note: notes[0] })
    expect(sent.at(-1)?.init.keepalive).toBe(true)
  })

  it('that nobody answers fails as program-unreachable', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
    const failure = await failureOf(createHttpTransport('t').call('readStatus', {}))
    expect(failure).toEqual({ code: 'program-unreachable' })
  })

  it('whose answer breaks off fails as program-unreachable', async () => {
    answerWith(() => new Response(brokenBody()))
    const failure = await failureOf(createHttpTransport('t').call('saveAnnotation', {}))
    expect(failure).toEqual({ code: 'program-unreachable' })
  })
})

describe('the events over HTTP', () => {
  it('are handed over, what is none is passed over, and a lost stream is opened again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const streams = [openStream(), openStream()]
    let opened = 0
    const sent = answerWith(() => streams[opened++]?.response ?? new Response('', { status: 500 }))
    const events: BookwheelEvent[] = []
    const connections: Connection[] = []
    const stop = createHttpTransport('secret').subscribe(
      (event) => events.push(event),
      (connection) => connections.push(connection),
    )
    await streams[0]?.push('data: {"type":"library-changed"}\n\ndata: 7\n\n: heartbeat\n\n')
    await vi.waitFor(() => expect(events).toEqual([{ type: 'library-changed' }]))
    expect(connections).toEqual(['there'])
    expect(sent).toMatchObject([
      { path: '/api/events', init: { headers: { authorization: 'Bearer secret' } } },
    ])

    await streams[0]?.end()
    await vi.waitFor(() => expect(connections).toEqual(['there', 'lost']))
    await vi.advanceTimersByTimeAsync(1000)
    await streams[1]?.push('data: {"type":"status-changed"}\n\n')
    await vi.waitFor(() => expect(events).toHaveLength(2))
    expect(connections).toEqual(['there', 'lost', 'there'])
    stop()
  })

  it('go on with another token also where the last one is refused after that', async () => {
    const stream = openStream()
    const held: ((answer: Response) => void)[] = []
    const refusal = new Promise<Response>((resolve) => void held.push(resolve))
    const sent = answerWith(() => (sent.length > 1 ? stream.response : refusal))
    const connections: Connection[] = []
    const transport = createHttpTransport('of the last run')
    const stop = transport.subscribe(
      () => undefined,
      (connection) => connections.push(connection),
    )
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    transport.useToken('of this run')
    held[0]?.(new Response('', { status: 401 }))
    await vi.waitFor(() => expect(connections).toEqual(['there']))
    stop()
  })

  it('go on at once with another token', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const stream = openStream()
    const sent = answerWith(() => (sent.length > 1 ? stream.response : new Response('', { status: 401 })))
    const connections: Connection[] = []
    const transport = createHttpTransport('of the last run')
    const stop = transport.subscribe(
      () => undefined,
      (connection) => connections.push(connection),
    )
    await vi.waitFor(() => expect(connections).toEqual(['denied']))
    transport.useToken('of this run')
    await vi.waitFor(() => expect(connections).toEqual(['denied', 'there']))
    expect(sent[1]).toMatchObject({ init: { headers: { authorization: 'Bearer of this run' } } })
    stop()
  })

  it.each([401, 429])(
    'are denied where another run of the program answers (%i), and asked for rarely',
    async (status) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      const sent = answerWith(() => new Response('', { status }))
      const connections: Connection[] = []
      const stop = createHttpTransport('of the last run').subscribe(
        () => undefined,
        (connection) => connections.push(connection),
      )
      await vi.waitFor(() => expect(connections).toEqual(['denied']))
      // The waiting has moved the clock on a little.
      await vi.advanceTimersByTimeAsync(25_000)
      expect(sent).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(5000)
      expect(sent).toHaveLength(2)
      stop()
    },
  )
})
