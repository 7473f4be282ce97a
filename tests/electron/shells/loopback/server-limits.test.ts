import { EventEmitter, once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../../electron/shells/loopback/http-server.ts'
import { securityHeaders } from '../../../../electron/shells/security-headers.ts'
import { allowConnectionsTo } from '../../../forbid-network.ts'
import type { RawAnswer } from './send-raw.ts'
import { openSocket, parseAnswer, readToEnd } from './send-raw.ts'
import type { TestServer } from './start-test-server.ts'
import { changeHeaders, formatHeaders, secret, sendCall, startTestServer } from './start-test-server.ts'

allowConnectionsTo('127.0.0.1')

let server: TestServer
afterEach(() => server.end())

async function start(...args: Parameters<typeof startTestServer>): Promise<void> {
  server = await startTestServer(...args)
}

function call(body: string | Buffer, changes: Record<string, string | null> = {}): Promise<RawAnswer> {
  return sendCall(server, body, changes)
}

describe('slow and silent senders', () => {
  it('are answered 408 when the head does not arrive in time', async () => {
    await start({ limits: { headTime: 50, requestTime: 100, checkTime: 10 } })
    const socket = await openSocket(server.port)
    socket.write('GET / HTTP/1.1\r\nHost: 127')
    const answer = parseAnswer(await readToEnd(socket))
    expect(answer.status).toBe(408)
    expect(answer.headers).toMatchObject(securityHeaders)
  })

  it('are answered 408 when the body does not arrive in time', async () => {
    await start({ limits: { headTime: 50, requestTime: 50, checkTime: 10 } })
    const answer = await call('{"half', { 'Content-Length': '100' })
    expect([answer.status, server.calls, server.logged]).toEqual([408, [], []])
  })

  it('are cut off when they never send a byte', async () => {
    await start({ limits: { headTime: 50, requestTime: 100, checkTime: 10 } })
    const socket = await openSocket(server.port)
    expect(await readToEnd(socket)).toMatch(/^(HTTP\/1.1 408 |$)/)
  })

  it('do not keep others out, be they a thousand', async () => {
    await start()
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => openSocket(server.port)))
    expect((await call('{}')).status).toBe(200)
    for (const socket of sockets) socket.destroy()
  })

  it('are at most as many as allowed: the longest silent gives way', async () => {
    await start({ limits: { idleConnections: 3 } })
    const oldest = await openSocket(server.port)
    const cut = readToEnd(oldest)
    const others = []
    for (let count = 0; count < 3; count += 1) others.push(await openSocket(server.port))
    await cut
    expect(others.map((socket) => socket.closed)).toEqual([false, false, false])
    for (const socket of others) socket.destroy()
  })

  it('never push out a connection on which something is being answered', async () => {
    await start({ limits: { idleConnections: 1 } })
    const busy = await openSocket(server.port)
    const head = formatHeaders(server.goodHeaders)
    busy.write(`GET /api/events HTTP/1.1\r\n${head}\r\n`)
    await once(busy, 'data')
    const silent = await openSocket(server.port)
    const cut = readToEnd(silent)
    const next = await openSocket(server.port)
    await cut
    expect(busy.closed).toBe(false)
    busy.destroy()
    next.destroy()
  })

  it('are they too who fall silent after an answer', async () => {
    await start({ limits: { idleConnections: 1 } })
    const answered = await openSocket(server.port)
    const cut = readToEnd(answered)
    answered.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
    await once(answered, 'data')
    const next = await openSocket(server.port)
    expect(await cut).toMatch(/^HTTP\/1.1 200 /)
    expect(next.closed).toBe(false)
    next.destroy()
  })

  it('get ten seconds for the head of a request, and thirty for the whole', async () => {
    await start()
    expect(defaultLimits).toMatchObject({ headTime: 10_000, requestTime: 30_000 })
  })
})

describe('closing the server', () => {
  it('lets an answer under way be finished', async () => {
    const steps = new EventEmitter()
    const called = once(steps, 'called')
    await start({
      async dispatch() {
        steps.emit('called')
        await once(steps, 'finish')
        return { ok: true, value: secret }
      },
    })
    const answer = call('{}')
    await called
    const closed = server.close()
    steps.emit('finish')
    expect((await answer).status).toBe(200)
    await closed
  })

  it('cuts an answer that does not end in time', async () => {
    await start({ limits: { closeTime: 20 }, dispatch: () => new Promise(() => undefined) })
    const socket = await openSocket(server.port)
    const head = changeHeaders(server.goodHeaders, { 'Content-Length': '2' })
    const ended = readToEnd(socket)
    socket.write(`POST /api/call/search HTTP/1.1\r\n${formatHeaders(head)}\r\n{}`)
    await expect.poll(() => server.calls.length).toBe(1)
    await server.close()
    expect(await ended).toBe('')
  })

  it('does not wait for connections that say nothing', async () => {
    await start({ limits: { closeTime: 60_000 } })
    const socket = await openSocket(server.port)
    const ended = readToEnd(socket)
    await server.close()
    expect(await ended).toBe('')
  })
})
