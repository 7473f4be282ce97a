// Stores of which something must be kept that a write would take away: unusable values, newer formats, foreign changes.
import { readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/contract/settings.ts'
import { failureOf } from './document-store-suite.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { folderWithFile } from './folder-with-file.ts'
import { openRealStores } from './open-real-stores.ts'
import { readTree } from './read-tree.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const time = '2026-11-21T08-44-10-123Z'
const defaults = settingsSchema.parse({})
const dark = settingsSchema.parse({ theme: 'dark' })

describe('a store with unusable values', () => {
  it('keeps the good settings, takes the defaults for the others, and keeps a copy of the file', () => {
    const junk = JSON.stringify({
      format: 1,
      theme: 'neon',
      textSize: 30,
      highlightColour: 7,
      dismissedHints: ['search', 'gone', 'beside'],
      fontFamily: 'Comic Sans',
      constructor: 1,
    })
    const { folder, path } = folderWithFile('settings.json', junk)
    const stores = openRealStores(folder)
    const keptAt = join(folder, 'quarantine', `settings-${time}.json`)
    expect(stores.settings.read()).toEqual({
      ...defaults,
      textSize: 30,
      dismissedHints: ['search', 'beside'],
    })
    expect(stores.notices()).toEqual([
      {
        kind: 'values-dropped',
        store: 'settings',
        fields: ['theme', 'highlightColour', 'dismissedHints[1]', 'fontFamily', 'constructor'],
        keptAt,
      },
    ])
    expect(readFileSync(path, 'utf8')).toBe(junk)
    stores.settings.replace(stores.settings.read())
    stores.close()
    expect(readFileSync(keptAt, 'utf8')).toBe(junk)
    expect(openRealStores(folder).notices()).toEqual([])
  })

  it('keeps a copy of what has a name that JavaScript keeps for itself', () => {
    const junk = '{"format":1,"theme":"dark","__proto__":{"textSize":30}}'
    const { folder } = folderWithFile('settings.json', junk)
    const stores = openRealStores(folder)
    expect(stores.settings.read()).toEqual(dark)
    expect(stores.notices()).toMatchObject([{ kind: 'values-dropped', fields: ['__proto__'] }])
    expect(readTree(join(folder, 'quarantine'))).toEqual({ [`settings-${time}.json`]: junk })
  })

  it('keeps one copy however often it is opened', () => {
    const { folder } = folderWithFile('settings.json', JSON.stringify({ format: 1, theme: 'neon' }))
    const notices = [1, 2, 3].map(() => {
      const stores = openRealStores(folder)
      stores.close()
      return stores.notices()
    })
    expect(Object.keys(readTree(join(folder, 'quarantine')))).toEqual([`settings-${time}.json`])
    expect(notices[2]).toEqual(notices[0])
  })

  it('keeps the good annotations where some are not', () => {
    const good = [sampleAnnotation(1), sampleAnnotation(2)]
    const bad = [{ ...sampleAnnotation(3), colour: 'beige' }, 'not a record', sampleAnnotation(4, 'summit')]
    const content = JSON.stringify({ format: 1, annotations: [good[0], bad[0], bad[1], good[1], bad[2]] })
    const { folder } = folderWithFile('annotations/treaty.json', content)
    const stores = openRealStores(folder)
    const keptAt = join(folder, 'quarantine', `annotations-treaty-${time}.json`)
    expect(stores.annotations('treaty').read()).toEqual(good)
    expect(stores.notices()).toEqual([
      {
        kind: 'values-dropped',
        store: 'annotations/treaty',
        fields: ['annotations[1]', 'annotations[2]', 'annotations[4]'],
        keptAt,
      },
    ])
    expect(readFileSync(keptAt, 'utf8')).toBe(content)
  })

  it('is read where it does not say its format, and the missing member is told', () => {
    const { folder } = folderWithFile('settings.json', JSON.stringify({ theme: 'dark' }))
    const stores = openRealStores(folder)
    expect(stores.settings.read()).toEqual(dark)
    expect(stores.notices()).toMatchObject([{ kind: 'values-dropped', fields: ['format'] }])
  })

  it('counts as never saved where nothing of a workspace can be used', () => {
    const { folder } = folderWithFile('workspace.json', JSON.stringify({ format: 1, panes: 'all', zoom: 2 }))
    const stores = openRealStores(folder)
    expect(stores.workspace.read()).toBeNull()
    expect(stores.notices()).toMatchObject([{ kind: 'values-dropped', fields: ['panes', 'zoom'] }])
  })
})

describe('annotations with unusable values and no backup', () => {
  const [one, two] = [sampleAnnotation(1), sampleAnnotation(2)]

  it('are found under whatever name they stand', () => {
    const { folder } = folderWithFile(
      'annotations/treaty.json',
      JSON.stringify({ format: 1, annotations: [two], annotatjons: [one] }),
    )
    const stores = openRealStores(folder)
    expect(stores.annotations('treaty').read()).toEqual([two, one])
    expect(stores.notices()).toMatchObject([
      { kind: 'values-dropped', fields: ['annotatjons'] },
      { kind: 'store-recovered', backup: null },
    ])
  })

  it('are none where none is whole', () => {
    const { folder } = folderWithFile('annotations/treaty.json', '{"format":1,"annotations":"none"}')
    const stores = openRealStores(folder)
    expect(stores.annotations('treaty').read()).toEqual([])
    expect(stores.notices()).toMatchObject([{ kind: 'values-dropped', fields: ['annotations'] }])
  })
})

describe('a store that must stay as it is', () => {
  it.each([2, 1.5, 1e9])('is not touched where a newer program wrote it (format %d)', (format) => {
    const newer = JSON.stringify({ format, annotations: 'in a shape that this program does not know' })
    const { folder, path } = folderWithFile('annotations/treaty.json', newer)
    const stores = openRealStores(folder)
    const store = stores.annotations('treaty')
    expect(store.read()).toEqual([])
    expect(stores.notices()).toEqual([{ kind: 'store-unreadable', store: 'annotations/treaty', path }])
    expect(failureOf(() => store.replace([sampleAnnotation()]))).toEqual({
      code: 'write-failed',
      store: 'annotations/treaty',
      systemCode: 'NEWER_FORMAT',
    })
    expect(store.read()).toEqual([])
    expect(readTree(folder)).toEqual({ annotations: 'folder', 'annotations/treaty.json': newer })
    stores.settings.replace(dark)
  })

  it('is not touched where it is too large to be one of ours', () => {
    const { folder, path } = folderWithFile('settings.json', '')
    truncateSync(path, 257 * 1024 * 1024)
    const stores = openRealStores(folder)
    expect(stores.notices()).toEqual([{ kind: 'store-unreadable', store: 'settings', path }])
    expect(failureOf(() => stores.settings.replace(dark))).toEqual({
      code: 'write-failed',
      store: 'settings',
      systemCode: 'EFBIG',
    })
  })

  it('is not written over while it cannot be set aside, and is set aside as soon as it can', () => {
    const { folder, path } = folderWithFile('settings.json', 'junk')
    writeFileSync(join(folder, 'quarantine'), 'in the way')
    const stores = openRealStores(folder)
    expect(stores.notices()).toEqual([{ kind: 'store-unreadable', store: 'settings', path }])
    expect(failureOf(() => stores.settings.replace(dark))).toMatchObject({ code: 'write-failed' })
    expect(readFileSync(path, 'utf8')).toBe('junk')
    rmSync(join(folder, 'quarantine'))
    stores.settings.replace(dark)
    const keptAt = join(folder, 'quarantine', `settings-${time}.json`)
    expect(readFileSync(keptAt, 'utf8')).toBe('junk')
    expect(stores.notices()).toContainEqual({ kind: 'store-quarantined', store: 'settings', keptAt })
  })

  it('is not written over while a copy of its unusable values cannot be kept', () => {
    const junk = JSON.stringify({ format: 1, theme: 'neon', textSize: 30 })
    const { folder, path } = folderWithFile('settings.json', junk)
    const fileSystem = createFaultyFileSystem()
    fileSystem.failNext('write', 'ENOSPC')
    const stores = openRealStores(folder, fileSystem)
    expect(stores.settings.read()).toMatchObject({ theme: 'system', textSize: 30 })
    expect(stores.notices()).toMatchObject([{ kind: 'values-dropped', fields: ['theme'], keptAt: null }])
    fileSystem.failNext('write', 'EDQUOT')
    expect(failureOf(() => stores.settings.replace(dark))).toEqual({ code: 'disk-full', store: 'settings' })
    expect(readFileSync(path, 'utf8')).toBe(junk)
    stores.settings.replace(dark)
    expect(readTree(join(folder, 'quarantine'))).toEqual({ [`settings-${time}.json`]: junk })
  })
})

describe('a store that another program changes while it is open', () => {
  it('is written as ever, and what the other program wrote is kept aside', () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    stores.settings.replace(dark)
    const foreign = JSON.stringify({ format: 1, theme: 'sepia', textSize: 33 })
    writeFileSync(join(folder, 'settings.json'), foreign)
    stores.settings.replace({ ...dark, textSize: 20 })
    const keptAt = join(folder, 'quarantine', `settings-${time}.json`)
    expect(readFileSync(keptAt, 'utf8')).toBe(foreign)
    expect(stores.notices()).toEqual([{ kind: 'values-dropped', store: 'settings', fields: [], keptAt }])
    stores.settings.replace(dark)
    expect(Object.keys(readTree(join(folder, 'quarantine')))).toHaveLength(1)
  })

  it('is seen even where the file is as long as before', () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([sampleAnnotation(1)])
    const path = join(folder, 'annotations', 'treaty.json')
    const foreign = readFileSync(path, 'utf8').replace('Note 1', 'Nota 1')
    writeFileSync(path, foreign)
    utimesSync(path, 1, 1)
    stores.annotations('treaty').replace([sampleAnnotation(2)])
    expect(stores.notices()).toMatchObject([{ kind: 'values-dropped', store: 'annotations/treaty' }])
    const [kept = ''] = readdirSync(join(folder, 'quarantine'))
    expect(readFileSync(join(folder, 'quarantine', kept), 'utf8')).toBe(foreign)
  })

  it('is not stopped by what it cannot read', () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    writeFileSync(join(folder, 'settings.json'), '{"format":1,')
    stores.settings.replace(dark)
    stores.close()
    expect(openRealStores(folder).settings.read()).toEqual(dark)
    expect(readTree(join(folder, 'quarantine'))).toEqual({ [`settings-${time}.json`]: '{"format":1,' })
  })

  it('is made again where it was deleted, with its folder', () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([sampleAnnotation(1)])
    rmSync(join(folder, 'annotations'), { recursive: true })
    stores.annotations('treaty').replace([sampleAnnotation(1), sampleAnnotation(2)])
    stores.close()
    expect(openRealStores(folder).annotations('treaty').read()).toHaveLength(2)
    expect(stores.notices()).toEqual([])
  })

  it('does not mistake its own failed write for another program', () => {
    const folder = makeTemporaryFolder()
    const fileSystem = createFaultyFileSystem()
    const stores = openRealStores(folder, fileSystem)
    stores.settings.replace(dark)
    fileSystem.failNext('flushFolder', 'EIO')
    expect(failureOf(() => stores.settings.replace(defaults))).toEqual({
      code: 'write-failed',
      store: 'settings',
      systemCode: 'EIO',
    })
    stores.settings.replace(defaults)
    expect(stores.notices()).toEqual([])
  })

  it('does not mistake what it put back itself for another program', () => {
    const folder = makeTemporaryFolder()
    const first = openRealStores(folder)
    first.annotations('treaty').replace([sampleAnnotation(1)])
    first.close()
    rmSync(join(folder, 'annotations', 'treaty.json'))
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([])
    expect(stores.notices().map(({ kind }) => kind)).toEqual(['store-recovered'])
  })

  it('writes where a damaged file that could not be set aside has gone meanwhile', () => {
    const { folder, path } = folderWithFile('settings.json', 'junk')
    writeFileSync(join(folder, 'quarantine'), 'in the way')
    const stores = openRealStores(folder)
    rmSync(join(folder, 'quarantine'))
    rmSync(path)
    stores.settings.replace(dark)
    expect(stores.notices().map(({ kind }) => kind)).toEqual(['store-unreadable'])
  })
})
