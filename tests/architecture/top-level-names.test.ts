// The root of the repository holds what it is meant to hold.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { repositoryRoot } from './source-tree.ts'
import { readTopLevelNames, topLevelNames } from './top-level-names.ts'

describe('the root of the repository', () => {
  it('holds the names of the list and no others', () => {
    expect(readTopLevelNames(repositoryRoot)).toEqual(topLevelNames)
  })
})

describe('readTopLevelNames', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bookwheel-root-'))
    for (const folder of ['src', 'node_modules', 'out']) mkdirSync(join(root, folder))
    for (const file of ['README.md', 'src/a.ts', 'out/b.js', 'npm-debug.log'])
      writeFileSync(join(root, file), '')
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('reads what lies there where there is no checkout', () => {
    expect(readTopLevelNames(root)).toEqual(['README.md', 'src'])
  })

  it('reads what git tracks in a checkout', () => {
    spawnSync('git', ['init', '--quiet'], { cwd: root })
    spawnSync('git', ['add', 'README.md', 'src'], { cwd: root })
    writeFileSync(join(root, 'draft.txt'), '')
    expect(readTopLevelNames(root)).toEqual(['README.md', 'src'])
  })
})
