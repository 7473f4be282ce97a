// Requests that are not the page's own, each with the status that it must get. Pure.
import type { RawRequest } from '../../electron/shells/loopback/send-raw.ts'
import { changeHeaders } from '../../electron/shells/loopback/start-test-server.ts'

/** A request and the answer it must get; `closed` where the connection ends without one. */
export interface Attack {
  name: string
  request: RawRequest
  status: number | 'closed'
}

/** What an attacker is granted here: the program's port, and headers that a good request has, the token among them. */
export interface Target {
  port: number
  token: string
}

type Headers = readonly (readonly [string, string])[]
type Changes = Record<string, string | null>

const callTarget = '/api/call/readSettings'

/** The headers of a good call. */
export function goodHeaders({ port, token }: Target): Headers {
  return [
    ['Host', `127.0.0.1:${port}`],
    ['Origin', `http://127.0.0.1:${port}`],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Authorization', `Bearer ${token}`],
    ['Content-Type', 'application/json'],
  ]
}

/** A good call but for the changes; one that would change settings, so that what gets through shows. */
function call(target: Target, changes: Changes, parts: RawRequest = {}): RawRequest {
  const body = '{"theme":"dark"}'
  const length = { 'Content-Length': String(body.length) }
  const headers = changeHeaders([...goodHeaders(target)], { ...length, ...changes })
  return { method: 'POST', target: '/api/call/changeSettings', headers, body, ...parts }
}

/** A request for a file of the page but for the changes. */
function page({ port }: Target, changes: Changes, parts: RawRequest = {}): RawRequest {
  return { headers: changeHeaders([['Host', `127.0.0.1:${port}`]], changes), ...parts }
}

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

function hostAttacks(target: Target): Attack[] {
  const { port } = target
  const hosts: readonly (readonly [string, string | null])[] = [
    ['another name (DNS rebinding)', `evil.test:${port}`],
    ['localhost', `localhost:${port}`],
    ['no port', '127.0.0.1'],
    ['another port', '127.0.0.1:1'],
    ['another loopback address', `127.0.0.2:${port}`],
    ['the IPv6 loopback address', `[::1]:${port}`],
    ['a decimal address', `2130706433:${port}`],
    ['a short address', `127.1:${port}`],
    ['a name under localhost', `bookwheel.localhost:${port}`],
    ['ours with a tail', `127.0.0.1:${port}.evil.test`],
    ['an empty one', ''],
    ['none', null],
  ]
  return [
    ...hosts.flatMap(([name, Host]): Attack[] => [
      { name: `call with Host: ${name}`, request: call(target, { Host }), status: 403 },
      { name: `page with Host: ${name}`, request: page(target, { Host }), status: 403 },
    ]),
    {
      name: 'two Host headers',
      request: call(target, {}, { headers: [...goodHeaders(target), ['Host', 'evil.test']] }),
      status: 400,
    },
    {
      name: 'Host of ours, forwarded for another',
      request: page(target, { Host: `evil.test:${port}`, 'X-Forwarded-Host': `127.0.0.1:${port}` }),
      status: 403,
    },
  ]
}

function originAttacks(target: Target): Attack[] {
  const { port } = target
  const origins = [
    'http://evil.test',
    'null',
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    'http://127.0.0.1:1',
    `http://127.0.0.1:${port}.evil.test`,
    `http://127.0.0.1:${port}/`,
    '',
  ]
  const sites = ['same-site', 'cross-site', 'none', 'anything']
  return [
    ...origins.map((Origin): Attack => ({
      name: `good token, Origin "${Origin}"`,
      request: call(target, { Origin }),
      status: 403,
    })),
    {
      name: 'two Origin headers',
      request: call(
        target,
        {},
        { headers: [...goodHeaders(target), ['Origin', `http://127.0.0.1:${port}`]] },
      ),
      status: 400,
    },
    ...sites.map((site): Attack => ({
      name: `good token, Sec-Fetch-Site ${site}`,
      request: call(target, { 'Sec-Fetch-Site': site }),
      status: 403,
    })),
    ...['same-site', 'cross-site'].flatMap((site): Attack[] => [
      {
        name: `${site} page embeds the page in a frame`,
        request: page(target, {
          'Sec-Fetch-Site': site,
          'Sec-Fetch-Mode': 'navigate',
          'Sec-Fetch-Dest': 'iframe',
        }),
        status: 403,
      },
      {
        name: `${site} page asks for the page as an image`,
        request: page(target, {
          'Sec-Fetch-Site': site,
          'Sec-Fetch-Mode': 'no-cors',
          'Sec-Fetch-Dest': 'image',
        }),
        status: 403,
      },
    ]),
    {
      name: 'form of another page (no Origin check passed)',
      request: call(target, {
        Origin: 'http://evil.test',
        'Sec-Fetch-Site': null,
        'Content-Type': 'application/x-www-form-urlencoded',
      }),
      status: 403,
    },
  ]
}

