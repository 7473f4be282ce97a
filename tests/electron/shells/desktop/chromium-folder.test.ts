// Where Chromium's own files go: apart from the reader's, and never into a folder that may not be written.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReadOnlyReason } from '../../../../electron/contract/status.ts'
import type { ChromiumFolder } from '../../../../electron/shells/desktop/chromium-folder.ts'
import { makeChromiumFolder } from '../../../../electron/shells/desktop/chromium-folder.ts'

let folder: string
let data: string
let temporary: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-chromium-test-'))
  data = join(folder, 'data')
  temporary = join(folder, 'temporary')
  mkdirSync(data)
  mkdirSync(temporary)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function make(readOnly: ReadOnlyReason | null): ChromiumFolder {
  return makeChromiumFolder({ dataFolder: data, readOnly, temporaryFolder: temporary })
}

describe('makeChromiumFolder', () => {
  it('makes a folder of its own in the data folder, which stays', () => {
    const chromium = make(null)
    expect(chromium.path).toBe(join(data, 'chromium'))
    chromium.dispose()
    expect(existsSync(chromium.path)).toBe(true)
    expect(make(null).path).toBe(chromium.path)
  })

  it('goes where the open window is when another desktop holds the data folder', () => {
    const { path } = make({ kind: 'locked', pid: 1, shell: 'desktop' })
    expect(path).toBe(join(data, 'chromium'))
  })

  it.each<ReadOnlyReason>([
    { kind: 'locked', pid: 1, shell: 'loopback' },
    { kind: 'locked', pid: 1, shell: null },
    { kind: 'not-writable' },
  ])('writes nothing into a data folder that is read-only: %j', (readOnly) => {
    expect(dirname(make(readOnly).path)).toBe(temporary)
    expect(readdirSync(data)).toEqual([])
  })

  it('takes a folder of this run away again, with all that is in it', () => {
    const chromium = make({ kind: 'not-writable' })
    writeFileSync(join(chromium.path, 'Preferences'), '{}')
    chromium.dispose()
    expect(readdirSync(temporary)).toEqual([])
  })
})
