// Unit tests reach no network: every road out of a process is shut, and whoever tries one fails.
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns'
import { lookup as lookupLater, resolve4 } from 'node:dns/promises'
import { get, request } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { connect, createConnection, Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { allowConnectionsTo, NetworkForbidden, takeAttempts } from '../forbid-network.ts'

// Documentation addresses (RFC 5737, RFC 3849), at which nobody ever listens.
const far = '192.0.2.1'
const roads: readonly (readonly [string, () => unknown])[] = [
  ['net.connect', () => connect({ host: far, port: 80 })],
  ['net.connect by port and host', () => connect(80, far)],
  ['net.createConnection by name', () => createConnection({ host: 'example.org', port: 80 })],
  ['net.connect to this machine', () => connect({ host: '127.0.0.1', port: 9 })],
  ['net.connect without a host', () => connect(9)],
  ['Socket.connect', () => new Socket().connect(443, '2001:db8::1')],
  ['tls.connect', () => connectSecurely({ host: far, port: 443 })],
  ['http.request', () => request(`http://${far}/`)],
  ['http.get by name', () => get('http://example.org/')],
  ['https.request', () => requestSecurely(`https://${far}/`)],
  ['dns.lookup', () => lookup('example.org', () => undefined)],
  ['dns.promises.lookup', () => lookupLater('localhost')],
  ['dns.promises.resolve4', () => resolve4('example.org')],
  ['a datagram', () => createSocket('udp4').unref().send('x', 53, far)],
]

describe('in a unit test', () => {
  it.each(roads)('%s throws and is taken down', (_name, leave) => {
    expect(leave).toThrow(NetworkForbidden)
    // Taken here, before the guard's own look after each test.
    expect(takeAttempts()).toHaveLength(1)
  })

  it.each(['http://192.0.2.1/', 'https://example.org/', 'http://127.0.0.1:49151/'])(
    'fetch of %s is rejected and taken down',
    async (address) => {
      await expect(fetch(address)).rejects.toThrow('fetch failed')
      expect(takeAttempts()).not.toEqual([])
    },
  )

  it.fails('an attempt fails the test though the code that made it keeps the error to itself', () => {
    // Taken down all the same: that is what fails this test, which passes by failing.
    expect(() => connect(80, far)).toThrow(NetworkForbidden)
  })

  it('only numeric addresses can be allowed', () => {
    expect(() => allowConnectionsTo('localhost')).toThrow('not a numeric address')
  })
})
