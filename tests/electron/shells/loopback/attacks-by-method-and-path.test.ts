// What may be asked for that is not on offer: each with the exact status it must get.
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { allowConnectionsTo } from '../../../forbid-network.ts'
import { askPage, attack, refused, serveEachTest, server } from './send-attack.ts'
import { openSocket } from './send-raw.ts'

allowConnectionsTo('127.0.0.1')

serveEachTest()

describe('the method', () => {
  it('is refused with 403 as OPTIONS, and nothing invites a cross-site call', async () => {
    const preflight = {
      Origin: 'http://evil.test',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization',
      Authorization: null,
    }
    expect(await attack(preflight, { method: 'OPTIONS', body: '' })).toEqual(refused(403))
    expect(await attack({}, { method: 'OPTIONS' })).toEqual(refused(403))
    expect(await askPage({}, { method: 'OPTIONS', target: '*' })).toEqual(refused(403))
  })

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'GET'])(
    'is refused with 405 as %s of a call',
    async (method) => {
      const { body, ...refusal } = refused(405, { allow: 'POST' })
      expect(await attack({}, { method })).toEqual({ ...refusal, body: method === 'HEAD' ? '' : body })
    },
  )

  it.each(['TRACE', 'PUT', 'POST', 'DELETE'])('is refused with 405 as %s of a page file', async (method) => {
    const answer = await askPage({ 'Content-Length': '0' }, { method })
    expect(answer).toEqual(refused(405, { allow: 'GET, HEAD' }))
  })

  it('closes the connection on CONNECT, which asks for a proxy', async () => {
    const socket = await openSocket(server.port)
    socket.end(`CONNECT evil.test:80 HTTP/1.1\r\nHost: evil.test:80\r\n\r\n`)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.resume()
    await closed
    expect(server.calls).toEqual([])
  })
})

describe('a WebSocket', () => {
  it.each(['/', '/api/events', '/api/call/listLibrary'])('is refused with 403 at %s', async (target) => {
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    expect(await attack(upgrade, { method: 'GET', target, body: '' })).toEqual(refused(403))
  })
})

describe('a path out of the page’s folder', () => {
  it.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../index.html',
    '/..%5c..%5cetc%5cpasswd',
    '/..\\..\\etc\\passwd',
    '/%252e%252e/etc/passwd',
    '/index.html%00.js',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/%ff',
    '/%',
    '/assets',
    '/assets/',
    '/missing.js',
  ])('%s is answered 404', async (target) => expect(await askPage({}, { target })).toEqual(refused(404)))
})

describe('the socket', () => {
  it('listens on no address that another machine can reach', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((own) => own ?? [])
      .filter((address) => !address.internal && address.scopeid === undefined)
    for (const { address } of addresses) {
      allowConnectionsTo(address)
      await expect(openSocket(server.port, address)).rejects.toThrow('ECONNREFUSED')
    }
    allowConnectionsTo('::1')
    await expect(openSocket(server.port, '::1')).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL/)
  })
})
