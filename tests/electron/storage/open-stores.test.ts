// A whole data folder: found again, held by another, not writable.
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { settingsSchema, workspaceSchema } from '../../../electron/contract/settings.ts'
import { DataFolderProblem } from '../../../electron/storage/data-folder.ts'
import type { OpenStores } from '../../../electron/storage/open-stores.ts'
import { openStores } from '../../../electron/storage/open-stores.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'
import { failureOf } from './document-store-suite.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { openRealStores, testTime } from './open-real-stores.ts'
import { readTree } from './read-tree.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { mountSmallDisk } from './small-disk.ts'
import { StoreWithName } from './store-with-name.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const dark = settingsSchema.parse({ theme: 'dark' })
const desk = workspaceSchema.parse({ panes: [{ articleId: 'treaty', topOffset: 7 }], query: 'arms' })

/** Stores everything once, and closes. */
function storeAll(stores: OpenStores): void {
  stores.settings.replace(dark)
  stores.workspace.replace(desk)
  stores.catalogue.replace({ removedCollections: ['bundled'] })
  stores.annotations('treaty').replace([sampleAnnotation(1), sampleAnnotation(2)])
  stores.editions('treaty').replace({ ['a'.repeat(64)]: 'The Treaty lapsed.' })
  stores.trash.replace({ checkedAt: testTime })
  stores.close()
}

/** A folder in which everything is stored once, closed again. */
function filledFolder(folder = makeTemporaryFolder()): string {
  storeAll(openRealStores(folder))
  return folder
}

/** A folder that can be read and not written, whoever runs the tests; `null` where that cannot be had. */
function unwritableFolder(fill: (folder: string) => void): string | null {
  if (process.getuid?.() === 0) {
    const disk = mountSmallDisk()
    if (disk === null) return null
    fill(disk.folder)
    disk.makeReadOnly()
    return disk.folder
  }
  if (process.platform === 'win32') return null
  const folder = makeTemporaryFolder()
  fill(folder)
  chmodSync(folder, 0o500)
  onTestFinished(() => chmodSync(folder, 0o700))
  return folder
}

