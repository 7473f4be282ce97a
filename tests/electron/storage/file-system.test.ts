// The real file system, as far as its promises go beyond Node's own.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

describe('nodeFileSystem', () => {
  it('reads a file, and tells one that is missing from one that cannot be read', () => {
    const folder = makeTemporaryFolder()
    const path = join(folder, 'file')
    expect(nodeFileSystem.read(path)).toBeNull()
    writeFileSync(path, 'text')
    expect(nodeFileSystem.read(path)).toEqual(Buffer.from('text'))
    expect(() => nodeFileSystem.read(folder)).toThrow('EISDIR')
  })

  it('removes a file, and is content where there is none', () => {
    const path = join(makeTemporaryFolder(), 'file')
    writeFileSync(path, 'text')
    nodeFileSystem.remove(path)
    nodeFileSystem.remove(path)
    expect(nodeFileSystem.read(path)).toBeNull()
  })
})
