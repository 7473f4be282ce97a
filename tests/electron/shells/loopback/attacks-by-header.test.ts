// What other web pages, other programs and other users of the machine may say of themselves: each with the exact status it must get.
import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../../../../electron/shells/security-headers.ts'
import { allowConnectionsTo } from '../../../forbid-network.ts'
import { askPage, attack, refused, send, serveEachTest, server } from './send-attack.ts'
import { sendText } from './send-raw.ts'
import { changeHeaders, secret, testToken } from './start-test-server.ts'

allowConnectionsTo('127.0.0.1')

serveEachTest()

describe('a request that is welcome', () => {
  it('is answered with the operation’s result and every security header', async () => {
    const answer = await attack({})
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      ...securityHeaders,
      'content-type': 'application/json; charset=utf-8',
    })
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: secret })
    expect(server.calls).toEqual([{ operation: 'listLibrary', input: {} }])
  })

  it('needs neither Origin nor Sec-Fetch-Site, which not every client sends', async () => {
    expect((await attack({ Origin: null, 'Sec-Fetch-Site': null })).status).toBe(200)
  })
})

describe('the Host header', () => {
  it.each([
    ['another name (DNS rebinding)', () => `evil.test:${server.port}`],
    ['localhost', () => `localhost:${server.port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => '127.0.0.1:1'],
    ['another address of this machine', () => `127.0.0.2:${server.port}`],
    ['our host with a tail', () => `127.0.0.1:${server.port}.evil.test`],
    ['nothing', () => ''],
  ])('is refused with 403 for %s', async (_what, host) => {
    expect(await attack({ Host: host() })).toEqual(refused(403))
    expect(await askPage({ Host: host() })).toEqual(refused(403))
  })

  it('is refused with 400 where there are two', async () => {
    const headers = [...server.goodHeaders, ['Host', 'evil.test'] as const]
    expect(await attack({}, { headers })).toEqual(refused(400))
  })

  it('is refused with 403 where there is none', async () => {
    expect(await attack({ Host: null })).toEqual(refused(403))
    expect(await sendText(server.port, 'GET / HTTP/1.0\r\n\r\n')).toMatchObject({ status: 403 })
  })
})

describe('the request target', () => {
  it.each(['http://evil.test/', 'http://127.0.0.1/', 'https://evil.test/', '*'])(
    'is refused with 403 in the form %s, which is for proxies',
    async (target) => expect(await askPage({}, { target })).toEqual(refused(403)),
  )

  it('is refused with 403 in absolute form even where it names us', async () => {
    expect(await askPage({}, { target: `${server.origin}/` })).toEqual(refused(403))
  })

  it('is answered 400 where it is no target of GET at all', async () => {
    expect(await askPage({}, { target: 'evil.test:80' })).toMatchObject({ status: 400, reached: 0 })
  })
})

describe('the Origin header', () => {
  it.each([
    'http://evil.test',
    'null',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:1',
    '',
  ])('is refused with 403 as "%s", good token or not', async (origin) => {
    expect(await attack({ Origin: origin.replace('PORT', String(server.port)) })).toEqual(refused(403))
    expect(await askPage({ Origin: origin.replace('PORT', String(server.port)) })).toEqual(refused(403))
  })

  it('is refused with 400 where there are two', async () => {
    const headers = [...server.goodHeaders, ['Origin', server.origin] as const]
    expect(await attack({}, { headers })).toEqual(refused(400))
  })
})

describe('Sec-Fetch-Site', () => {
  it.each(['same-site', 'cross-site', 'none', 'anything'])(
    'is refused with 403 as %s where data is asked for',
    async (site) => {
      expect(await attack({ 'Sec-Fetch-Site': site })).toEqual(refused(403))
      const headers = changeHeaders(server.goodHeaders, { 'Sec-Fetch-Site': site })
      expect(await send({ target: '/api/events', headers })).toEqual(refused(403))
    },
  )

  it.each(['same-site', 'cross-site'])(
    'is refused with 403 as %s where a page file is embedded',
    async (site) => {
      const asScript = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' }
      const asFrame = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }
      expect(await askPage(asScript, { target: '/assets/page.js' })).toEqual(refused(403))
      expect(await askPage(asFrame)).toEqual(refused(403))
    },
  )

  it('lets a local file or another site open the page itself, and no other file', async () => {
    const opening = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    }
    expect((await askPage(opening)).status).toBe(200)
    expect(await askPage(opening, { target: '/assets/page.js' })).toEqual(refused(403))
    expect(await attack(opening)).toEqual(refused(403))
  })

  it('lets the address bar open the page', async () => {
    expect((await askPage({ 'Sec-Fetch-Site': 'none' })).status).toBe(200)
  })
})

describe('the token', () => {
  it.each([
    ['none', null],
    ['a wrong one', 'Bearer wrong'],
    ['the right one cut short', `Bearer ${testToken.slice(0, -1)}`],
    ['the right one with a tail', `Bearer ${testToken}x`],
    ['the right one without its scheme', testToken],
    ['the right one as Basic', `Basic ${testToken}`],
    ['an empty one', 'Bearer '],
  ])('is answered 401 where it is %s', async (_what, header) => {
    expect(await attack({ Authorization: header })).toEqual(refused(401))
  })

  it('is answered 401 in the query and in a cookie', async () => {
    const target = `/api/call/listLibrary?token=${testToken}&t=${testToken}`
    expect(await attack({ Authorization: null }, { target })).toEqual(refused(401))
    const cookie = `token=${testToken}; t=${testToken}; authorization=Bearer ${testToken}`
    expect(await attack({ Authorization: null, Cookie: cookie })).toEqual(refused(401))
  })

  it.each(['/api/events', '/api', '/api/', '/api/nothing', '/api/call', '/api/call/../events'])(
    'is needed for %s',
    async (target) => {
      const headers = changeHeaders(server.goodHeaders, { Authorization: null })
      expect(await send({ target, headers })).toEqual(refused(401))
    },
  )

  it('is answered 429 after twenty wrong ones, while the right one goes on working', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await attack({ Authorization: `Bearer wrong-${count}` })).toEqual(refused(401))
    }
    expect(await attack({ Authorization: 'Bearer wrong' })).toEqual(refused(429))
    expect((await attack({})).status).toBe(200)
  })
})

describe('the content type', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    'application/jsonp',
    'application/json; charset=utf-16',
  ])('is refused with 415 as %s', async (type) =>
    expect(await attack({ 'Content-Type': type })).toEqual(refused(415)),
  )

  it('is refused with 415 where there is none, or the body is compressed', async () => {
    expect(await attack({ 'Content-Type': null })).toEqual(refused(415))
    expect(await attack({ 'Content-Encoding': 'gzip' })).toEqual(refused(415))
  })

  it('may name the one character set there is', async () => {
    expect((await attack({ 'Content-Type': 'application/json; charset=UTF-8' })).status).toBe(200)
  })
})
