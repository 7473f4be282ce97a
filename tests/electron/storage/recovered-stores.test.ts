// Stores that come back from their backups, and from what is still whole in their damaged files.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it, onTestFinished } from 'vitest'
import { settingsSchema, workspaceSchema } from '../../../electron/contract/settings.ts'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStores } from '../../../electron/storage/open-stores.ts'
import { failureOf } from './document-store-suite.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { createManualTiming } from './manual-timing.ts'
import { openRealStores, testTime } from './open-real-stores.ts'
import { readTree } from './read-tree.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const time = '2026-11-21T08-44-10-123Z'
const dark = settingsSchema.parse({ theme: 'dark' })
const notes = [sampleAnnotation(1), sampleAnnotation(2)]
const store = 'annotations/treaty'

/** A folder with notes and settings, closed again, so that there is a backup of each. */
function folderWithBackups() {
  const folder = makeTemporaryFolder()
  const stores = openRealStores(folder)
  stores.annotations('treaty').replace(notes)
  stores.settings.replace(dark)
  stores.workspace.replace(workspaceSchema.parse({ query: 'arms' }))
  stores.close()
  const backup = (name: string) => ({
    path: join(folder, 'backups', name, `000001_${time}.json`),
    takenAt: testTime,
  })
  return { folder, path: join(folder, 'annotations', 'treaty.json'), backup }
}

/** What the first of several starts finds; the second must find the same and have nothing to tell. */
function startTwice(folder: string, look: (stores: OpenStores) => void): OpenStores {
  const stores = openRealStores(folder)
  look(stores)
  stores.close()
  const again = openRealStores(folder)
  look(again)
  expect(again.notices()).toEqual([])
  return stores
}

/** For tests that open a folder hundreds of times and expect no power cut. */
const withoutFlushing: FileSystem = {
  ...nodeFileSystem,
  flush: () => undefined,
  flushFolder: () => undefined,
}

