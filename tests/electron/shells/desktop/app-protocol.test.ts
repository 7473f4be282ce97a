// The answers of `app://bookwheel/`: the page's files and nothing else.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPageHandler, pagePrivileges } from '../../../../electron/shells/desktop/app-protocol.ts'
import { securityHeaders } from '../../../../electron/shells/security-headers.ts'

let folder: string
const logged: string[] = []
const log = { info: () => undefined, error: (message: string) => void logged.push(message) }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<title>Bookwheel</title>')
  writeFileSync(join(folder, 'page', 'assets', 'main.js'), 'run()')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'page', 'assets', 'link.txt'))
  logged.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function request(url: string, init?: RequestInit): Promise<Response> {
  return createPageHandler({ pageFolder: join(folder, 'page'), log })(new Request(url, init))
}

describe('the handler of the page', () => {
  it('answers the page with its type and every security header', async () => {
    const response = await request('app://bookwheel/')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<title>Bookwheel</title>')
    expect(Object.fromEntries(response.headers)).toEqual({
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
    })
  })

  it('answers a file below it, whatever is asked behind a question mark', async () => {
    const response = await request('app://bookwheel/assets/main.js?v=1#x')
    expect([response.status, await response.text()]).toEqual([200, 'run()'])
  })

  it('answers HEAD as GET, without a body', async () => {
    const response = await request('app://bookwheel/', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s with 405', async (method) => {
    const response = await request('app://bookwheel/', { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it.each([
    'app://bookwheel.evil/',
    'app://x.bookwheel/',
    'app://evil/',
    'app://BOOKWHEEL/',
    'app://bookwheel:80/',
    'app:bookwheel/',
    'app:///index.html',
    'https://bookwheel/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
  ])('refuses %s, which is not the page, with 403', async (url) => {
    expect((await request(url)).status).toBe(403)
  })

  it('refuses an address with a name and password, which a `Request` of Chromium may carry', async () => {
    const handler = createPageHandler({ pageFolder: join(folder, 'page'), log })
    const signed = Object.defineProperty(new Request('app://bookwheel/'), 'url', {
      value: 'app://reader:word@bookwheel/',
    })
    expect((await handler(signed)).status).toBe(403)
  })

  it.each([
    'app://bookwheel/nothing.html',
    'app://bookwheel/assets',
    'app://bookwheel/assets/',
    'app://bookwheel/../secret.txt',
    'app://bookwheel/..%2fsecret.txt',
    'app://bookwheel/%2e%2e/secret.txt',
    'app://bookwheel/%252e%252e%252fsecret.txt',
    'app://bookwheel/assets/..%5c..%5csecret.txt',
    'app://bookwheel/assets/link.txt',
    'app://bookwheel/index.html%00.js',
    'app://bookwheel//etc/passwd',
    'app://bookwheel/%',
  ])('has nothing at %s', async (url) => {
    const response = await request(url)
    expect([response.status, await response.text()]).toEqual([404, ''])
  })

  it('puts the security headers on refusals too', async () => {
    const response = await request('app://evil/')
    expect(Object.fromEntries(response.headers)).toEqual(securityHeaders)
  })
})

describe('the privileges of the scheme', () => {
  it('are those that the page needs, and no door beside them', () => {
    expect(pagePrivileges).toEqual({ standard: true, secure: true, supportFetchAPI: true, codeCache: true })
  })
})
