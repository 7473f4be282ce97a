import { afterEach, describe, expect, it } from 'vitest'
import { securityHeaders } from '../../../../electron/shells/security-headers.ts'
import { allowConnectionsTo } from '../../../forbid-network.ts'
import type { RawAnswer } from './send-raw.ts'
import { openSocket, readToEnd, sendRequest, sendText } from './send-raw.ts'
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

function host(): [string, string][] {
  return [['Host', `127.0.0.1:${server.port}`]]
}

describe('the page’s files', () => {
  it('are given to anyone, with every security header', async () => {
    await start()
    const page = await sendRequest(server.port, { headers: host() })
    expect(page.status).toBe(200)
    expect(page.body).toBe('<!doctype html><title>Page</title>')
    expect(page.headers).toMatchObject({ ...securityHeaders, 'content-type': 'text/html; charset=utf-8' })
  })

  it('are given by path, whatever the query', async () => {
    await start()
    const script = await sendRequest(server.port, { headers: host(), target: '/assets/page.js?v=1' })
    expect([script.status, script.body]).toEqual([200, 'export {}'])
  })

  it('are described without their content for HEAD', async () => {
    await start()
    const page = await sendRequest(server.port, { headers: host(), method: 'HEAD' })
    expect([page.status, page.headers['content-length'], page.body]).toEqual([200, '34', ''])
  })
})

describe('a call', () => {
  it('hands the operation’s name and the parsed body to the dispatcher', async () => {
    await start()
    await call('{"query":"“Émile”","limit":5}')
    expect(server.calls).toEqual([{ operation: 'search', input: { query: '“Émile”', limit: 5 } }])
  })

  it('hands on names that no operation has: the dispatcher answers those', async () => {
    await start({
      dispatch: (operation) =>
        Promise.resolve({ ok: false, error: { code: 'unknown-operation', operation } }),
    })
    const headers = changeHeaders(server.goodHeaders, { 'Content-Length': '2' })
    const parts = { method: 'POST', target: '/api/call/constructor', headers, body: '{}' }
    const answer = await sendRequest(server.port, parts)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      200,
      { ok: false, error: { code: 'unknown-operation', operation: 'constructor' } },
    ])
  })

  it('is answered 404 where its path is no name at all', async () => {
    await start()
    for (const name of ['', 'a/b', 'a%20b', 'x'.repeat(65), '..', '__proto__']) {
      const headers = changeHeaders(server.goodHeaders, { 'Content-Length': '2' })
      const parts = { method: 'POST', target: `/api/call/${name}`, headers, body: '{}' }
      expect((await sendRequest(server.port, parts)).status).toBe(404)
    }
    expect(server.calls).toEqual([])
  })

  it.each([
    ['is cut short', '{"query":'],
    ['is empty', ''],
    ['is followed by more', '{} {}'],
    ['is not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('is answered 400 where its body %s', async (_what, body) => {
    await start()
    const answer = await call(body)
    expect([answer.status, answer.body]).toEqual([400, '400 Bad Request\n'])
    expect(server.calls).toEqual([])
  })

  it('takes a body of exactly the limit', async () => {
    await start({ limits: { bodyBytes: 100 } })
    expect((await call(JSON.stringify('x'.repeat(98)))).status).toBe(200)
  })

  it('is answered 413 at once where it states a larger body', async () => {
    await start({ limits: { bodyBytes: 100 } })
    expect((await call('x', { 'Content-Length': '101' })).status).toBe(413)
    expect(server.calls).toEqual([])
  })

  it('is answered 413 where a body of unstated size grows too large', async () => {
    await start({ limits: { bodyBytes: 100 } })
    const chunks = `40\r\n${'x'.repeat(64)}\r\n`.repeat(2)
    const answer = await call(`${chunks}0\r\n\r\n`, {
      'Content-Length': null,
      'Transfer-Encoding': 'chunked',
    })
    expect(answer.status).toBe(413)
    expect(server.calls).toEqual([])
  })

  it('has a limit of one mebibyte', async () => {
    await start()
    expect((await call('x', { 'Content-Length': String(1_048_577) })).status).toBe(413)
    expect((await call(JSON.stringify('x'.repeat(1_048_574)))).status).toBe(200)
  })

  it('is answered 500 without a word of the cause where the dispatcher breaks its promise', async () => {
    await start({ dispatch: () => Promise.reject(new Error(secret)) })
    const answer = await call('{}')
    expect([answer.status, answer.body]).toEqual([500, '500 Internal Server Error\n'])
    expect(server.logged).toEqual(['a request could not be answered'])
  })

  it('is forgotten without a line in the log where the sender leaves halfway', async () => {
    await start()
    const socket = await openSocket(server.port)
    const head = changeHeaders(server.goodHeaders, { 'Content-Length': '100' })
    const lines = formatHeaders(head)
    socket.write(`POST /api/call/search HTTP/1.1\r\n${lines}\r\n{"query":`)
    socket.end()
    await readToEnd(socket)
    expect(await call('{}')).toMatchObject({ status: 200 })
    expect([server.logged, server.calls.length]).toEqual([[], 1])
  })
})

describe('a request that Node cannot read', () => {
  it.each([
    ['rubbish is answered 400', 'rubbish\r\n\r\n', 400],
    ['a head that is too large is answered 431', `GET / HTTP/1.1\r\nX: ${'x'.repeat(9000)}\r\n\r\n`, 431],
    [
      'two lengths that differ are answered 400',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length beside chunks (request smuggling) is answered 400',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('%s', async (_what, text, status) => {
    await start()
    const answer = await sendText(server.port, text)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(securityHeaders)
  })

  it('an expectation that is not ours is answered 417', async () => {
    await start()
    const answer = await call('{}', { Expect: 'the unexpected' })
    expect([answer.status, server.calls]).toEqual([417, []])
  })
})