describe('a damaged store with a backup', () => {
  it('comes back whole, is on the disk again, and its damaged bytes are kept', () => {
    const { folder, path, backup } = folderWithBackups()
    const good = readFileSync(path)
    writeFileSync(path, 'junk')
    const stores = startTwice(folder, (opened) => expect(opened.annotations('treaty').read()).toEqual(notes))
    const keptAt = join(folder, 'quarantine', `annotations-treaty-${time}.json`)
    expect(stores.notices()).toEqual([
      { kind: 'store-recovered', store, cause: 'damaged', backup: backup(store), keptAt },
    ])
    expect(readFileSync(keptAt, 'utf8')).toBe('junk')
    expect(readFileSync(path)).toEqual(good)
  })

  it('comes back without the class of stores: electron-store cannot be made while folders are opened', () => {
    const { folder, path } = folderWithBackups()
    const good = readFileSync(path)
    writeFileSync(path, 'junk')
    const NotYet = new Proxy(Conf, {
      construct() {
        throw new Error('Failed to get the path')
      },
    })
    const stores = openRealStores(folder, nodeFileSystem, { StoreClass: NotYet })
    expect(stores.annotations('treaty').read()).toEqual(notes)
    expect(readFileSync(path)).toEqual(good)
  })

  it('is there with its settings and its desk as well', () => {
    const { folder } = folderWithBackups()
    writeFileSync(join(folder, 'settings.json'), '')
    writeFileSync(join(folder, 'workspace.json'), '[')
    const stores = startTwice(folder, (opened) => {
      expect(opened.settings.read()).toEqual(dark)
      expect(opened.workspace.read()?.query).toBe('arms')
    })
    expect(stores.notices().map(({ kind }) => kind)).toEqual(['store-recovered', 'store-recovered'])
  })

  it('comes back where something else than a file stands in its place', () => {
    const { folder, path } = folderWithBackups()
    rmSync(path)
    mkdirSync(join(path, 'inner'), { recursive: true })
    startTwice(folder, (opened) => expect(opened.annotations('treaty').read()).toEqual(notes))
    expect(readdirSync(join(folder, 'quarantine', `annotations-treaty-${time}.json`))).toEqual(['inner'])
  })

  it('has what was written after the backup too, as far as it is whole', () => {
    const { folder, path } = folderWithBackups()
    const stores = openRealStores(folder)
    const changed = { ...sampleAnnotation(1), note: 'changed since', revision: 2 }
    stores
      .annotations('treaty')
      .replace([changed, sampleAnnotation(2), sampleAnnotation(3), sampleAnnotation(4)])
    rmSync(join(folder, 'backups', store, `000001_${time}.json`))
    writeFileSync(
      join(folder, 'backups', store, `000001_${time}.json`),
      JSON.stringify({ format: 1, annotations: notes }),
    )
    const whole = readFileSync(path)
    stores.close()
    rmSync(join(folder, 'backups', store, `000002_${time}.json`))
    writeFileSync(path, whole.subarray(0, -60))
    startTwice(folder, (opened) =>
      expect(opened.annotations('treaty').read()).toEqual([
        changed,
        sampleAnnotation(2),
        sampleAnnotation(3),
      ]),
    )
  })

  it('is not overwritten while its bytes cannot be kept, and is as soon as they can', () => {
    const { folder, path, backup } = folderWithBackups()
    writeFileSync(path, 'junk')
    writeFileSync(join(folder, 'quarantine'), 'in the way')
    const stores = openRealStores(folder)
    expect(stores.annotations('treaty').read()).toEqual(notes)
    const notice = { kind: 'store-recovered', store, cause: 'damaged', backup: backup(store) } as const
    expect(stores.notices()).toEqual([{ ...notice, keptAt: path }])
    expect(failureOf(() => stores.annotations('treaty').replace([]))).toMatchObject({ code: 'write-failed' })
    expect(readFileSync(path, 'utf8')).toBe('junk')
    rmSync(join(folder, 'quarantine'))
    stores.annotations('treaty').replace([...notes, sampleAnnotation(3)])
    const keptAt = join(folder, 'quarantine', `annotations-treaty-${time}.json`)
    expect(readFileSync(keptAt, 'utf8')).toBe('junk')
    expect(stores.notices()).toContainEqual({ ...notice, keptAt })
  })

  it('is held in memory where it cannot be written back, and brought back once more by the next start', () => {
    const { folder, path } = folderWithBackups()
    writeFileSync(path, 'junk')
    const full: FileSystem = {
      ...nodeFileSystem,
      rename(from, to) {
        if (to === path) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        nodeFileSystem.rename(from, to)
      },
    }
    const stores = openRealStores(folder, full)
    expect(stores.annotations('treaty').read()).toEqual(notes)
    expect(failureOf(() => stores.annotations('treaty').replace([]))).toEqual({ code: 'disk-full', store })
    stores.close()
    expect(readFileSync(path, 'utf8')).toBe('junk')
    startTwice(folder, (opened) => expect(opened.annotations('treaty').read()).toEqual(notes))
  })

  it('is only shown where another Bookwheel holds the folder: nothing is written', () => {
    const { folder, path, backup } = folderWithBackups()
    openRealStores(folder)
    writeFileSync(path, 'junk')
    const before = readTree(folder, [])
    const second = openRealStores(folder)
    expect(second.annotations('treaty').read()).toEqual(notes)
    expect(second.notices()).toEqual([
      { kind: 'store-recovered', store, cause: 'damaged', backup: backup(store), keptAt: path },
    ])
    second.close()
    expect(readTree(folder, [])).toEqual(before)
  })
})

describe('a damaged store without a backup', () => {
  it('has all that is whole in it', () => {
    const { folder, path } = folderWithBackups()
    rmSync(join(folder, 'backups'), { recursive: true })
    const damaged = readFileSync(path).subarray(0, -60)
    writeFileSync(path, damaged)
    const stores = startTwice(folder, (opened) =>
      expect(opened.annotations('treaty').read()).toEqual([sampleAnnotation(1)]),
    )
    const keptAt = join(folder, 'quarantine', `annotations-treaty-${time}.json`)
    expect(stores.notices()).toEqual([
      { kind: 'store-recovered', store, cause: 'damaged', backup: null, keptAt },
    ])
    expect(readFileSync(keptAt)).toEqual(damaged)
  })
})

