// Stores whose files cannot be used at all: set aside with every byte.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/contract/settings.ts'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { folderWithFile } from './folder-with-file.ts'
import { openRealStores } from './open-real-stores.ts'
import { readTree } from './read-tree.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const time = '2026-11-21T08-44-10-123Z'
const defaults = settingsSchema.parse({})
const dark = settingsSchema.parse({ theme: 'dark' })

/** For tests that open a folder hundreds of times and expect no power cut. */
const withoutFlushing: FileSystem = {
  ...nodeFileSystem,
  flush: () => undefined,
  flushFolder: () => undefined,
}

describe('a damaged store', () => {
  it.each([
    ['an empty file', ''],
    ['white space', ' \n'],
    ['zero bytes where text was', '\0'.repeat(200)],
    ['a file that was cut off', '{"format":1,"theme":"da'],
    ['a page of a website', '<!doctype html><title>503</title>'],
    ['null', 'null'],
    ['a list', '[1,2]'],
    ['a word', '"dark"'],
    ['a number', '7'],
    ['two objects', '{"format":1}{"format":1}'],
    ['bytes that are not UTF-8', Buffer.from('{"format":1,"theme":"d\xe4rk"}', 'latin1')],
    ['UTF-16', Buffer.from('\ufeff{"format":1}', 'utf16le')],
    ['deeply nested brackets', '['.repeat(100_000)],
  ])('is set aside with its bytes and begins anew: %s', (_, content) => {
    const { folder, path } = folderWithFile('settings.json', content)
    const bytes = readFileSync(path, 'latin1')
    const stores = openRealStores(folder)
    const keptAt = join(folder, 'quarantine', `settings-${time}.json`)
    expect(stores.settings.read()).toEqual(defaults)
    expect(stores.notices()).toEqual([{ kind: 'store-quarantined', store: 'settings', keptAt }])
    stores.settings.replace(dark)
    stores.close()
    expect(readFileSync(keptAt, 'latin1')).toBe(bytes)
    const again = openRealStores(folder)
    expect(again.settings.read()).toEqual(dark)
    expect(again.notices()).toEqual([])
  })

  it('never stops the start nor loses a byte, wherever it was cut off', () => {
    const whole = JSON.stringify({ format: 1, annotations: [sampleAnnotation()] })
    const { folder } = folderWithFile('annotations/whole.json', whole.replaceAll('"treaty"', '"whole"'))
    const bytes = Buffer.from(whole)
    const cuts = Array.from({ length: bytes.length }, (_, length) => bytes.subarray(0, length))
    cuts.forEach((cut, length) => writeFileSync(join(folder, 'annotations', `cut-${length}.json`), cut))
    const stores = openRealStores(folder, withoutFlushing)
    expect(stores.annotations('whole').read()).toHaveLength(1)
    expect(cuts.flatMap((_, length) => stores.annotations(`cut-${length}`).read())).toEqual([])
    const kept = cuts.map((_, length) =>
      readFileSync(join(folder, 'quarantine', `annotations-cut-${length}-${time}.json`)),
    )
    expect(kept).toEqual(cuts)
    expect(stores.notices()).toHaveLength(cuts.length)
  })

  it('never stops the start nor loses a byte, whichever bit of it was flipped', () => {
    const whole = Buffer.from(JSON.stringify({ format: 1, theme: 'dark', textSize: 20 }))
    const { folder, path } = folderWithFile('settings.json', whole)
    const lost = Array.from({ length: whole.length * 8 }, (_, bit) => {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8((flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
      writeFileSync(path, flipped)
      rmSync(join(folder, 'quarantine'), { recursive: true, force: true })
      openRealStores(folder, withoutFlushing).close()
      return Object.values(readTree(folder)).includes(flipped.toString('latin1')) ? null : bit
    }).filter((bit) => bit !== null)
    expect(lost).toEqual([])
  }, 30_000)

  it('does not replace what was set aside in the same moment before', () => {
    const { folder, path } = folderWithFile('settings.json', 'first')
    openRealStores(folder).close()
    writeFileSync(path, 'second')
    openRealStores(folder).close()
    expect(readTree(join(folder, 'quarantine'))).toEqual({
      [`settings-${time}.json`]: 'first',
      [`settings-${time}-2.json`]: 'second',
    })
  })

  it('is told apart from the store of an article of the same name', () => {
    const { folder } = folderWithFile('annotations/settings.json', 'junk')
    const keptAt = join(folder, 'quarantine', `annotations-settings-${time}.json`)
    expect(openRealStores(folder).notices()).toEqual([
      { kind: 'store-quarantined', store: 'annotations/settings', keptAt },
    ])
  })

  it('takes the others along no further: they are read as ever', () => {
    const { folder } = folderWithFile('annotations/summit.json', 'junk')
    writeFileSync(
      join(folder, 'annotations', 'treaty.json'),
      JSON.stringify({ format: 1, annotations: [sampleAnnotation()] }),
    )
    const stores = openRealStores(folder)
    expect(stores.annotations('treaty').read()).toEqual([sampleAnnotation()])
    expect(stores.annotations('summit').read()).toEqual([])
  })

  it('may begin with a byte-order mark, as editors leave it', () => {
    const { folder } = folderWithFile(
      'settings.json',
      `\ufeff${JSON.stringify({ format: 1, theme: 'dark' })}`,
    )
    const stores = openRealStores(folder)
    expect(stores.settings.read()).toEqual(dark)
    expect(stores.notices()).toEqual([])
  })
})

describe('something else in the place of a store', () => {
  it('is moved aside whole where it is a folder', () => {
    const folder = makeTemporaryFolder()
    mkdirSync(join(folder, 'settings.json', 'inner'), { recursive: true })
    writeFileSync(join(folder, 'settings.json', 'inner', 'file'), 'kept')
    const stores = openRealStores(folder)
    stores.settings.replace(dark)
    expect(readFileSync(join(folder, 'quarantine', `settings-${time}.json`, 'inner', 'file'), 'utf8')).toBe(
      'kept',
    )
  })

  it.skipIf(process.platform === 'win32')(
    'is moved aside where it is a link, which still leads to its goal',
    () => {
      const folder = makeTemporaryFolder()
      const elsewhere = JSON.stringify({ format: 1, theme: 'sepia' })
      writeFileSync(join(folder, 'elsewhere.json'), elsewhere)
      symlinkSync('elsewhere.json', join(folder, 'settings.json'))
      const stores = openRealStores(folder)
      stores.settings.replace(dark)
      expect(readFileSync(join(folder, 'elsewhere.json'), 'utf8')).toBe(elsewhere)
      expect(readFileSync(join(folder, 'quarantine', `settings-${time}.json`), 'utf8')).toBe(elsewhere)
    },
  )

  it.skipIf(process.platform === 'win32')('is moved aside where it is a link to nothing or to itself', () => {
    const folder = makeTemporaryFolder()
    symlinkSync('nowhere', join(folder, 'settings.json'))
    symlinkSync('workspace.json', join(folder, 'workspace.json'))
    symlinkSync('annotations', join(folder, 'annotations'))
    const stores = openRealStores(folder)
    expect(stores.notices().map((notice) => [notice.kind, notice.store])).toEqual([
      ['store-quarantined', 'settings'],
      ['store-quarantined', 'workspace'],
      ['store-quarantined', 'annotations'],
    ])
    stores.annotations('treaty').replace([sampleAnnotation()])
    stores.close()
    expect(openRealStores(folder).annotations('treaty').read()).toEqual([sampleAnnotation()])
  })

  it.skipIf(process.platform === 'win32')(
    'is moved aside where it is a pipe, without waiting for its bytes',
    () => {
      const folder = makeTemporaryFolder()
      execFileSync('mkfifo', [join(folder, 'settings.json')])
      openRealStores(folder).settings.replace(dark)
      expect(readTree(join(folder, 'quarantine'))).toEqual({
        [`settings-${time}.json`]: 'neither file nor folder',
      })
    },
  )

  it('is moved aside where it is a file that has the name of the folder of annotations', () => {
    const folder = makeTemporaryFolder()
    writeFileSync(join(folder, 'annotations'), 'a file')
    const stores = openRealStores(folder)
    stores.annotations('treaty').replace([sampleAnnotation()])
    expect(readTree(folder)).toMatchObject({
      annotations: 'folder',
      [`quarantine/annotations-${time}.json`]: 'a file',
    })
  })
})
