// Every import of the project, held against the import table.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkImports, findLayer, packageOf, resolveImport } from './check-imports.ts'
import { importTable } from './import-table.ts'
import { readImports } from './read-imports.ts'
import { readManifest } from './read-manifest.ts'
import { readCodeFiles, repositoryRoot } from './source-tree.ts'

function check(path: string, code: string): string[] {
  return checkImports(importTable, path, readImports(path, code))
}

function layerOf(path: string): string | undefined {
  return findLayer(importTable, path)?.name
}

describe('the imports of the project', () => {
  const files = readCodeFiles().map(({ path, text }) => ({ path, imports: readImports(path, text) }))

  it('keep to the import table', () => {
    expect(files.flatMap(({ path, imports }) => checkImports(importTable, path, imports))).toEqual([])
  })

  it('were really read', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
  })

  it('name only packages of package.json', () => {
    const declared = new Set(Object.keys(readManifest().devDependencies))
    const isDeclared = (name: string): boolean => declared.has(name) || declared.has(`@types/${name}`)
    const specifiers = files.flatMap(({ imports }) => imports.map(({ specifier }) => specifier ?? 'node:'))
    const packages = specifiers.filter((specifier) => !/^(\.|node:)/.test(specifier)).map(packageOf)
    expect(packages.filter((name) => !isDeclared(name))).toEqual([])
  })
})

