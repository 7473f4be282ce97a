// Folders made where they are missing, and made to last.
import fs, { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { makeFolder } from '../../../electron/storage/make-folder.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

function spyOnFlushing() {
  const flushing = vi.spyOn(nodeFileSystem, 'flushFolder')
  onTestFinished(() => flushing.mockRestore())
  return flushing
}

describe('makeFolder', () => {
  it('makes the parents too, and has each new name put on the disk', () => {
    const flushing = spyOnFlushing()
    const folder = join(makeTemporaryFolder(), 'one', 'two')
    makeFolder(folder)
    expect(existsSync(folder)).toBe(true)
    expect(flushing.mock.calls).toEqual([[dirname(dirname(folder))], [dirname(folder)]])
  })

  it('does nothing where the folder is there', () => {
    const flushing = spyOnFlushing()
    makeFolder(makeTemporaryFolder())
    expect(flushing).not.toHaveBeenCalled()
  })

  it('asks the system for missing folders only: it may refuse those that are there with any word', () => {
    const making = vi.spyOn(fs, 'mkdirSync')
    onTestFinished(() => making.mockRestore())
    const folder = makeTemporaryFolder()
    makeFolder(join(folder, 'one', 'two'))
    expect(making.mock.calls.map(([path]) => path)).toEqual([join(folder, 'one'), join(folder, 'one', 'two')])
  })

  it('is content where the parent may be entered but not listed', () => {
    spyOnFlushing().mockImplementation(() => {
      throw createSystemError('EACCES', 'not yours to list')
    })
    const folder = join(makeTemporaryFolder(), 'one')
    makeFolder(folder)
    expect(existsSync(folder)).toBe(true)
  })

  it('hides no defect', () => {
    spyOnFlushing().mockImplementation(() => {
      throw new TypeError('a defect')
    })
    expect(() => makeFolder(join(makeTemporaryFolder(), 'one'))).toThrow('a defect')
  })

  it('gives the system’s word where it cannot be made', () => {
    expect(() => makeFolder(join(makeTemporaryFolder(), 'long'.repeat(100)))).toThrow(/ENAMETOOLONG|ENOENT/)
  })
})
