import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { joinZips } from '../../../../electron/services/backup/join-zips.ts'
import { makeTemporaryFolder } from '../../storage/temporary-folder.ts'
import { toFile } from './make-zip.ts'

const mtime = Date.UTC(2026, 10, 3)
const first = { 'manifest.json': toFile('{"format":1}'), 'a/one.json': toFile('one '.repeat(500)) }
const second = { 'a/zwei–2.json': toFile('zwei') }
const third = { 'empty.json': new Uint8Array() }

describe('joined zips', () => {
  it('are the zip that all their files together make, byte by byte', () => {
    const parts = [first, second, third].map((files) => zipSync(files, { mtime }))
    expect(joinZips(parts)).toEqual(zipSync({ ...first, ...second, ...third }, { mtime }))
  })

  it('are an empty zip where there are none', () => {
    expect(joinZips([])).toEqual(zipSync({}))
    expect(unzipSync(joinZips([zipSync(first)]))).toEqual(first)
  })

  const hasPython = spawnSync('python3', ['--version']).status === 0

  it.skipIf(!hasPython)(`are read by another program${hasPython ? '' : ' (skipped: no python3)'}`, () => {
    const path = join(makeTemporaryFolder(), 'joined.zip')
    writeFileSync(path, joinZips([first, second].map((files) => zipSync(files, { mtime }))))
    const { stdout, status } = spawnSync('python3', ['-m', 'zipfile', '-t', path], { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toContain('Done testing')
  })
})