describe('openStores', () => {
  it('finds everything again', () => {
    const stores = openRealStores(filledFolder())
    expect(stores.settings.read()).toEqual(dark)
    expect(stores.workspace.read()).toEqual(desk)
    expect(stores.catalogue.read()).toEqual({ removedCollections: ['bundled'] })
    expect(stores.annotations('treaty').read()).toEqual([sampleAnnotation(1), sampleAnnotation(2)])
    expect(stores.editions('treaty').read()).toEqual({ ['a'.repeat(64)]: 'The Treaty lapsed.' })
    expect(stores.trash.read()).toEqual({ checkedAt: testTime })
    expect(stores.notices()).toEqual([])
  })

  it('writes nothing but its lock until something changes', () => {
    const folder = join(makeTemporaryFolder(), 'new', 'folder')
    const stores = openRealStores(folder)
    stores.settings.read()
    stores.annotations('treaty').read()
    expect(readdirSync(folder)).toEqual(['bookwheel.lock'])
    stores.close()
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes plain JSON that says its format', () => {
    const folder = filledFolder()
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
    expect(readTree(folder, [])).toMatchObject({ annotations: 'folder' })
    expect(read('settings.json')).toEqual({ format: 1, ...dark })
    expect(read('workspace.json')).toEqual({ format: 1, ...desk })
    expect(read('catalogue.json')).toEqual({ format: 1, removedCollections: ['bundled'] })
    expect(read('annotations/treaty.json')).toEqual({
      format: 1,
      annotations: [sampleAnnotation(1), sampleAnnotation(2)],
    })
  })

  it('writes the same files with a class that takes its options as electron-store does', () => {
    const folder = makeTemporaryFolder()
    const options = { folder, StoreClass: StoreWithName, shell: 'desktop', clock: () => testTime } as const
    storeAll(openStores(options))
    expect(readTree(folder)).toEqual(readTree(filledFolder()))
  })

  it.skipIf(process.platform === 'win32')('keeps folders and files for their owner alone', () => {
    const folder = join(makeTemporaryFolder(), 'data')
    filledFolder(folder)
    writeFileSync(join(folder, 'settings.json'), 'junk')
    openRealStores(folder)
    const modes = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map((name) => {
      const status = statSync(join(folder, name))
      return [name, status.mode & (status.isDirectory() ? 0o777 : 0o077)]
    })
    expect(modes.filter(([, mode]) => mode !== 0o700 && mode !== 0)).toEqual([])
  })

  it('leaves files alone that are not its own', () => {
    const folder = filledFolder()
    const foreign = {
      Preferences: '{"of":"Chromium"}',
      'annotations/Treaty (copy).json': 'junk',
      'annotations/notes.txt': 'junk',
      'annotations/con.json': 'junk',
      'annotations/treaty.json.tmp-1a2b3c': 'junk',
    }
    for (const [name, content] of Object.entries(foreign)) writeFileSync(join(folder, name), content)
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([])
    expect(stores.notices()).toEqual([])
    expect(readTree(folder)).toMatchObject(foreign)
  })

  it('sweeps away what writes that a crash cut off have left, and nothing else', () => {
    const folder = filledFolder()
    mkdirSync(join(folder, 'quarantine'))
    const before = readTree(folder)
    for (const name of ['settings.json', 'annotations/treaty.json', 'quarantine/settings-2026.json']) {
      writeFileSync(join(folder, `${name}.0123456789ab.bookwheel-tmp`), 'half of it')
    }
    mkdirSync(join(folder, 'workspace.json.0123456789ab.bookwheel-tmp'))
    openRealStores(folder).close()
    expect(readTree(folder)).toEqual({ ...before, 'workspace.json.0123456789ab.bookwheel-tmp': 'folder' })
  })

  it('gives the folder free when it is closed, and writes nothing afterwards', () => {
    const folder = filledFolder()
    const stores = openRealStores(folder)
    stores.close()
    const next = openRealStores(folder)
    stores.close()
    expect(next.readOnly).toBeNull()
    expect(existsSync(join(folder, 'bookwheel.lock'))).toBe(true)
    expect(failureOf(() => stores.settings.replace(settingsSchema.parse({})))).toEqual({
      code: 'write-failed',
      store: 'settings',
      systemCode: 'CLOSED',
    })
    expect(next.settings.read()).toEqual(dark)
  })

  it('gives the folder free where opening fails half-way', () => {
    const folder = makeTemporaryFolder()
    const Broken = class extends Conf {}
    Object.defineProperty(Broken.prototype, '_write', { value: undefined })
    const options = { folder, StoreClass: Broken, shell: 'loopback', clock: () => testTime } as const
    expect(() => openStores(options)).toThrow('cannot be made safe')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'])('words %s as a failure and goes on afterwards', (code) => {
    const folder = filledFolder()
    const fileSystem = createFaultyFileSystem()
    const stores = openRealStores(folder, fileSystem)
    const before = readTree(folder)
    fileSystem.failNext('create', code)
    const store = 'annotations/treaty'
    expect(failureOf(() => stores.annotations('treaty').replace([]))).toEqual(
      code === 'ENOSPC' || code === 'EDQUOT'
        ? { code: 'disk-full', store }
        : { code: 'write-failed', store, systemCode: code },
    )
    expect(stores.annotations('treaty').read()).toHaveLength(2)
    expect(readTree(folder)).toEqual(before)
    stores.annotations('treaty').replace([])
    stores.close()
    expect(openRealStores(folder).annotations('treaty').read()).toEqual([])
  })
})

