// Backups on disk: taken from sound files only, whole or not at all, and found again when they are needed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/contract/settings.ts'
import { createBackups } from '../../../electron/storage/backups.ts'
import { settingsFormat } from '../../../electron/storage/document-formats.ts'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { systemCode } from '../../../electron/storage/system-code.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { readTree } from './read-tree.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const day = 86_400_000
const start = Date.UTC(2026, 10, 16, 8)

function begin(fileSystem: FileSystem = nodeFileSystem) {
  const folder = makeTemporaryFolder()
  const path = join(folder, 'settings.json')
  const clock = { now: start }
  const backups = createBackups(folder, () => clock.now, fileSystem)
  return {
    folder,
    path,
    clock,
    backups,
    store: (textSize: number) => writeFileSync(path, JSON.stringify({ format: 1, textSize })),
    take: () => backups.take('settings', path, settingsFormat),
    findNewest: () => backups.findNewest('settings', settingsFormat),
    list: () => readdirSync(join(folder, 'backups', 'settings')).toSorted(),
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

describe('taking a backup', () => {
  it('copies the bytes of the file under a name that says when', () => {
    const { folder, path, store, take, findNewest } = begin()
    store(20)
    expect(take()).toBe(true)
    const backup = join(folder, 'backups', 'settings', '000001_2026-11-16T08-00-00-000Z.json')
    expect(readFileSync(backup)).toEqual(readFileSync(path))
    expect(findNewest()).toEqual({
      value: settingsSchema.parse({ textSize: 20 }),
      path: backup,
      takenAt: start,
    })
  })

  it('takes none of what the last one holds', () => {
    const { store, take, list } = begin()
    store(20)
    expect([take(), take()]).toEqual([true, false])
    expect(list()).toHaveLength(1)
  })

  it.each([
    ['a damaged file', '{"format":1,'],
    ['a file with unusable values', '{"format":1,"theme":"neon"}'],
    ['a file of a newer program', '{"format":2}'],
    ['a file that does not say its format', '{"theme":"dark"}'],
  ])('takes none of %s', (_, content) => {
    const { folder, path, take } = begin()
    writeFileSync(path, content)
    expect(take()).toBe(false)
    expect(readTree(folder)).toEqual({ 'settings.json': content })
  })

  it('takes none where there is no file', () => {
    const { folder, take } = begin()
    expect(take()).toBe(false)
    expect(readTree(folder)).toEqual({})
  })

  it('writes in a temporary file, flushes, reads it back, renames, and flushes the folder', () => {
    const fileSystem = createFaultyFileSystem()
    const { store, take } = begin(fileSystem)
    store(20)
    take()
    expect(fileSystem.calls).toEqual([
      'create',
      'write',
      'flush',
      'size',
      'close',
      'read',
      'rename',
      'flushFolder',
    ])
  })

  it.each(['create', 'write', 'flush', 'size', 'close', 'read', 'rename', 'flushFolder'] as const)(
    'leaves the others and nothing beside them where "%s" fails',
    (call) => {
      const fileSystem = createFaultyFileSystem()
      const { folder, store, take, list } = begin(fileSystem)
      for (const textSize of [20, 21, 22]) {
        store(textSize)
        take()
      }
      const before = list()
      store(23)
      fileSystem.failNext(call, 'ENOSPC')
      expect(take).toThrow('ENOSPC')
      expect(list()).toEqual(before)
      expect(readdirSync(join(folder, 'backups'))).toEqual(['settings'])
      expect(take()).toBe(true)
    },
  )

  it('does not trust a disk that gives back other bytes than it was given', () => {
    const lying: FileSystem = {
      ...nodeFileSystem,
      read(path) {
        const bytes = nodeFileSystem.read(path)
        bytes?.set([(bytes[0] ?? 0) ^ 1])
        return bytes
      },
    }
    const { store, take, list } = begin(lying)
    store(20)
    expect(take).toThrow('EIO')
    expect(list()).toEqual([])
  })

  it('rotates: after months of daily changes a good one is there for each of the last days and weeks', () => {
    const { clock, store, take, list } = begin()
    for (let number = 0; number < 90; number += 1) {
      clock.now = start + number * day
      store(12 + (number % 28))
      take()
    }
    // Seven days, and the ends of the four weeks before them.
    expect(list()).toHaveLength(11)
    expect(list().at(-1)).toMatch(/^000090_/)
  })

  it('removes none before the new one is on the disk', () => {
    const fileSystem = createFaultyFileSystem()
    const { store, take } = begin(fileSystem)
    for (const textSize of [20, 21, 22, 23]) {
      fileSystem.calls.length = 0
      store(textSize)
      take()
    }
    expect(fileSystem.calls.slice(-2)).toEqual(['flushFolder', 'remove'])
  })

  it('keeps the order of taking where the clock goes back', () => {
    const { clock, store, take, findNewest } = begin()
    store(20)
    take()
    clock.now = 0
    store(21)
    take()
    expect(findNewest()?.value.textSize).toBe(21)
  })

  it('leaves files alone that are no backups', () => {
    const { folder, store, take, list } = begin()
    put(join(folder, 'backups', 'settings', 'mine.json'), 'mine')
    for (const textSize of [20, 21, 22, 23, 24]) {
      store(textSize)
      take()
    }
    expect(list()).toHaveLength(4)
    expect(list()).toContain('mine.json')
  })

  it.each(['backups', 'backups/settings'])('tells where something stands in the way at %s', (name) => {
    const { folder, store, take } = begin()
    put(join(folder, name), 'in the way')
    store(20)
    const codes: (string | null)[] = []
    try {
      take()
    } catch (cause) {
      codes.push(systemCode(cause))
    }
    expect(codes).toEqual([expect.stringMatching(/ENOTDIR|EEXIST|ENOENT/)])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('in the way')
  })
})

describe('finding a backup', () => {
  it.each([
    ['cut off', '{"format":1,"textSi'],
    ['of a newer program', '{"format":7}'],
    ['with unusable values', '{"format":1,"theme":"neon"}'],
    ['empty', ''],
  ])('passes over one that is %s', (_, content) => {
    const { folder, store, take, findNewest, list } = begin()
    store(20)
    take()
    store(21)
    take()
    writeFileSync(join(folder, 'backups', 'settings', list().at(-1) ?? ''), content)
    expect(findNewest()?.value.textSize).toBe(20)
  })

  it('goes by the number in the names and not by their order in the alphabet', () => {
    const { folder, findNewest } = begin()
    for (const [name, textSize] of [
      ['000002', 20],
      ['1000000', 22],
      ['999999', 21],
    ] as const) {
      const path = join(folder, 'backups', 'settings', `${name}_2026-11-16T08-00-00-000Z.json`)
      put(path, JSON.stringify({ format: 1, textSize }))
    }
    expect(findNewest()?.value.textSize).toBe(22)
  })

  it('passes over folders and links that have the name of one', () => {
    const { folder, store, take, findNewest } = begin()
    store(20)
    take()
    mkdirSync(join(folder, 'backups', 'settings', '000002_2026-11-17T08-00-00-000Z.json'))
    expect(findNewest()?.value.textSize).toBe(20)
  })

  it('finds none where there is none, and nothing where the folder is a file', () => {
    const { folder, findNewest, backups } = begin()
    expect(findNewest()).toBeNull()
    put(join(folder, 'backups'), 'in the way')
    expect(findNewest()).toBeNull()
    expect(backups.namesIn('annotations')).toEqual([])
    rmSync(join(folder, 'backups'))
    put(join(folder, 'backups', 'annotations', 'treaty', 'x'), '')
    expect(backups.namesIn('annotations')).toEqual(['treaty'])
  })
})

describe('keeping the original of a migration', () => {
  it('keeps the bytes once, and no rotation takes them away', () => {
    const { store, take, list, backups, findNewest } = begin()
    const original = Buffer.from('{"format":1,"textSize":19}')
    backups.keepOriginal('settings', original)
    backups.keepOriginal('settings', original)
    expect(findNewest()?.value.textSize).toBe(19)
    for (const textSize of [20, 21, 22, 23, 24, 25]) {
      store(textSize)
      take()
    }
    expect(list()).toHaveLength(4)
    expect(list()[0]).toBe('000001_2026-11-16T08-00-00-000Z_before-migration.json')
  })

  it('keeps each of several originals, whatever other backup holds the same bytes', () => {
    const { store, take, list, backups } = begin()
    store(20)
    take()
    backups.keepOriginal('settings', Buffer.from('{"format":1,"textSize":20}'))
    backups.keepOriginal('settings', Buffer.from('{"format":1,"textSize":21}'))
    expect(list().filter((name) => name.includes('before-migration'))).toHaveLength(2)
  })
})
