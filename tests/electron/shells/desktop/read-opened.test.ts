// What the desktop is asked to open, by arguments and links.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupByteLimit } from '../../../../electron/contract/backup-limits.ts'
import { createInbox } from '../../../../electron/shells/desktop/inbox.ts'
import { readBackupFile } from '../../../../electron/shells/desktop/read-backup-file.ts'
import { readOpened, readOwnLink } from '../../../../electron/shells/desktop/read-opened.ts'

const here = resolve('/home/reader')

describe('readOpened', () => {
  const path = resolve(here, 'My notes.bookwheel')

  it.each([
    [['bookwheel', 'My notes.bookwheel'], [{ kind: 'backup', path }]],
    [['bookwheel', path], [{ kind: 'backup', path }]],
    [['bookwheel', pathToFileURL(path).href], [{ kind: 'backup', path }]],
    [['bookwheel', 'NOTES.BOOKWHEEL'], [{ kind: 'backup', path: resolve(here, 'NOTES.BOOKWHEEL') }]],
    [['electron', '.', '--no-sandbox', 'bookwheel://article/a'], [{ kind: 'article', articleId: 'a' }]],
    [
      ['bookwheel', 'bookwheel://article/a', 'My notes.bookwheel'],
      [
        { kind: 'article', articleId: 'a' },
        { kind: 'backup', path },
      ],
    ],
    [['bookwheel', '--data', 'old.bookwheel', '--new-window'], []],
    [['bookwheel', 'notes.txt', 'https://example.org/a.bookwheelx', '--x.bookwheel'], []],
    [['My notes.bookwheel'], []],
    [['bookwheel', 'file://elsewhere/%00.bookwheel'], []],
  ])('of %j is %j', (argv, opened) => {
    expect(readOpened(argv, here)).toEqual(opened)
  })
})

describe('readOwnLink', () => {
  it.each(['bookwheel://article/more-than-allied', 'BOOKWHEEL://article/more-than-allied/'])(
    'reads %s',
    (address) => {
      expect(readOwnLink(address)).toEqual({ kind: 'article', articleId: 'more-than-allied' })
    },
  )

  it.each([
    'bookwheel:',
    'bookwheel://',
    'bookwheel://article/',
    'bookwheel://article/..',
    'bookwheel://article/a/b',
    'bookwheel://article/A%20B',
    'bookwheel://article/a?x=1',
    'bookwheel://settings/a',
    `bookwheel://article/${'a'.repeat(65)}`,
    'bookwheel://article/con',
    'xbookwheel://article/a',
  ])('says of %s that it cannot be read', (address) => {
    expect(readOwnLink(address)).toEqual({ kind: 'unreadable-link' })
  })
})

describe('readBackupFile', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bookwheel-opened-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('reads the whole file', async () => {
    writeFileSync(join(folder, 'a.bookwheel'), 'bytes')
    expect(new TextDecoder().decode(await readBackupFile(join(folder, 'a.bookwheel')))).toBe('bytes')
  })

  it('refuses one that is larger than any backup before it reads it, a folder, and one that is not there', async () => {
    const path = join(folder, 'large.bookwheel')
    writeFileSync(path, '')
    truncateSync(path, backupByteLimit + 1)
    await expect(readBackupFile(path)).rejects.toMatchObject({
      error: { code: 'backup-unreadable', problem: 'too-large' },
    })
    await expect(readBackupFile(folder)).rejects.toMatchObject({ error: { code: expect.any(String) } })
    await expect(readBackupFile(join(folder, 'none.bookwheel'))).rejects.toMatchObject({
      error: { code: 'file-unreadable', systemCode: 'ENOENT' },
    })
  })
})

describe('createInbox', () => {
  it('keeps what comes early and hands it on in order, with all that comes later', () => {
    const inbox = createInbox<number>()
    inbox.put(1)
    inbox.put(2)
    const taken: number[] = []
    inbox.take((thing) => taken.push(thing))
    inbox.put(3)
    expect(taken).toEqual([1, 2, 3])
  })
})
