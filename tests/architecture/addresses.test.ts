// The program connects to nothing, so its sources name no address.
import { describe, expect, it } from 'vitest'
import { findAddresses, findForbiddenAddresses } from './find-addresses.ts'
import { readSourceFiles } from './source-tree.ts'

const endings = ['.ts', '.tsx', '.css', '.html', '.json', '.svg']

describe('the sources of the program', () => {
  const files = readSourceFiles(['electron', 'renderer'], endings)

  it('name no address but those of the list', () => {
    const found = files.flatMap(({ path, text }) =>
      findForbiddenAddresses(path, text).map((address) => `${path}: ${address}`),
    )
    expect(found).toEqual([])
  })

  it('were really read', () => {
    expect(files.flatMap(({ path, text }) => findAddresses(path, text)).length).toBeGreaterThan(0)
  })
})

describe('findAddresses', () => {
  it.each([
    ['a string', 'x.ts', "fetch('https://example.org/a')", 'https://example.org/a'],
    ['a template', 'x.ts', 'const at = `http://${host}:${port}/a`', 'http://${}:${}/a'],
    ['page text', 'x.tsx', 'const a = <p>See https://example.org.</p>', 'https://example.org.'],
    ['an attribute', 'x.tsx', 'const a = <a href="http://example.org">x</a>', 'http://example.org'],
    ['a web socket', 'x.ts', "new WebSocket('wss://example.org')", 'wss://example.org'],
    [
      'a style sheet',
      'x.css',
      'a { background: url(https://example.org/a.png) }',
      'https://example.org/a.png',
    ],
    ['a page', 'x.html', '<script src="https://example.org/a.js"></script>', 'https://example.org/a.js'],
  ])('finds one in %s', (_where, path, source, address) => {
    expect(findAddresses(path, source)).toEqual([address])
  })

  it.each([
    ['x.ts', '// after https://example.org\n/** See https://example.org. */\nconst a = /^https:/'],
    ['x.css', '/* https://example.org */ a { color: red }'],
    ['x.html', '<!-- https://example.org --><p>x</p>'],
  ])('leaves the comments of %s alone', (path, source) => {
    expect(findAddresses(path, source)).toEqual([])
  })
})

describe('findForbiddenAddresses', () => {
  const svg = "const name = 'http://www.w3.org/2000/svg'"
  const own = 'const origin = `http://127.0.0.1:${port}`'

  it('lets XML names and the loopback address stand where they belong', () => {
    expect(findForbiddenAddresses('renderer/ui/mark.tsx', svg)).toEqual([])
    expect(findForbiddenAddresses('electron/shells/loopback/http-server.ts', own)).toEqual([])
  })

  it.each([
    ['renderer/app.tsx', own],
    ['renderer/app.tsx', "const a = 'http://www.w3.org/2000/svg/../elsewhere'"],
    ['electron/services/x.ts', svg],
    ['electron/shells/loopback/http-server.ts', "const a = 'http://127.0.0.1.example.org'"],
    ['electron/shells/loopback/http-server.ts', "const a = 'https://127.0.0.1:1'"],
  ])('refuses in %s: %s', (path, source) => {
    expect(findForbiddenAddresses(path, source)).toHaveLength(1)
  })
})
