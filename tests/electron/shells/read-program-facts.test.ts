import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProgramFacts } from '../../../electron/shells/read-program-facts.ts'

describe('the program’s facts', () => {
  it('come from its own package.json and from the folder of its resources', () => {
    const programFolder = resolve(import.meta.dirname, '..', '..', '..')
    const { version } = JSON.parse(readFileSync(resolve(programFolder, 'package.json'), 'utf8'))
    const facts = {
      programFolder,
      resourceFolder: '/resources',
      dataFolder: '/data',
      shell: 'loopback',
    } as const
    expect(readProgramFacts(facts)).toEqual({
      version,
      shell: 'loopback',
      dataFolder: '/data',
      corpusFolder: join('/resources', 'corpus', 'articles'),
    })
  })
})
