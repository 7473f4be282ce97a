// Backups of one data folder brought into another: real files where they matter, in memory elsewhere.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../../../../electron/contract/base64.ts'
import { noteLimit } from '../../../../electron/contract/limits.ts'
import { settingsSchema, workspaceSchema } from '../../../../electron/contract/settings.ts'
import { nameBackup } from '../../../../electron/services/backup/create-backup.ts'
import { zipLimits } from '../../../../electron/services/backup/zip.ts'
import { storeFormat } from '../../../../electron/services/backup/backup-files.ts'
import type { Stores } from '../../../../electron/services/ports.ts'
import {
  annotationsFormat,
  catalogueFormat,
  editionsFormat,
  presentFormat,
  settingsFormat,
  workspaceFormat,
} from '../../../../electron/storage/document-formats.ts'
import { createFaultyFileSystem } from '../../storage/faulty-file-system.ts'
import { openRealStores } from '../../storage/open-real-stores.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'
import { makeTemporaryFolder } from '../../storage/temporary-folder.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'
import { bringIn, fill, handOver, none, readAll, serve, task, upload } from './backup-desk.ts'
import { contents, makeBackup, time } from './make-zip.ts'

function listFiles(folder: string): Set<string> {
  return new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))
}

describe('a backup that is made', () => {
  it('carries its day, its size and the number of its notes', async () => {
    const { service } = serve(fill(createInMemoryStores()))
    const made = await service.create({ task })
    expect(made).toMatchObject({ fileName: 'Bookwheel 2026-11-03.bookwheel', noteCount: 2 })
    expect(fromBase64(made.bytes)).toHaveLength(made.byteLength)
  })

  it('can be made where nothing may be written, and of nothing', async () => {
    const { service } = serve(createInMemoryStores({ readOnly: { kind: 'not-writable' } }))
    expect(await service.create({ task })).toMatchObject({ noteCount: 0 })
  })

  it('is of one moment: what is written while it is made is not in it', async () => {
    const stores = fill(createInMemoryStores())
    const before = readAll(stores)
    const making = serve(stores).service.create({ task })
    stores.annotations('treaty').replace([])
    const { bytes } = await making
    const there = serve(createInMemoryStores())
    await bringIn(there, fromBase64(bytes), true)
    expect(readAll(there.stores)).toEqual(before)
  })

  it('is refused where it would be more than could be restored', async () => {
    const stores = createInMemoryStores()
    const note = 'x'.repeat(noteLimit)
    const count = Math.ceil(zipLimits.fileBytes / noteLimit)
    const long = Array.from({ length: count }, (_, number) => ({ ...sampleAnnotation(number), note }))
    stores.annotations('treaty').replace(long)
    await expect(serve(stores).service.create({ task })).rejects.toThrow('backup-too-large')
    stores.annotations('treaty').replace(long.slice(10))
    expect(await serve(stores).service.create({ task })).toMatchObject({ noteCount: count - 10 })
  }, 20_000)

  it('bears a name with two digits for days and months', () => {
    expect(nameBackup(new Date(2027, 0, 2).getTime())).toBe('Bookwheel 2027-01-02.bookwheel')
  })
})

describe('a backup brought into an empty folder', () => {
  it('gives back everything, and it is there at the next start', async () => {
    const source = fill(openRealStores(makeTemporaryFolder()))
    const { bytes } = await serve(source).service.create({ task })
    const folder = makeTemporaryFolder()
    const opened = openRealStores(folder)
    const { plan, outcome } = await bringIn(serve(opened), fromBase64(bytes), true)
    expect(plan).toEqual({
      version: '1.2.3',
      createdAt: time,
      counts: { ...none, added: 3 },
      trashed: 1,
      deletedHere: 0,
      articles: 2,
      hasOwnSettings: false,
    })
    expect(outcome).toEqual({
      counts: { ...none, added: 3 },
      settings: contents.settings,
      workspace: contents.workspace,
    })
    opened.close()
    const again = openRealStores(folder)
    expect(readAll(again)).toEqual(readAll(source))
    expect(again.notices()).toEqual([])
  })

  it('says of its files that they have the format of the data folder’s own', () => {
    const formats = [
      settingsFormat,
      workspaceFormat,
      catalogueFormat,
      editionsFormat,
      annotationsFormat('treaty'),
    ]
    expect(formats.map((format) => presentFormat(format))).toEqual(formats.map(() => storeFormat))
  })

  it('can also be unpacked there by hand', async () => {
    const source = fill(openRealStores(makeTemporaryFolder()))
    const { bytes } = await serve(source).service.create({ task })
    const folder = makeTemporaryFolder()
    for (const [path, file] of Object.entries(unzipSync(fromBase64(bytes)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), file)
    }
    const stores = openRealStores(folder)
    expect(readAll(stores)).toEqual(readAll(source))
    expect(stores.notices()).toEqual([])
  })
})