describe('openStores on a folder that another Bookwheel holds', () => {
  it('reads everything, says who holds it, and writes nothing at all', () => {
    const folder = filledFolder()
    openRealStores(folder)
    writeFileSync(join(folder, 'annotations', 'summit.json'), 'junk')
    writeFileSync(join(folder, 'workspace.json'), JSON.stringify({ format: 1, query: 7 }))
    writeFileSync(join(folder, 'settings.json.0123456789ab.bookwheel-tmp'), 'half of it')
    const before = readTree(folder, [])
    const changed = statSync(folder, { bigint: true }).mtimeNs

    const second = openRealStores(folder)
    expect(second.readOnly).toEqual({ kind: 'locked', pid: process.pid, shell: 'loopback' })
    expect(second.annotations('treaty').read()).toHaveLength(2)
    expect(second.annotations('new').read()).toEqual([])
    expect(failureOf(() => second.annotations('summit').replace([]))).toMatchObject({ code: 'read-only' })
    expect(second.notices()).toEqual([
      { kind: 'values-dropped', store: 'workspace', fields: ['query'], keptAt: null },
      {
        kind: 'store-unreadable',
        store: 'annotations/summit',
        path: join(folder, 'annotations', 'summit.json'),
      },
    ])
    second.close()
    expect(readTree(folder, [])).toEqual(before)
    expect(statSync(folder, { bigint: true }).mtimeNs).toBe(changed)
  })

  it('does not take the lock of the first away when the second closes', () => {
    const folder = makeTemporaryFolder()
    const first = openRealStores(folder)
    openRealStores(folder).close()
    expect(openRealStores(folder).readOnly).not.toBeNull()
    first.settings.replace(dark)
  })
})

describe('openStores on a folder that cannot be written', () => {
  it('reads everything and writes nothing', (context) => {
    const folder = unwritableFolder((fresh) => void filledFolder(fresh))
    if (folder === null)
      return context.skip('needs a folder that cannot be written: Linux, or macOS as a user')
    const before = readTree(folder, [])
    const stores = openRealStores(folder)
    expect(stores.readOnly).toEqual({ kind: 'not-writable' })
    expect(stores.annotations('treaty').read()).toHaveLength(2)
    expect(failureOf(() => stores.settings.replace(dark))).toEqual({
      code: 'read-only',
      reason: { kind: 'not-writable' },
    })
    stores.close()
    expect(readTree(folder, [])).toEqual(before)
  })

  it('leaves damage where it is', (context) => {
    const folder = unwritableFolder((fresh) => {
      writeFileSync(join(fresh, 'settings.json'), 'junk')
      writeFileSync(join(fresh, 'annotations'), 'junk')
    })
    if (folder === null)
      return context.skip('needs a folder that cannot be written: Linux, or macOS as a user')
    const stores = openRealStores(folder)
    expect(stores.notices()).toEqual([
      { kind: 'store-unreadable', store: 'settings', path: join(folder, 'settings.json') },
      { kind: 'store-unreadable', store: 'annotations', path: join(folder, 'annotations') },
    ])
    expect(stores.annotations('treaty').read()).toEqual([])
    expect(readTree(folder, [])).toEqual({ annotations: 'junk', 'settings.json': 'junk' })
  })

  it('does not open where its notes may not be read', () => {
    const folder = filledFolder()
    // Root may do everything, so the system is spoken for.
    const asking = vi.spyOn(fs, 'accessSync').mockImplementation((path) => {
      if (path === join(folder, 'annotations')) throw createSystemError('EACCES', 'not yours')
    })
    onTestFinished(() => asking.mockRestore())
    expect(() => openRealStores(folder)).toThrow(DataFolderProblem)
  })

  it('is read-only on a disk without a free byte', (context) => {
    const disk = mountSmallDisk()
    if (disk === null) return context.skip('no small disk can be mounted here: needs Linux and root')
    filledFolder(disk.folder)
    disk.fillUpTo(0)
    const before = Object.keys(readTree(disk.folder, []))
    const stores = openRealStores(disk.folder)
    expect(stores.readOnly).toEqual({ kind: 'not-writable' })
    expect(stores.settings.read()).toEqual(dark)
    expect(Object.keys(readTree(disk.folder, []))).toEqual(before)
  })
})
