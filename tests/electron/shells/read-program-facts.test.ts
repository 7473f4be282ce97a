import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProgramFacts } from '../../../electron/shells/read-program-facts.ts'

describe('the program’s facts', () => {
  it('come from its own package.json and folder', () => {
    const programFolder = resolve(import.meta.dirname, '..', '..', '..')
    const { version } = JSON.parse(readFileSync(resolve(programFolder, 'package.json'), 'utf8'))
    expect(readProgramFacts({ programFolder, dataFolder: '/data', shell: 'loopback' })).toEqual({
      version,
      shell: 'loopback',
      dataFolder: '/data',
      corpusFolder: resolve(programFolder, 'corpus', 'articles'),
    })
  })
})