describe('a backup brought in beside what is there', () => {
  it('says beforehand what it then does, and tells all pages', async () => {
    const stores = createInMemoryStores()
    const older = { ...sampleAnnotation(2), note: 'Before', revision: 1 }
    const other = { ...sampleAnnotation(1), note: 'Written here', updatedAt: time }
    stores.annotations('treaty').replace([older, other, sampleAnnotation(9)])
    const served = serve(stores)
    const { plan, outcome } = await bringIn(served, await makeBackup())
    expect(plan.counts).toEqual({ ...none, added: 1, newer: 1, conflicts: 1 })
    expect(plan.hasOwnSettings).toBe(true)
    expect(outcome.counts).toEqual(plan.counts)
    expect(served.events).toMatchObject([
      { type: 'annotations-changed' },
      { type: 'reading-merged' },
      { type: 'saved-searches-changed', searches: contents.searches },
      { type: 'desks-changed', desks: contents.desks },
    ])
    expect([stores.reading.read(), stores.searches.read()]).toEqual([contents.reading, contents.searches])
    const notes = stores
      .annotations('treaty')
      .read()
      .map(({ note }) => note)
    expect(notes).toContain(`${sampleAnnotation(1).note}\n\nWritten here`)
    expect(notes).toContain(sampleAnnotation(9).note)
  })

  it('overwrites no newer mark and no newer search by an older one', async () => {
    const stores = createInMemoryStores()
    const [read] = contents.reading
    const [search] = contents.searches
    if (!read || !search) throw new Error('the contents hold neither')
    const unread = { ...read, read: false, markedAt: time }
    const renamed = { ...search, name: 'Renamed', updatedAt: time }
    stores.reading.replace([unread])
    stores.searches.replace([renamed])
    await bringIn(serve(stores), await makeBackup())
    expect([stores.reading.read(), stores.searches.read()]).toEqual([[unread], [renamed]])
  })

  it('adds the texts that its annotations were made on, and leaves those that are there', async () => {
    const stores = createInMemoryStores()
    const own = { ['b'.repeat(64)]: 'Mine' }
    stores.editions('treaty').replace(own)
    await bringIn(serve(stores), await makeBackup())
    expect(stores.editions('treaty').read()).toEqual({ ...own, ...contents.editions.get('treaty') })
  })

  it('changes nothing the second time', async () => {
    const served = serve(createInMemoryStores())
    await bringIn(served, await makeBackup())
    const before = readAll(served.stores)
    const { plan } = await bringIn(served, await makeBackup())
    expect(plan.counts).toEqual({ ...none, same: 3 })
    expect(readAll(served.stores)).toEqual(before)
  })

  it('says how many of what it holds were deleted here since', async () => {
    const served = serve(createInMemoryStores())
    await bringIn(served, await makeBackup())
    served.stores
      .annotations('lantern')
      .replace([{ ...sampleAnnotation(3, 'lantern'), deletedAt: 9, revision: 2 }])
    const { plan } = await bringIn(served, await makeBackup())
    expect(plan).toMatchObject({ deletedHere: 1, counts: { kept: 1, same: 2 } })
  })

  it('leaves settings and desk alone unless they are wished for', async () => {
    const stores = createInMemoryStores()
    const desk = workspaceSchema.parse({ query: 'mine' })
    stores.settings.replace(settingsSchema.parse({ theme: 'dark' }))
    stores.workspace.replace(desk)
    const served = serve(stores)
    const { plan, outcome } = await bringIn(served, await makeBackup(), false)
    expect(plan.hasOwnSettings).toBe(true)
    expect(outcome).toMatchObject({ settings: null, workspace: null })
    expect(readAll(stores)).toMatchObject({
      settings: { theme: 'dark' },
      workspace: desk,
      catalogue: { removedCollections: [] },
    })
    await bringIn(served, await makeBackup(), true)
    expect(readAll(stores)).toMatchObject({
      settings: contents.settings,
      workspace: contents.workspace,
      catalogue: contents.catalogue,
    })
    expect(served.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['settings-changed', 'library-changed']),
    )
  })

  it.each<[string, (stores: Stores) => void]>([
    ['a setting', (stores) => stores.settings.replace(settingsSchema.parse({ textSize: 30 }))],
    ['a collection taken out', (stores) => stores.catalogue.replace({ removedCollections: ['bundled'] })],
    ['a note', (stores) => stores.annotations('treaty').replace([sampleAnnotation(1)])],
  ])('counts %s as the reader’s own', async (_what, make) => {
    const served = serve(createInMemoryStores())
    make(served.stores)
    handOver(served, await makeBackup())
    expect(await served.service.inspect({ upload })).toMatchObject({ hasOwnSettings: true })
  })

  it('does not count the desk of the first run, nor a hint that was read', async () => {
    const served = serve(createInMemoryStores())
    served.stores.workspace.replace(workspaceSchema.parse({ panes: [{ articleId: 'treaty' }] }))
    served.stores.settings.replace(settingsSchema.parse({ dismissedHints: ['search'] }))
    handOver(served, await makeBackup())
    expect(await served.service.inspect({ upload })).toMatchObject({ hasOwnSettings: false })
  })
})

