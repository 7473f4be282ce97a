// The storage lives with what the system refuses; a defect of the program is nothing to live with and must come out.
import fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createBackups } from '../../../electron/storage/backups.ts'
import { canWriteIn, checkReadable } from '../../../electron/storage/data-folder.ts'
import { settingsFormat } from '../../../electron/storage/document-formats.ts'
import { readFileMark } from '../../../electron/storage/file-mark.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { gainAccess } from '../../../electron/storage/gain-access.ts'
import { findLockHolder, takeLock } from '../../../electron/storage/lock.ts'
import { readOwnIdentity } from '../../../electron/storage/process-identity.ts'
import { readDocument } from '../../../electron/storage/read-document.ts'
import { sweepTemporaryFiles } from '../../../electron/storage/sweep-temporary-files.ts'
import { openRealStores } from './open-real-stores.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** No path at all: Node refuses the call before the system hears of it. */
const noPath = 'a\0b'
const refused = 'ERR_INVALID_ARG_VALUE'

function fail(): never {
  throw new Error('a defect')
}

describe('a path that is none', () => {
  const backups = createBackups(noPath, () => 0, nodeFileSystem)
  it.each<[string, () => unknown]>([
    ['looking at a file', () => readFileMark(noPath)],
    ['reading a store', () => readDocument(noPath)],
    ['reading a file', () => nodeFileSystem.read(noPath)],
    ['checking a folder', () => checkReadable(noPath)],
    ['opening a folder', () => gainAccess(noPath, 'loopback')],
    ['looking for a lock', () => findLockHolder(noPath)],
    ['sweeping', () => sweepTemporaryFiles(noPath)],
    ['listing backups', () => backups.namesIn('annotations')],
    ['looking for a backup', () => backups.findNewest('settings', settingsFormat)],
  ])('is told by %s', (_, act) => {
    expect(act).toThrow(expect.objectContaining({ code: refused }))
  })
})

describe('a defect', () => {
  it('in asking for a process is not taken for a missing right or for a process that has ended', () => {
    const kill = vi.spyOn(process, 'kill').mockImplementation(fail)
    onTestFinished(() => kill.mockRestore())
    const folder = makeTemporaryFolder()
    fs.writeFileSync(join(folder, 'bookwheel.lock'), JSON.stringify({ ...readOwnIdentity(), shell: null }))
    expect(() => takeLock(folder, 'loopback')).toThrow('a defect')
    expect(() => gainAccess(folder, 'loopback')).toThrow('a defect')
  })

  it('in reading who this process is does not pass for a system that does not say', () => {
    const read = vi.spyOn(fs, 'readFileSync').mockImplementationOnce(fail)
    onTestFinished(() => read.mockRestore())
    expect(readOwnIdentity).toThrow('a defect')
  })

  it('in comparing backups does not pass for one that cannot be read', () => {
    const backups = createBackups(makeTemporaryFolder(), () => 0, nodeFileSystem)
    const bytes = Buffer.from('{"format":1}')
    backups.keepOriginal('settings', bytes)
    const read = vi.spyOn(fs, 'readFileSync').mockImplementationOnce(fail)
    onTestFinished(() => read.mockRestore())
    expect(() => backups.keepOriginal('settings', bytes)).toThrow('a defect')
  })

  it('in trying to write does not pass for a folder that cannot be written', () => {
    const folder = makeTemporaryFolder()
    const write = vi.spyOn(fs, 'writeFileSync').mockImplementation(fail)
    onTestFinished(() => write.mockRestore())
    expect(() => canWriteIn(folder)).toThrow('a defect')
  })

  it('in setting a damaged store aside does not pass for a full disk', () => {
    const folder = makeTemporaryFolder()
    fs.writeFileSync(join(folder, 'settings.json'), '{')
    expect(() => openRealStores(folder, { ...nodeFileSystem, rename: fail })).toThrow('a defect')
  })

  it('in putting a store back does not pass for a full disk', () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([sampleAnnotation(1)])
    stores.close()
    nodeFileSystem.remove(join(folder, 'annotations', 'treaty.json'))
    expect(() => openRealStores(folder, { ...nodeFileSystem, create: fail })).toThrow('a defect')
  })

  it('in a write comes out as it is', () => {
    const stores = openRealStores(makeTemporaryFolder(), { ...nodeFileSystem, write: fail })
    expect(() => stores.settings.replace(settingsFormat.empty)).toThrow('a defect')
  })
})
