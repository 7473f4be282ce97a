// Headers, doc comments and names of the source files.
import { describe, expect, it } from 'vitest'
import { checkFileName, findUndocumentedExports, hasHeader } from './check-source-file.ts'
import { readCodeFiles, readSourceFiles } from './source-tree.ts'

const everything = ['electron', 'renderer', 'scripts', 'tests']

describe('every source file', () => {
  it('begins by saying why it exists', () => {
    // A test says it by the name of its first `describe`.
    const files = readSourceFiles(everything, ['.ts', '.tsx', '.mjs', '.css']).filter(
      ({ path }) => !/\.(test|spec)\.tsx?$/.test(path),
    )
    expect(files.filter(({ text }) => !hasHeader(text)).map(({ path }) => path)).toEqual([])
  })

  it('has a kebab-case name that means something', () => {
    const files = readSourceFiles(everything, [
      '.ts',
      '.tsx',
      '.mjs',
      '.js',
      '.css',
      '.json',
      '.html',
      '.svg',
    ])
    expect(files.flatMap(({ path }) => checkFileName(path))).toEqual([])
  })
})

describe('every export of the program', () => {
  it('has a doc comment', () => {
    const files = readCodeFiles().filter(({ path }) => /^(electron|renderer)\//.test(path))
    expect(files.flatMap(({ path, text }) => findUndocumentedExports(path, text))).toEqual([])
  })
})

describe('hasHeader', () => {
  it.each(['// Why.\nimport a', '/* Why. */', '/** Why. */\nexport {}', '#!/usr/bin/env node\n// Why.'])(
    'accepts %j',
    (source) => {
      expect(hasHeader(source)).toBe(true)
    },
  )

  it.each(['', 'import a\n// Why.', '\n// Why.', '#!/usr/bin/env node\nimport a', '//'])(
    'refuses %j',
    (source) => {
      expect(hasHeader(source)).toBe(false)
    },
  )
})

describe('checkFileName', () => {
  it.each([
    'electron/services/search/create-lunr-index.ts',
    'tests/electron/dispatch.test.ts',
    'tests/vitest.config.ts',
    'renderer/index.html',
    'renderer/vite-env.d.ts',
    'renderer/messages/en.json',
  ])('accepts %s', (path) => {
    expect(checkFileName(path)).toEqual([])
  })

  it.each([
    'electron/services/SearchIndex.ts',
    'electron/services/searchIndex.ts',
    'electron/services/search_index.ts',
    'electron/Services/search-index.ts',
    'electron/services/-search.ts',
    'electron/utils/dates.ts',
    'electron/services/utils.ts',
    'electron/services/date-helpers.ts',
    'electron/services/search-manager.ts',
    'electron/services/common.ts',
    'electron/services/misc.ts',
    'electron/services/search/index.ts',
  ])('refuses %s', (path) => {
    expect(checkFileName(path)).toHaveLength(1)
  })
})

describe('findUndocumentedExports', () => {
  it('accepts exports that a doc comment precedes, and what is passed on', () => {
    const source = `// Why.
/** A. */
export const a = 1
/**
 * B.
 */
export interface B {}
/** C, twice over. */
export function c(x: string): string
export function c(x: number): number
export function c(x: unknown): unknown { return x }
/** D. */
export default function D() {}
export { e } from './e.ts'
export * from './f.ts'
const own = 1
`
    expect(findUndocumentedExports('x.tsx', source)).toEqual([])
  })

  it.each([
    ['no comment', 'export const a = 1'],
    ['a line comment', '// A.\nexport const a = 1'],
    ['a block comment that is no doc comment', '/* A. */\nexport type A = 1'],
    ['a doc comment of something else', '/** B. */\nconst b = 1\nexport const a = 1'],
    ['a string that looks like one', 'const b = `/** A. */`\nexport const a = 1'],
    ['an undocumented list', 'const a = 1\nexport { a }'],
    ['an undocumented default', 'export default class A {}'],
  ])('refuses an export with %s', (_what, source) => {
    expect(findUndocumentedExports('x.ts', source)).toHaveLength(1)
  })

  it('names file and line', () => {
    expect(findUndocumentedExports('x.ts', '// Why.\n\nexport const a = 1\n')).toEqual([
      'x.ts:3: an export without a doc comment',
    ])
  })
})