describe('a restore that is cut off', () => {
  it('loses nothing, and gives back the rest when it is asked for again', async () => {
    const folder = makeTemporaryFolder()
    const fileSystem = createFaultyFileSystem()
    const stores = openRealStores(folder, fileSystem)
    stores.annotations('treaty').replace([sampleAnnotation(9)])
    const served = serve(stores)
    handOver(served, await makeBackup())
    await served.service.inspect({ upload })
    fileSystem.failNext('write', 'ENOSPC')
    await expect(served.service.restore({ upload, withSettings: true })).rejects.toThrow('disk-full')
    expect(stores.annotations('treaty').read()).toEqual([sampleAnnotation(9)])
    expect(stores.settings.read()).toEqual(settingsSchema.parse({}))
    // The other article has come in all the same, and the backup is still at hand.
    expect(stores.annotations('lantern').read()).toEqual([sampleAnnotation(3, 'lantern')])
    const { counts } = await served.service.restore({ upload, withSettings: true })
    expect(counts).toEqual({ ...none, added: 2, same: 1 })
    stores.close()
    expect(readAll(openRealStores(folder))).toMatchObject({
      settings: contents.settings,
      annotations: { treaty: [sampleAnnotation(9), ...(contents.annotations.get('treaty') ?? [])] },
    })
  })

  it('and whose program ends is asked for again with the same file', async () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([sampleAnnotation(1)])
    stores.close()
    const served = serve(openRealStores(folder))
    await expect(served.service.restore({ upload, withSettings: false })).rejects.toThrow('upload-not-found')
    expect((await bringIn(served, await makeBackup())).outcome.counts).toEqual({ ...none, added: 2, same: 1 })
  })
})

describe('a file that cannot be restored', () => {
  it('changes nothing on disk', async () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([sampleAnnotation(9)])
    const before = listFiles(folder)
    const served = serve(stores)
    const bytes = await makeBackup()
    handOver(served, bytes.subarray(0, bytes.length - 100))
    await expect(served.service.inspect({ upload })).rejects.toThrow('backup-unreadable')
    await expect(served.service.restore({ upload, withSettings: true })).rejects.toThrow('upload-not-found')
    expect(listFiles(folder)).toEqual(before)
    expect(stores.annotations('treaty').read()).toEqual([sampleAnnotation(9)])
    expect(served.events).toEqual([])
  })

  it('is what no file is where nothing may be written', async () => {
    const served = serve(createInMemoryStores({ readOnly: { kind: 'not-writable' } }))
    handOver(served, await makeBackup())
    expect(await served.service.inspect({ upload })).toMatchObject({ counts: { added: 3 } })
    await expect(served.service.restore({ upload, withSettings: false })).rejects.toThrow('read-only')
  })
})