describe('a store with unusable values', () => {
  it('takes the annotations that it lost from the backup', () => {
    const { folder, path, backup } = folderWithBackups()
    const damaged = readFileSync(path, 'utf8').replace('"green"', '"grepn"')
    writeFileSync(path, damaged)
    const stores = openRealStores(folder)
    const keptAt = join(folder, 'quarantine', `annotations-treaty-${time}.json`)
    expect(
      stores
        .annotations('treaty')
        .read()
        .toSorted((a, b) => a.id.localeCompare(b.id)),
    ).toEqual(notes)
    expect(stores.notices()).toEqual([
      { kind: 'values-dropped', store, fields: ['annotations[0]'], keptAt },
      { kind: 'store-recovered', store, cause: 'damaged', backup: backup(store), keptAt },
    ])
    stores.annotations('treaty').replace(stores.annotations('treaty').read())
    expect(readFileSync(keptAt, 'utf8')).toBe(damaged)
  })
})

describe('a store that cannot be read', () => {
  it.for(['NEWER_FORMAT', 'EACCES'])('shows its backup and cannot be written (%s)', (code, context) => {
    if (code === 'EACCES' && (process.platform === 'win32' || process.getuid?.() === 0))
      return context.skip('needs a file that its owner may not read: not root, not Windows')
    const { folder, path, backup } = folderWithBackups()
    if (code === 'NEWER_FORMAT') writeFileSync(path, '{"format":2}')
    else chmodSync(path, 0)
    onTestFinished(() => chmodSync(path, 0o600))
    const stores = openRealStores(folder)
    expect(stores.annotations('treaty').read()).toEqual(notes)
    expect(stores.notices()).toEqual([
      { kind: 'store-recovered', store, cause: 'unreadable', backup: backup(store), keptAt: path },
    ])
    const changed = statSync(path).mtimeMs
    expect(failureOf(() => stores.annotations('treaty').replace([]))).toEqual({
      code: 'write-failed',
      store,
      systemCode: code,
    })
    expect(statSync(path).mtimeMs).toBe(changed)
  })
})

describe('a store whose file is missing', () => {
  it.each([
    ['the file', 'annotations/treaty.json'],
    ['the folder', 'annotations'],
  ])('comes back where it held notes and %s has gone', (_, name) => {
    const { folder, backup } = folderWithBackups()
    rmSync(join(folder, name), { recursive: true })
    const stores = startTwice(folder, (opened) => expect(opened.annotations('treaty').read()).toEqual(notes))
    expect(stores.notices()).toEqual([
      { kind: 'store-recovered', store, cause: 'missing', backup: backup(store), keptAt: null },
    ])
  })

  it('stays gone where its backups have gone as well', () => {
    const { folder } = folderWithBackups()
    rmSync(join(folder, 'annotations'), { recursive: true })
    rmSync(join(folder, 'backups', 'annotations'), { recursive: true })
    startTwice(folder, (opened) => expect(opened.annotations('treaty').read()).toEqual([]))
  })

  it('begins anew where it held settings or the desk: to delete it is how one begins anew', () => {
    const { folder } = folderWithBackups()
    rmSync(join(folder, 'settings.json'))
    rmSync(join(folder, 'workspace.json'))
    const stores = startTwice(folder, (opened) => {
      expect(opened.settings.read()).toEqual(settingsSchema.parse({}))
      expect(opened.workspace.read()).toBeNull()
    })
    expect(stores.notices()).toEqual([])
  })

  it('is left alone where the name of its backups is no article', () => {
    const { folder } = folderWithBackups()
    mkdirSync(join(folder, 'backups', 'annotations', 'Treaty (copy)'))
    expect(openRealStores(folder).notices()).toEqual([])
  })
})

