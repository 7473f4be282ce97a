// The real file system, as far as its promises go beyond Node's own.
import fs, { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** What the system is asked to put on the disk, and which of that it is asked to close again. */
function watchFlushing() {
  const flushed = vi.spyOn(fs, 'fsyncSync')
  const closed = vi.spyOn(fs, 'closeSync')
  onTestFinished(() => {
    flushed.mockRestore()
    closed.mockRestore()
  })
  return { flushed, closed }
}

/** Makes the program believe that it runs on another system until the test ends. */
function pretendPlatform(platform: NodeJS.Platform): void {
  const own = process.platform
  Object.defineProperty(process, 'platform', { value: platform })
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: own }))
}

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

  it('makes new files only', () => {
    const path = join(makeTemporaryFolder(), 'file')
    nodeFileSystem.close(nodeFileSystem.create(path))
    expect(() => nodeFileSystem.create(path)).toThrow('EEXIST')
  })

  it('has the bytes of a file put on the disk', () => {
    const { flushed } = watchFlushing()
    const descriptor = nodeFileSystem.create(join(makeTemporaryFolder(), 'file'))
    nodeFileSystem.flush(descriptor)
    nodeFileSystem.close(descriptor)
    expect(flushed.mock.calls).toEqual([[descriptor]])
  })

  it.skipIf(process.platform === 'win32')(
    'has the names in a folder put on the disk, and lets go of it',
    () => {
      const { flushed, closed } = watchFlushing()
      nodeFileSystem.flushFolder(makeTemporaryFolder())
      expect(flushed).toHaveBeenCalledOnce()
      expect(closed.mock.calls).toEqual(flushed.mock.calls)
      expect(() => nodeFileSystem.flushFolder(join(makeTemporaryFolder(), 'gone'))).toThrow('ENOENT')
    },
  )

  it('leaves folders alone on Windows, which opens none', () => {
    pretendPlatform('win32')
    const { flushed } = watchFlushing()
    nodeFileSystem.flushFolder(makeTemporaryFolder())
    expect(flushed).not.toHaveBeenCalled()
  })
})
