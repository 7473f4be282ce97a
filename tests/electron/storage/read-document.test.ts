// One file read and checked, and what the system itself may say of it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../electron/storage/read-document.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

describe('readDocument', () => {
  it('tells a format from the members', () => {
    const path = join(makeTemporaryFolder(), 'store.json')
    writeFileSync(path, '\ufeff{"format":3,"theme":"dark"}')
    expect(readDocument(path)).toMatchObject({ kind: 'members', format: 3, members: { theme: 'dark' } })
  })

  it.each(['', '[]', 'null', '3', '"text"', '{"format":', '{} {}'])('finds damage in %o', (text) => {
    const path = join(makeTemporaryFolder(), 'store.json')
    writeFileSync(path, text)
    expect(readDocument(path)).toEqual({ kind: 'damaged', bytes: Buffer.from(text) })
  })

  it('finds damage in what is no UTF-8, and in what is no file', () => {
    const folder = makeTemporaryFolder()
    const path = join(folder, 'store.json')
    writeFileSync(path, Buffer.from([0x7b, 0xff, 0x7d]))
    expect(readDocument(path)).toMatchObject({ kind: 'damaged', bytes: Buffer.from([0x7b, 0xff, 0x7d]) })
    mkdirSync(join(folder, 'other.json'))
    expect(readDocument(join(folder, 'other.json'))).toEqual({ kind: 'damaged', bytes: null })
  })

  it('misses what is not there', () => {
    expect(readDocument(join(makeTemporaryFolder(), 'store.json'))).toEqual({ kind: 'missing' })
  })

  // Windows says of a name that is too long that it is not there.
  it.skipIf(process.platform === 'win32')('gives the system’s own word where that will not read', () => {
    const path = join(makeTemporaryFolder(), `${'long'.repeat(100)}.json`)
    expect(readDocument(path)).toEqual({ kind: 'unreadable', code: 'ENAMETOOLONG' })
  })
})
