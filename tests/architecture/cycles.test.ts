// No file may import itself in a circle, not even for types: one of the two then belongs elsewhere.
import { describe, expect, it } from 'vitest'
import { resolveImport } from './check-imports.ts'
import { findCycles } from './find-cycles.ts'
import { readImports } from './read-imports.ts'
import { readCodeFiles } from './source-tree.ts'

function cyclesOf(imports: Record<string, string[]>): string[][] {
  return findCycles(new Map(Object.entries(imports)))
}

describe('the files of the project', () => {
  const graph = new Map(
    readCodeFiles().map(({ path, text }) => [
      path,
      readImports(path, text).flatMap(({ specifier }) => (specifier && resolveImport(path, specifier)) ?? []),
    ]),
  )

  it('import each other in no circle', () => {
    expect(findCycles(graph).map((cycle) => cycle.join(' > '))).toEqual([])
  })

  it('were really read', () => {
    expect(graph.get('electron/dispatch.ts')).toContain('electron/contract/operations.ts')
  })
})

describe('findCycles', () => {
  it('finds none where all imports lead down, by whatever number of ways', () => {
    expect(cyclesOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['outside'] })).toEqual([])
  })

  it('finds a file that imports itself', () => {
    expect(cyclesOf({ a: ['a'] })).toEqual([['a', 'a']])
  })

  it('finds a circle that begins further down', () => {
    expect(cyclesOf({ a: ['b'], b: ['c'], c: ['d'], d: ['b'] })).toEqual([['b', 'c', 'd', 'b']])
  })

  it('finds circles apart from each other', () => {
    expect(cyclesOf({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] })).toEqual([
      ['a', 'b', 'a'],
      ['c', 'd', 'c'],
    ])
  })
})
