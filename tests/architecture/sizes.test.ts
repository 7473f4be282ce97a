// Files stay small enough to be read at one go.
import { describe, expect, it } from 'vitest'
import type { SourceFile } from './source-tree.ts'
import { readSourceFiles } from './source-tree.ts'

/** The most lines that a source file may have. */
const cap = 400
/** From here on one asks whether a file does two things. */
const question = 250

function longerThan(limit: number, files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}

describe('the sizes of source files', () => {
  const files = readSourceFiles(['electron', 'renderer', 'scripts', 'tests'], ['.ts', '.tsx', '.mjs', '.css'])

  it(`stay within ${cap} lines`, () => {
    expect(longerThan(cap, files)).toEqual([])
  })

  it('are told where they ask for a second look', () => {
    const long = longerThan(question, files)
    console.log([`${long.length} of ${files.length} files have over ${question} lines`, ...long].join('\n  '))
    expect(long.length).toBeLessThan(files.length)
  })
})

describe('longerThan', () => {
  it('counts lines, whether or not the last one is ended', () => {
    const files = [
      { path: 'two.ts', text: 'a\nb\n' },
      { path: 'three.ts', text: 'a\nb\nc' },
    ]
    expect(longerThan(2, files)).toEqual(['three.ts: 3 lines'])
  })
})
