// Where the data lies and whether it can be used.
import fs, { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  canWriteIn,
  DataFolderProblem,
  prepareDataFolder,
  resolveDataFolder,
} from '../../../electron/storage/data-folder.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'
import { mountSmallDisk } from './small-disk.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

function problemOf(folder: string): { code: string; path: string } | null {
  try {
    prepareDataFolder(folder)
    return null
  } catch (cause) {
    if (!(cause instanceof DataFolderProblem)) throw cause
    return { code: cause.code, path: cause.path }
  }
}

describe('resolveDataFolder', () => {
  const linux = { argument: null, environment: {}, platform: 'linux', home: '/home/ada' } as const
  const windows = { ...linux, platform: 'win32', home: String.raw`C:\Users\Ada` } as const

  it.each([
    ['the argument', { ...linux, argument: '/data', environment: { BOOKWHEEL_DATA: '/other' } }, '/data'],
    ['BOOKWHEEL_DATA', { ...linux, environment: { BOOKWHEEL_DATA: '/other/' } }, '/other'],
    ['the default of Linux', linux, '/home/ada/.config/Bookwheel'],
    ['XDG_CONFIG_HOME', { ...linux, environment: { XDG_CONFIG_HOME: '/conf' } }, '/conf/Bookwheel'],
    [
      'the default where variables are empty',
      { ...linux, environment: { XDG_CONFIG_HOME: '', BOOKWHEEL_DATA: '' } },
      '/home/ada/.config/Bookwheel',
    ],
    [
      'the default of macOS',
      { ...linux, platform: 'darwin', home: '/Users/ada' },
      '/Users/ada/Library/Application Support/Bookwheel',
    ],
    [
      'APPDATA',
      { ...windows, environment: { APPDATA: String.raw`D:\Roaming` } },
      String.raw`D:\Roaming\Bookwheel`,
    ],
    ['the default of Windows', windows, String.raw`C:\Users\Ada\AppData\Roaming\Bookwheel`],
  ] as const)('answers %s', (_, question, folder) => {
    expect(resolveDataFolder(question)).toBe(folder)
  })

  it.skipIf(process.platform === 'win32')('counts a relative path from the working folder', () => {
    const folder = resolveDataFolder({ ...linux, argument: '../data' })
    expect(folder).toBe(resolve('../data'))
    expect(isAbsolute(folder)).toBe(true)
  })
})

describe('prepareDataFolder', () => {
  it('makes a missing folder with its parents', () => {
    const folder = join(makeTemporaryFolder(), 'a', 'b')
    prepareDataFolder(folder)
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('makes it for its owner alone', () => {
    const parent = join(makeTemporaryFolder(), 'a')
    prepareDataFolder(join(parent, 'b'))
    expect([parent, join(parent, 'b')].map((folder) => statSync(folder).mode & 0o777)).toEqual([0o700, 0o700])
  })

  it('says so where a file has the name of the folder', () => {
    const path = join(makeTemporaryFolder(), 'file')
    writeFileSync(path, '')
    expect(problemOf(path)).toEqual({ code: 'not-a-folder', path })
    expect(problemOf(join(path, 'inner'))).toEqual({ code: 'cannot-create', path: join(path, 'inner') })
  })

  it.skipIf(process.platform === 'win32')('says so where a link leads nowhere', () => {
    const path = join(makeTemporaryFolder(), 'link')
    symlinkSync('nowhere', path)
    expect(problemOf(path)).toEqual({ code: 'unreadable', path })
  })

  // Root may do everything, so the system is spoken for.
  it.each([
    ['listed but whose files may not be opened', fs.constants.X_OK],
    ['entered but not listed', fs.constants.R_OK],
  ])('says so where a folder may be %s', (_, refused) => {
    const asking = vi.spyOn(fs, 'accessSync').mockImplementation((_path, mode = 0) => {
      if ((mode & refused) !== 0) throw createSystemError('EACCES', 'not yours')
    })
    onTestFinished(() => asking.mockRestore())
    const path = makeTemporaryFolder()
    expect(problemOf(path)).toEqual({ code: 'unreadable', path })
  })

  it.skipIf(process.platform !== 'linux')('does not hang where the system refuses every folder', () => {
    const path = '/proc/bookwheel/data'
    expect(problemOf(path)).toEqual({ code: 'cannot-create', path })
  })
})

describe('canWriteIn', () => {
  it('tries it out and leaves nothing behind', () => {
    const folder = makeTemporaryFolder()
    expect(canWriteIn(folder)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is false where there is no folder', () => {
    expect(canWriteIn(join(makeTemporaryFolder(), 'gone'))).toBe(false)
  })

  it('is false on a disk that may not be written, and on a full one', (context) => {
    const disk = mountSmallDisk()
    if (disk === null) return context.skip('no small disk can be mounted here: needs Linux and root')
    disk.fillUpTo(0)
    expect(canWriteIn(disk.folder)).toBe(false)
    expect(readdirSync(disk.folder)).toEqual(['ballast'])
    disk.empty()
    expect(canWriteIn(disk.folder)).toBe(true)
    disk.makeReadOnly()
    expect(canWriteIn(disk.folder)).toBe(false)
  })
})