function tokenAttacks(target: Target): Attack[] {
  const { token } = target
  const query = `${callTarget}?token=${token}&t=${token}`
  const cookie = `token=${token}; t=${token}`
  const wrong: readonly (readonly [string, string])[] = [
    ['wrong', 'Bearer wrong'],
    ['cut short', `Bearer ${token.slice(0, -1)}`],
    ['with a tail', `Bearer ${token}x`],
    ['without its scheme', token],
    ['as Basic', `Basic ${token}`],
    ['in capitals', `Bearer ${token.toUpperCase()}x`],
    ['empty', 'Bearer '],
  ]
  return [
    ...wrong.map(([name, Authorization]): Attack => ({
      name: `token ${name}`,
      request: call(target, { Authorization }),
      status: 401,
    })),
    { name: 'no token', request: call(target, { Authorization: null }), status: 401 },
    {
      name: 'right token in the query',
      request: call(target, { Authorization: null }, { target: query }),
      status: 401,
    },
    {
      name: 'right token in a cookie',
      request: call(target, { Authorization: null, Cookie: cookie }),
      status: 401,
    },
    {
      name: 'two tokens, the right one first',
      request: call(target, {}, { headers: [...goodHeaders(target), ['Authorization', 'Bearer wrong']] }),
      status: 400,
    },
    ...['/api/events', '/api', '/api/nothing', '/api/call', '/api/call/../events'].map((path): Attack => ({
      name: `no token at ${path}`,
      request: page(target, {}, { target: path }),
      status: 401,
    })),
  ]
}

function bodyAttacks(target: Target): Attack[] {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    'application/json; charset=utf-16',
    'application/csp-report',
  ]
  return [
    ...types.map((type): Attack => ({
      name: `content type ${type}`,
      request: call(target, { 'Content-Type': type }),
      status: 415,
    })),
    { name: 'no content type', request: call(target, { 'Content-Type': null }), status: 415 },
    { name: 'a compressed body', request: call(target, { 'Content-Encoding': 'gzip' }), status: 415 },
    {
      name: 'a body over the limit',
      request: call(target, { 'Content-Length': '1048577' }),
      status: 413,
    },
    {
      name: 'a body of unstated size over the limit',
      request: call(
        target,
        { 'Content-Length': null, 'Transfer-Encoding': 'chunked' },
        { body: `${`10000\r\n${'x'.repeat(65_536)}\r\n`.repeat(17)}0\r\n\r\n` },
      ),
      status: 413,
    },
    { name: 'a body that is no JSON', request: call(target, {}, { body: 'theme=dark&more=1' }), status: 400 },
    { name: 'a head over the limit', request: page(target, { X: 'x'.repeat(9000) }), status: 431 },
    {
      name: 'a length beside chunks (request smuggling)',
      request: call(target, { 'Transfer-Encoding': 'chunked' }),
      status: 400,
    },
    { name: 'two lengths', request: call(target, { 'content-length': '1' }), status: 400 },
    {
      name: 'an expectation that is not ours',
      request: call(target, { Expect: 'the unexpected' }),
      status: 417,
    },
  ]
}

function methodAttacks(target: Target): Attack[] {
  const preflight = {
    Origin: 'http://evil.test',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization',
    Authorization: null,
  }
  return [
    {
      name: 'preflight of another page',
      request: call(target, preflight, { method: 'OPTIONS' }),
      status: 403,
    },
    { name: 'OPTIONS of our own', request: call(target, {}, { method: 'OPTIONS' }), status: 403 },
    ...['TRACE', 'PUT', 'DELETE', 'PATCH', 'GET', 'PROPFIND'].map((method): Attack => ({
      name: `${method} of a call`,
      request: call(target, {}, { method }),
      status: 405,
    })),
    ...['TRACE', 'PUT', 'POST', 'DELETE'].map((method): Attack => ({
      name: `${method} of the page`,
      request: page(target, { 'Content-Length': '0' }, { method }),
      status: 405,
    })),
    {
      name: 'CONNECT, which asks for a proxy',
      request: page(target, {}, { method: 'CONNECT', target: 'evil.test:80' }),
      status: 'closed',
    },
    ...['/', '/api/events', callTarget].map((path): Attack => ({
      name: `WebSocket at ${path}`,
      request: call(target, upgrade, { method: 'GET', target: path, body: '' }),
      status: 403,
    })),
  ]
}

function pathAttacks(target: Target): Attack[] {
  const absolute = ['http://evil.test/', 'https://evil.test/', `http://127.0.0.1:${target.port}/`, '*']
  const paths = [
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../index.html',
    '/assets/..%2f..%2fmain/loopback.js',
    '/..%5c..%5cetc%5cpasswd',
    '/..\\..\\etc\\passwd',
    '/%252e%252e/etc/passwd',
    '/index.html%00.js',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/.git/config',
    '/%ff',
    '/%',
    '/assets',
    '/settings.json',
    '/build-stamp',
    '/missing.js',
  ]
  return [
    ...absolute.map((path): Attack => ({
      name: `target ${path}, as for a proxy`,
      request: page(target, {}, { target: path }),
      status: 403,
    })),
    ...paths.map((path): Attack => ({
      name: `path ${path}`,
      request: page(target, {}, { target: path }),
      status: 404,
    })),
    {
      name: 'an operation that is no name',
      request: call(target, {}, { target: '/api/call/__proto__' }),
      status: 404,
    },
  ]
}

/** All of them. Wrong tokens stay below the twenty after which further ones are turned away unread. */
export function listAttacks(target: Target): Attack[] {
  return [
    ...hostAttacks(target),
    ...originAttacks(target),
    ...tokenAttacks(target),
    ...bodyAttacks(target),
    ...methodAttacks(target),
    ...pathAttacks(target),
  ]
}
