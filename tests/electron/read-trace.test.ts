// What the proof of being offline makes of a trace: a reader of traces that sees nothing would prove anything.
import { describe, expect, it } from 'vitest'
import { readTrace } from '../proofs/offline/read-trace.ts'

const nothing = { foreign: [], lookups: [], deadEnds: [], probes: [], ownCount: 0 }
const six = (host: string, port: number): string =>
  `{sa_family=AF_INET6, sin6_port=htons(${port}), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "${host}", &sin6_addr), sin6_scope_id=0}`
const four = (host: string, port: number): string =>
  `{sa_family=AF_INET, sin_port=htons(${port}), sin_addr=inet_addr("${host}")}`

describe('readTrace', () => {
  it.each([
    [
      'a connection',
      `12 connect(5, ${four('93.184.216.34', 443)}, 16) = -1 EINPROGRESS`,
      '93.184.216.34:443',
    ],
    [
      'an unfinished one',
      `12 connect(5, ${four('93.184.216.34', 80)}, 16 <unfinished ...>`,
      '93.184.216.34:80',
    ],
    ['a refused one', `12 connect(5, ${four('192.0.2.1', 80)}, 16) = -1 ENETUNREACH`, '192.0.2.1:80'],
    ['one by IPv6', `12 connect(5, ${six('2001:db8::1', 443)}, 28) = 0`, '[2001:db8::1]:443'],
    ['a datagram', `12 sendto(5, "x", 1, 0, ${four('192.0.2.1', 9)}, 16) = 1`, '192.0.2.1:9'],
    ['a message', `12 sendmsg(5, {msg_name=${four('192.0.2.1', 9)}, msg_namelen=16}, 0) = 1`, '192.0.2.1:9'],
  ])('finds %s to another machine', (_what, line, address) => {
    expect(readTrace([line])).toEqual({ ...nothing, foreign: [address] })
  })

  it('finds look-ups, by the network and by the system', () => {
    const trace = readTrace([
      `12 sendto(5, "x", 1, 0, ${four('127.0.0.53', 53)}, 16) = 1`,
      '12 connect(6, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0',
    ])
    expect(trace.lookups).toEqual(['127.0.0.53:53', '/run/systemd/resolve/io.systemd.Resolve'])
  })

  it('counts no look-up where there is nobody to ask, and no socket that only waits', () => {
    expect(
      readTrace([
        '12 connect(6, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file)',
        `12 bind(5, ${four('0.0.0.0', 0)}, 16) = 0`,
        `12 recvfrom(5, "x", 1, 0, ${four('192.0.2.1', 9)}, [16]) = 1`,
        `12 getsockname(5, ${four('192.0.2.1', 9)}, [16]) = 0`,
      ]),
    ).toEqual(nothing)
  })

  it('tells this machine, the dead proxy and Chromium’s probe apart', () => {
    expect(
      readTrace([
        `12 connect(5, ${four('127.0.0.1', 40123)}, 16) = 0`,
        `12 connect(5, ${six('::1', 40123)}, 28) = 0`,
        `12 connect(7, ${four('127.0.0.1', 9)}, 16) = -1 ECONNREFUSED`,
        `12 connect(8, ${six('2001:4860:4860::8888', 443)}, 28) = 0`,
      ]),
    ).toEqual({
      ...nothing,
      ownCount: 2,
      deadEnds: ['127.0.0.1:9'],
      probes: ['[2001:4860:4860::8888]:443'],
    })
  })

  it('takes a probe that is written to for what it is', () => {
    const probe = `12 connect(8, ${six('2001:4860:4860::8888', 443)}, 28) = 0`
    expect(readTrace([probe, '12 sendto(8, "x", 1, 0, NULL, 0) = 1']).foreign).toHaveLength(1)
    expect(readTrace([probe, '12 sendto(9, "x", 1, 0, NULL, 0) = 1']).foreign).toEqual([])
    const reused = `12 connect(8, ${four('127.0.0.1', 40123)}, 16) = 0`
    expect(readTrace([probe, reused, '12 sendto(8, "x", 1, 0, NULL, 0) = 1']).foreign).toEqual([])
  })
})
