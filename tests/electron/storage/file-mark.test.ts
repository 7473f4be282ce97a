// By what a file is known again.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFileMark } from '../../../electron/storage/file-mark.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

it('the mark of a file changes with its size', () => {
  const path = join(makeTemporaryFolder(), 'file')
  expect(readFileMark(path)).toBeNull()
  writeFileSync(path, 'one')
  const mark = readFileMark(path)
  expect(readFileMark(path)).toBe(mark)
  writeFileSync(path, 'three')
  expect(readFileMark(path)).not.toBe(mark)
})

// Windows says of a name that is too long that it is not there.
it.skipIf(process.platform === 'win32')('what cannot be looked at is not taken for missing', () => {
  expect(readFileMark(join(makeTemporaryFolder(), 'long'.repeat(100)))).toBe('ENAMETOOLONG')
})
