// What is set aside: under a name of its own, once, and safe on the disk before anything else happens.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { createQuarantine } from '../../../electron/storage/quarantine.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const time = Date.UTC(2026, 10, 21, 8, 44, 10, 123)
const stamp = '2026-11-21T08-44-10-123Z'

function open(more: Partial<FileSystem> = {}) {
  const folder = makeTemporaryFolder()
  mkdirSync(join(folder, 'annotations'))
  const quarantine = createQuarantine(folder, () => time, { ...nodeFileSystem, ...more })
  return { folder, quarantine, kept: join(folder, 'quarantine') }
}

describe('the quarantine', () => {
  it('moves a file away, and has both folders put on the disk', () => {
    const flushed: string[] = []
    const { folder, quarantine, kept } = open({
      flushFolder(path) {
        flushed.push(path)
        nodeFileSystem.flushFolder(path)
      },
    })
    const path = join(folder, 'annotations', 'treaty.json')
    writeFileSync(path, 'damaged')
    const keptAt = quarantine.move(path, 'annotations/treaty')
    expect(keptAt).toBe(join(kept, `annotations-treaty-${stamp}.json`))
    expect(readFileSync(keptAt, 'utf8')).toBe('damaged')
    expect(readdirSync(join(folder, 'annotations'))).toEqual([])
    expect(flushed.slice(-2)).toEqual([kept, join(folder, 'annotations')])
  })

  it('gives every file of one moment a name of its own', () => {
    const { quarantine, kept } = open()
    for (const text of ['one', 'two', 'three']) quarantine.copy(Buffer.from(text), 'settings')
    const names = [`settings-${stamp}-2.json`, `settings-${stamp}-3.json`, `settings-${stamp}.json`]
    expect(readdirSync(kept).toSorted()).toEqual(names)
  })

  it('keeps one copy of the same bytes of a store', () => {
    const { quarantine, kept } = open()
    const first = quarantine.copy(Buffer.from('same'), 'settings')
    expect(quarantine.copy(Buffer.from('same'), 'settings')).toBe(first)
    expect(quarantine.copy(Buffer.from('same'), 'workspace')).not.toBe(first)
    expect(readdirSync(kept)).toHaveLength(2)
  })
})
