// One safe write: all or nothing, wherever it fails and however full the disk is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { systemCode } from '../../../electron/storage/system-code.ts'
import { isTemporaryName, writeFileSafely } from '../../../electron/storage/write-file-safely.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { mountSmallDisk } from './small-disk.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const old = Buffer.from('the old bytes')
const fresh = Buffer.from('new bytes, and more of them than before')

/** Everything in a folder, by name. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

function folderWithOldFile(): { folder: string; path: string } {
  const folder = makeTemporaryFolder()
  const path = join(folder, 'desk.json')
  writeFileSync(path, old)
  return { folder, path }
}

/** The system's code for what goes wrong in a call, `null` where nothing does. */
function codeOf(act: () => void): string | null {
  try {
    act()
    return null
  } catch (cause) {
    return systemCode(cause)
  }
}

describe('writeFileSafely', () => {
  it('writes every byte where the system takes only a few at a time', () => {
    const { folder, path } = folderWithOldFile()
    const slow: FileSystem = {
      ...nodeFileSystem,
      write: (descriptor, bytes, offset) =>
        nodeFileSystem.write(descriptor, bytes.subarray(0, offset + 3), offset),
    }
    writeFileSafely(path, fresh, slow)
    expect(contents(folder)).toEqual({ 'desk.json': fresh.toString() })
  })

  it('flushes the bytes before the rename and the folder after it', () => {
    const { path } = folderWithOldFile()
    const fileSystem = createFaultyFileSystem()
    writeFileSafely(path, fresh, fileSystem)
    expect(fileSystem.calls).toEqual([
      'read',
      'create',
      'write',
      'flush',
      'size',
      'close',
      'rename',
      'flushFolder',
    ])
  })

  it.each(['read', 'create', 'write', 'flush', 'size', 'close', 'rename', 'flushFolder'] as const)(
    'leaves the old file and nothing beside it where "%s" fails',
    (call) => {
      const { folder, path } = folderWithOldFile()
      const fileSystem = createFaultyFileSystem()
      fileSystem.failNext(call, 'EIO')
      expect(() => writeFileSafely(path, fresh, fileSystem)).toThrow('EIO')
      expect(contents(folder)).toEqual({ 'desk.json': old.toString() })
    },
  )

  it.each(['write', 'rename', 'flushFolder'] as const)(
    'leaves no file where there was none and "%s" fails',
    (call) => {
      const folder = makeTemporaryFolder()
      const fileSystem = createFaultyFileSystem()
      fileSystem.failNext(call, 'EIO')
      expect(() => writeFileSafely(join(folder, 'desk.json'), fresh, fileSystem)).toThrow('EIO')
      expect(contents(folder)).toEqual({})
    },
  )

  it.each([
    ['no byte is taken', { write: () => 0 }],
    ['the file is shorter than what was written', { size: () => fresh.length - 1 }],
  ])('does not put a short file over a good one where %s', (_, fault) => {
    const { folder, path } = folderWithOldFile()
    expect(() => writeFileSafely(path, fresh, { ...nodeFileSystem, ...fault })).toThrow('EIO')
    expect(contents(folder)).toEqual({ 'desk.json': old.toString() })
  })

  it('tells the error of the write where removing the temporary file fails as well', () => {
    const { folder, path } = folderWithOldFile()
    const fileSystem = createFaultyFileSystem({
      ...nodeFileSystem,
      remove: () => {
        throw new Error('cannot be removed')
      },
    })
    fileSystem.failNext('flush', 'ENOSPC')
    expect(() => writeFileSafely(path, fresh, fileSystem)).toThrow('ENOSPC')
    const names = readdirSync(folder).toSorted()
    expect(names.filter((name) => !isTemporaryName(name))).toEqual(['desk.json'])
    expect(names).toHaveLength(2)
  })

  it('keeps the old bytes on a disk that fills up in the middle, however much of it is free', (context) => {
    const disk = mountSmallDisk()
    if (disk === null) return context.skip('no small disk can be mounted here: needs Linux and root')
    const path = join(disk.folder, 'desk.json')
    const page = 4096
    const first = Buffer.alloc(40 * page, 'a')
    const second = Buffer.alloc(40 * page, 'b')
    const outcomes = [0, 1, 7, 39, 40, 45].map((freePages) => {
      disk.empty()
      writeFileSafely(path, first, nodeFileSystem)
      disk.fillUpTo(freePages * page)
      const code = codeOf(() => writeFileSafely(path, second, nodeFileSystem))
      const bytes = readFileSync(path)
      const holds = bytes.equals(first) ? 'first' : bytes.equals(second) ? 'second' : 'neither'
      return { code, holds, leftovers: readdirSync(disk.folder).filter(isTemporaryName) }
    })
    const refused = { code: 'ENOSPC', holds: 'first', leftovers: [] }
    const written = { code: null, holds: 'second', leftovers: [] }
    expect(outcomes).toEqual([refused, refused, refused, refused, written, written])
  })
})

describe('isTemporaryName', () => {
  it('knows the temporary files of safe writes from all others', () => {
    const { folder, path } = folderWithOldFile()
    const seen: string[] = []
    const watching: FileSystem = {
      ...nodeFileSystem,
      rename(from, to) {
        seen.push(...readdirSync(folder))
        nodeFileSystem.rename(from, to)
      },
    }
    writeFileSafely(path, fresh, watching)
    expect(seen.filter(isTemporaryName)).toHaveLength(1)
    expect(
      ['desk.json', 'desk.json.tmp', 'desk.json.tmp-1a2b3c', 'bookwheel.lock', 'my.bookwheel-tmp'].filter(
        isTemporaryName,
      ),
    ).toEqual([])
  })
})