describe('backups of an open folder', () => {
  it('are taken while nobody writes, of what was written', () => {
    const folder = makeTemporaryFolder()
    const timing = createManualTiming()
    const stores = openRealStores(folder, nodeFileSystem, { timing })
    stores.settings.replace(dark)
    expect(readTree(folder)).not.toHaveProperty('backups')
    timing.pass(60_000)
    expect(readdirSync(join(folder, 'backups'))).toEqual(['settings'])
    stores.annotations('treaty').replace(notes)
    timing.pass(60_000)
    expect(readTree(folder)).toMatchObject({
      [`backups/settings/000001_${time}.json`]: readFileSync(join(folder, 'settings.json'), 'latin1'),
      [`backups/annotations/treaty/000001_${time}.json`]: readFileSync(
        join(folder, 'annotations', 'treaty.json'),
        'latin1',
      ),
    })
  })

  it('are taken some time after the start of what has none', () => {
    const { folder } = folderWithBackups()
    rmSync(join(folder, 'backups'), { recursive: true })
    const timing = createManualTiming()
    openRealStores(folder, nodeFileSystem, { timing })
    timing.pass(60_000)
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual(['annotations', 'settings', 'workspace'])
  })

  it('never fail a write: a failure is told once', () => {
    const folder = makeTemporaryFolder()
    writeFileSync(join(folder, 'backups'), 'in the way')
    const timing = createManualTiming()
    const stores = openRealStores(folder, nodeFileSystem, { timing })
    stores.settings.replace(dark)
    stores.annotations('treaty').replace(notes)
    timing.pass(3_600_000)
    stores.close()
    expect(stores.notices()).toEqual([
      {
        kind: 'backup-failed',
        store: 'settings',
        systemCode: expect.stringMatching(/ENOTDIR|EEXIST|ENOENT/),
      },
    ])
    expect(openRealStores(folder).annotations('treaty').read()).toEqual(notes)
  })

  it('are not taken where the folder may not be written', () => {
    const { folder } = folderWithBackups()
    rmSync(join(folder, 'backups'), { recursive: true })
    openRealStores(folder, nodeFileSystem, { timing: createManualTiming() })
    const before = readTree(folder, [])
    const timing = createManualTiming()
    const second = openRealStores(folder, nodeFileSystem, { timing })
    timing.pass(3_600_000)
    second.close()
    expect(readTree(folder, [])).toEqual(before)
  })

  it('are swept of what a crash left of them', () => {
    const { folder } = folderWithBackups()
    const before = readTree(folder)
    writeFileSync(join(folder, 'backups', 'backup.json.0123456789ab.bookwheel-tmp'), 'half of it')
    openRealStores(folder).close()
    expect(readTree(folder)).toEqual(before)
  })

  it('do not hinder one another where a write of one fails', () => {
    const folder = makeTemporaryFolder()
    const fileSystem = createFaultyFileSystem()
    const stores = openRealStores(folder, fileSystem)
    stores.settings.replace(dark)
    stores.annotations('treaty').replace(notes)
    fileSystem.failNext('flush', 'EIO')
    stores.close()
    expect(stores.notices()).toEqual([{ kind: 'backup-failed', store: 'settings', systemCode: 'EIO' }])
    expect(readdirSync(join(folder, 'backups', 'annotations', 'treaty'))).toHaveLength(1)
  })
})

describe('a damaged annotation file with a backup', () => {
  it('never loses a note, whichever byte of it is damaged in whatever way', () => {
    const { folder, path } = folderWithBackups()
    const whole = readFileSync(path)
    const damages = [
      (at: number) => whole.subarray(0, at),
      (at: number) =>
        Buffer.concat([
          whole.subarray(0, at),
          Buffer.from([(whole[at] ?? 0) ^ 0x10]),
          whole.subarray(at + 1),
        ]),
    ]
    for (let at = 0; at < whole.length; at += 7) {
      for (const damage of damages) {
        writeFileSync(path, damage(at))
        rmSync(join(folder, 'quarantine'), { recursive: true, force: true })
        const stores = openRealStores(folder, withoutFlushing)
        expect(stores.annotations('treaty').read().length, `byte ${at}`).toBeGreaterThanOrEqual(2)
        stores.close()
      }
    }
  }, 30_000)
})
