// Formats by number: older ones are brought to the present one, newer ones are refused, and the old bytes are kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StorageNotice } from '../../../electron/contract/status.ts'
import { createBackups } from '../../../electron/storage/backups.ts'
import type { DocumentFormat } from '../../../electron/storage/document-formats.ts'
import { presentFormat } from '../../../electron/storage/document-formats.ts'
import { openDocumentStore } from '../../../electron/storage/document-store.ts'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { keepUsableValues } from '../../../electron/storage/keep-usable-values.ts'
import { createQuarantine } from '../../../electron/storage/quarantine.ts'
import { readStore } from '../../../electron/storage/read-store.ts'
import { createSafeStoreClass } from '../../../electron/storage/safe-store.ts'
import { failureOf } from './document-store-suite.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { testTime } from './open-real-stores.ts'
import { readTree } from './read-tree.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const shelfSchema = z.strictObject({ books: z.array(z.string()).default([]), label: z.string().default('') })
type Shelf = z.infer<typeof shelfSchema>

/** Format 1 called the list `volumes`, in one text; format 2 had the list; format 3 has a label. */
const shelfFormat: DocumentFormat<Shelf> = {
  empty: shelfSchema.parse({}),
  check: (value) => shelfSchema.parse(value),
  toMembers: (value) => ({ ...value }),
  fromMembers: (members) => keepUsableValues(shelfSchema, members),
  migrations: [
    ({ volumes, ...others }) => ({ ...others, books: z.string().parse(volumes).split(',') }),
    (members) => ({ ...members, label: 'unnamed' }),
  ],
}

const formatOne = '{"format":1,"volumes":"a,b"}'
const formatTwo = '{"format":2,"books":["a","b"]}'
const migrated = { books: ['a', 'b'], label: 'unnamed' }

function openShelf(content: string | null, fileSystem: FileSystem = nodeFileSystem, hasBackups = true) {
  const folder = makeTemporaryFolder()
  const path = join(folder, 'shelf.json')
  if (content !== null) writeFileSync(path, content)
  const notices: StorageNotice[] = []
  const backups = createBackups(folder, () => testTime, fileSystem)
  const open = () =>
    openDocumentStore('shelf', shelfFormat, {
      folder,
      Store: createSafeStoreClass(Conf, fileSystem),
      quarantine: createQuarantine(folder, () => testTime, fileSystem),
      ...(hasBackups ? { backups } : {}),
      mayWrite: true,
      notify: (notice) => notices.push(notice),
      beforeWrite: () => undefined,
    })
  return { folder, path, notices, backups, open }
}

describe('a file in an older format', () => {
  it('counts the formats by the steps between them', () => {
    expect(presentFormat(shelfFormat)).toBe(3)
    expect(presentFormat({})).toBe(1)
  })

  it.each([
    [1, formatOne],
    [2, formatTwo],
  ])(
    'is read through all steps from format %d on, and stays as it is until the first write',
    (_, content) => {
      const { folder, notices, open } = openShelf(content)
      expect(open().read()).toEqual(migrated)
      expect(notices).toEqual([])
      expect(readTree(folder)).toEqual({ 'shelf.json': content })
    },
  )

  it('is kept for good before it is written in the present format', () => {
    const { folder, path, notices, open } = openShelf(formatOne)
    const shelf = open()
    shelf.replace({ books: ['a', 'b', 'c'], label: 'mine' })
    shelf.replace({ books: ['a'], label: 'mine' })
    const original = `backups/shelf/000001_2026-11-21T08-44-10-123Z_before-migration.json`
    expect(readTree(folder)).toMatchObject({ [original]: formatOne })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ format: 3, books: ['a'], label: 'mine' })
    expect(open().read()).toEqual({ books: ['a'], label: 'mine' })
    expect(notices).toEqual([])
  })

  it('is not written while its bytes cannot be kept', () => {
    const fileSystem = createFaultyFileSystem()
    const { path, open } = openShelf(formatOne, fileSystem)
    const shelf = open()
    fileSystem.failNext('write', 'ENOSPC')
    expect(failureOf(() => shelf.replace(migrated))).toEqual({ code: 'disk-full', store: 'shelf' })
    expect(readFileSync(path, 'utf8')).toBe(formatOne)
    expect(shelf.read()).toEqual(migrated)
    shelf.replace(migrated)
    expect(readFileSync(path, 'utf8')).not.toBe(formatOne)
  })

  it('is kept in the quarantine where there are no backups', () => {
    const { folder, open } = openShelf(formatOne, nodeFileSystem, false)
    open().replace(migrated)
    expect(readTree(folder)).toMatchObject({ 'quarantine/shelf-2026-11-21T08-44-10-123Z.json': formatOne })
  })

  it('serves as a backup, through the same steps', () => {
    const { folder, path, backups, open } = openShelf(formatOne)
    expect(backups.take('shelf', path, shelfFormat)).toBe(true)
    writeFileSync(path, 'junk')
    const shelf = open()
    expect(shelf.read()).toEqual(migrated)
    expect(JSON.parse(readFileSync(join(folder, 'shelf.json'), 'utf8'))).toEqual({ format: 3, ...migrated })
  })

  it('is left as it is, and cannot be written, where a step trips over what it holds', () => {
    const junk = '{"format":1,"volumes":7}'
    const { path, notices, open } = openShelf(junk)
    const shelf = open()
    expect(shelf.read()).toEqual(shelfFormat.empty)
    expect(notices).toEqual([{ kind: 'store-unreadable', store: 'shelf', path }])
    expect(failureOf(() => shelf.replace(migrated))).toEqual({
      code: 'write-failed',
      store: 'shelf',
      systemCode: 'MIGRATION_FAILED',
    })
    expect(readFileSync(path, 'utf8')).toBe(junk)
  })

  it('is checked after the steps: unusable values are named and the whole is kept', () => {
    const { notices, open } = openShelf('{"format":2,"books":["a",7]}')
    expect(open().read()).toEqual({ books: ['a'], label: 'unnamed' })
    expect(notices).toMatchObject([{ kind: 'values-dropped', fields: ['books[1]'] }])
  })
})

describe('readStore', () => {
  it.each([
    ['{"format":4,"books":[]}', { kind: 'unreadable', code: 'NEWER_FORMAT' }],
    ['{"format":3.5,"books":[]}', { kind: 'unreadable', code: 'NEWER_FORMAT' }],
    ['{"format":3,"books":[],"label":"x"}', { kind: 'usable', dropped: [], isOlder: false }],
    ['{"format":2,"books":[]}', { kind: 'usable', dropped: [], isOlder: true }],
    ['{"format":0,"books":[]}', { kind: 'usable', dropped: ['format'], isOlder: false }],
    ['{"format":"2","books":[]}', { kind: 'usable', dropped: ['format'], isOlder: false }],
    ['{"books":[]}', { kind: 'usable', dropped: ['format'], isOlder: false }],
    ['{"books":', { kind: 'damaged' }],
  ])('tells what %s is', (content, expected) => {
    const { path } = openShelf(content)
    expect(readStore(path, shelfFormat)).toMatchObject(expected)
  })

  it('tells what is missing, and what is no file', () => {
    const { folder, path } = openShelf(null)
    expect(readStore(path, shelfFormat)).toEqual({ kind: 'missing' })
    expect(readStore(folder, shelfFormat)).toEqual({ kind: 'damaged', bytes: null })
  })
})