describe('the import table', () => {
  it('names no layer twice and no layer that is not there', () => {
    const names = importTable.map(({ name }) => name)
    const used = importTable.flatMap(({ layers, typeLayers = [] }) => [...layers, ...typeLayers])
    expect(names.length).toBe(new Set(names).size)
    expect(used.filter((name) => !names.includes(name))).toEqual([])
  })

  it('gives every file to the layer with the longest path', () => {
    expect(layerOf('electron/contract/article.ts')).toBe('contract')
    expect(layerOf('electron/services/library/read-text-file.ts')).toBe('services')
    expect(layerOf('electron/services/search/tokenise.ts')).toBe('search')
    expect(layerOf('electron/services/ports.ts')).toBe('ports')
    expect(layerOf('electron/shells/stderr-log.ts')).toBe('shells')
    expect(layerOf('electron/shells/desktop/preload.ts')).toBe('preload')
    expect(layerOf('renderer/ui/button.tsx')).toBe('ui')
    expect(layerOf('electron/elsewhere/stray.ts')).toBeUndefined()
    expect(layerOf('electron/dispatch.ts.ts')).toBeUndefined()
  })

  it('speaks of folders and files that are there', () => {
    const paths = importTable.map(({ path }) => path)
    expect(paths.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([])
  })
})

describe('checkImports', () => {
  it.each([
    ['electron/contract/article.ts', "import { z } from 'zod'"],
    ['electron/contract/events.ts', "import type { Settings } from './settings.ts'"],
    ['electron/services/search/lunr-terms.ts', "import lunr from 'lunr'"],
    [
      'electron/services/create-services.ts',
      "import { x } from './search/x.ts'; import { y } from 'node:fs'",
    ],
    ['electron/dispatch.ts', "import type { Log } from './services/ports.ts'"],
    ['electron/storage/safe-store.ts', "import type Conf from 'conf'"],
    ['electron/shells/desktop/main.ts', "import { app } from 'electron'; import Store from 'electron-store'"],
    ['electron/shells/loopback/main.ts', "import Conf from 'conf'; import { x } from '../static-files.ts'"],
    [
      'electron/shells/loopback/main.ts',
      "import path from '../../services/search/search-worker.ts?modulePath'",
    ],
    ['renderer/app.tsx', "import { createRoot } from 'react-dom/client'; import './app.css'"],
    ['renderer/api/client.ts', "import type { Article } from '../../electron/contract/article.ts'"],
    ['renderer/main.tsx', "import '@fontsource-variable/literata/opsz.css'"],
    ['tests/end-to-end/x.spec.ts', "import type { BrowserWindow } from 'electron'; await import(built)"],
  ])('lets %s have %s', (path, code) => {
    expect(check(path, code)).toEqual([])
  })

  it.each([
    ['electron/contract/article.ts', "import { readFile } from 'node:fs'"],
    ['electron/contract/article.ts', "import type { Log } from '../services/ports.ts'"],
    ['electron/contract/article.ts', "import lunr from 'lunr'"],
    ['electron/contract/operation-names.ts', "import { z } from 'zod'"],
    ['electron/services/ports.ts', "import type Conf from 'conf'"],
    ['electron/services/library/x.ts', "import lunr from 'lunr'"],
    ['electron/services/library/x.ts', "import { dispatch } from '../../dispatch.ts'"],
    ['electron/services/library/x.ts', "import type { OpenStores } from '../../storage/open-stores.ts'"],
    ['electron/services/library/x.ts', "import type { App } from 'electron'"],
    ['electron/services/search/x.ts', "import { z } from 'zod'"],
    ['electron/services/search/x.ts', "import fs from 'fs'"],
    ['electron/dispatch.ts', "import { createServices } from './services/create-services.ts'"],
    ['electron/dispatch.ts', "import { openStores } from './storage/open-stores.ts'"],
    ['electron/dispatch.ts', "import { z } from 'zod'"],
    ['electron/storage/x.ts', "import Conf from 'conf'"],
    ['electron/storage/x.ts', "import { type Conf } from 'conf'"],
    ['electron/storage/x.ts', "import type Store from 'electron-store'"],
    ['electron/storage/x.ts', "import { tokenise } from '../services/search/tokenise.ts'"],
    ['electron/shells/x.ts', "import { token } from './loopback/access-token.ts'"],
    ['electron/shells/loopback/x.ts', "import type { App } from 'electron'"],
    ['electron/shells/loopback/x.ts', "export { createMenu } from '../desktop/menu.ts'"],
    ['electron/shells/loopback/x.ts', "const store = await import('electron-store')"],
    ['electron/shells/desktop/x.ts', "import { token } from '../loopback/access-token.ts'"],
    ['electron/shells/desktop/x.ts', "type Page = import('../../../renderer/app.tsx').App"],
    ['electron/shells/desktop/preload.ts', "import { operationInputs } from '../../contract/operations.ts'"],
    ['electron/shells/desktop/preload.ts', "import { window } from './window.ts'"],
    ['electron/shells/desktop/preload.ts', "import path from 'node:path'"],
    ['electron/shells/desktop/ipc-channels.ts', "import { z } from 'zod'"],
    ['renderer/app.tsx', "import type { Log } from '../electron/services/ports.ts'"],
    ['renderer/app.tsx', "import { dispatch } from '../electron/dispatch.ts'"],
    ['renderer/app.tsx', "import { join } from 'node:path'"],
    ['renderer/app.tsx', "import { z } from 'zod'"],
    ['renderer/app.tsx', "import { readArticles } from '../tests/read-articles.ts'"],
    ['renderer/app.tsx', 'await import(name)'],
    ['renderer/app.tsx', 'const all = import.meta.glob(`../electron/shells/*.ts`)'],
    ['renderer/api/client.ts', "import type { Page } from '../state/page-state.ts'"],
    ['renderer/messages/x.ts', "import { transport } from '../api/transport.ts'"],
    ['renderer/ui/button.tsx', "import { Pane } from '../features/reading/pane.tsx'"],
    ['scripts/start.mjs', "import electron from 'electron'"],
    ['scripts/start.mjs', "const electron = require('electron')"],
    ['tests/electron/x.test.ts', "import { app } from 'electron'"],
    ['tests/electron/x.test.ts', "import Store from 'electron-store'"],
    ['tests/electron/x.test.ts', "import { x } from '../../corpus/x.ts'"],
    ['electron/stray.ts', ''],
  ])('refuses %s: %s', (path, code) => {
    expect(check(path, code)).toHaveLength(1)
  })

  it('names the file, the line, the layer and what it may not import', () => {
    const path = 'electron/storage/x.ts'
    expect(check(path, "import { join } from 'node:path'\n\nimport type { App } from 'electron'\n")).toEqual([
      'electron/storage/x.ts:3: storage may not import electron (types)',
    ])
  })
})

describe('readImports', () => {
  it('reads every form in which a module can be named', () => {
    const code = `
import value from './a.ts'
import type { Type } from './b.ts'
import { type Inline } from './c.ts'
import './d.css'
export { passed } from './e.ts'
export type { Passed } from './f.ts'
export * from './g.ts'
const dynamic = await import('./h.ts')
const template = await import(\`./i.ts\`)
const gap = await import(\`./\${name}.ts\`)
const required = require('./j.cjs')
type FromImport = import('./k.ts').Type
import legacy = require('./l.cjs')
const glob = import.meta.glob('./m/*.ts')
export const own = 1
`
    expect(readImports('x.ts', code).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
      ['./a.ts', false],
      ['./b.ts', true],
      ['./c.ts', false],
      ['./d.css', false],
      ['./e.ts', false],
      ['./f.ts', true],
      ['./g.ts', false],
      ['./h.ts', false],
      ['./i.ts', false],
      [null, false],
      ['./j.cjs', false],
      ['./k.ts', true],
      ['./l.cjs', false],
      ['./m/*.ts', false],
    ])
  })

  it('is not led astray by comments and strings', () => {
    expect(readImports('x.ts', `// import a from 'a'\nconst text = "import b from 'b'"`)).toEqual([])
  })

  it('says when a file cannot be parsed', () => {
    expect(() => readImports('x.ts', 'import from from')).toThrow('x.ts cannot be parsed')
  })
})

describe('resolveImport', () => {
  it('resolves from the importing file, without a query, and leaves packages alone', () => {
    expect(resolveImport('a/b/c.ts', '../d.ts?worker')).toBe('a/d.ts')
    expect(resolveImport('a/b/c.ts', './d.ts')).toBe('a/b/d.ts')
    expect(resolveImport('a/b/c.ts', '../../../d.ts')).toBe('../d.ts')
    expect(resolveImport('a/b/c.ts', 'd')).toBeNull()
  })
})

describe('packageOf', () => {
  it.each([
    ['react', 'react'],
    ['react-dom/client', 'react-dom'],
    ['@fontsource-variable/literata/opsz.css', '@fontsource-variable/literata'],
  ])('takes %s for %s', (specifier, name) => {
    expect(packageOf(specifier)).toBe(name)
  })
})
