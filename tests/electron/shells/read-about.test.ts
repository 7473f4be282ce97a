import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAbout } from '../../../electron/shells/read-about.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-about-'))
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what the program says of itself', () => {
  it('are its version, what carries it, and the works in its build', async () => {
    mkdirSync(join(folder, 'out'))
    const works = [{ name: 'lunr', version: '2.3.9', licence: 'MIT' }]
    writeFileSync(join(folder, 'out', 'licences.json'), JSON.stringify(works))
    expect(await readAbout(folder)).toEqual({
      version: '1.2.3',
      runtimes: [{ name: 'Node.js', version: process.versions.node }],
      works,
    })
  })

  it('is a failure where the build has left no list', async () => {
    await expect(readAbout(folder)).rejects.toMatchObject({
      error: { code: 'file-unreadable', systemCode: 'ENOENT' },
    })
  })
})
