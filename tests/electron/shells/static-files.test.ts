import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readStaticFile } from '../../../electron/shells/static-files.ts'

let parent: string
let folder: string
beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'bookwheel-static-')))
  folder = join(parent, 'page')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(parent, 'page-two'))
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  writeFileSync(join(parent, 'page-two', 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), 'page')
  writeFileSync(join(folder, '.hidden'), 'hidden')
  writeFileSync(join(folder, 'assets', 'main-B3_x.js'), 'script')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

async function read(path: string): Promise<{ contentType: string; body: string } | null> {
  const file = await readStaticFile(folder, path)
  return file && { contentType: file.contentType, body: Buffer.from(file.body).toString() }
}

describe('a page file', () => {
  it('is index.html at /', async () => {
    expect(await read('/')).toEqual({ contentType: 'text/html; charset=utf-8', body: 'page' })
  })

  it('is found by its path, percent-encoded or not', async () => {
    const script = { contentType: 'text/javascript; charset=utf-8', body: 'script' }
    expect(await read('/assets/main-B3_x.js')).toEqual(script)
    expect(await read('/assets%2Fmain%2DB3_x.js')).toEqual(script)
  })

  it.each([
    ['a.css', 'text/css; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['a.WOFF2', 'font/woff2'],
    ['a.unheard-of', 'application/octet-stream'],
    ['a', 'application/octet-stream'],
  ])('has the type of its name: %s', async (name, contentType) => {
    writeFileSync(join(folder, name), '')
    expect(await read(`/${name}`)).toEqual({ contentType, body: '' })
  })

  it('may be named through a link that stays in the folder', async () => {
    symlinkSync(join(folder, 'index.html'), join(folder, 'link.html'))
    expect(await read('/link.html')).toMatchObject({ body: 'page' })
  })
})

describe('no page file', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/../page-two/secret.txt',
    '/assets/../index.html',
    '/./index.html',
    '//index.html',
    '/index.html/',
    '/index.html/x',
    '/index.html%00',
    '/index.html%00.js',
    '/C:%5csecret.txt',
    '/index.html::$DATA',
    '/.hidden',
    '/assets',
    '/missing.html',
    `/${'x'.repeat(300)}`,
    '/%',
    '/%ff',
    'index.html',
    '',
  ])('is what %s names', async (path) => expect(await read(path)).toBeNull())

  it('is what a link out of the folder names', async () => {
    symlinkSync(join(parent, 'secret.txt'), join(folder, 'link.txt'))
    symlinkSync(join(parent, 'page-two'), join(folder, 'two'))
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'))
    expect(await Promise.all(['/link.txt', '/two/secret.txt', '/loop.txt'].map(read))).toEqual([
      null,
      null,
      null,
    ])
  })

  it('is there where the whole folder is missing', async () => {
    rmSync(folder, { recursive: true })
    expect(await read('/')).toBeNull()
  })
})
