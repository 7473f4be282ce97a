import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allowedLicences, packageFolderOf, writeLicences } from '../../scripts/write-licences.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-licences-'))
  mkdirSync(join(folder, 'out', 'packages'), { recursive: true })
  writeFileSync(join(folder, 'LICENSE'), 'Our own licence\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a package there; answers the path of a file in it. */
function addPackage(
  name: string,
  license: unknown,
  files: Record<string, string> = { LICENSE: `Text of ${name}` },
) {
  const place = join(folder, 'node_modules', name)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text)
  return join(place, 'lib', 'a.js')
}

function note(part: string, files: readonly string[]): void {
  writeFileSync(join(folder, 'out', 'packages', `${part}.json`), JSON.stringify(files))
}

describe('writeLicences', () => {
  it('lists each package of every part once, by name, with its text behind our own', () => {
    const [one, two] = [
      addPackage('one', 'MIT'),
      addPackage('@scope/two', 'ISC', { 'licence.md': 'Text of two' }),
    ]
    note('main', [one, `${one}?commonjs`])
    note('page', [two, one])
    writeLicences(folder)
    expect(JSON.parse(readFileSync(join(folder, 'out', 'licences.json'), 'utf8'))).toEqual([
      { name: '@scope/two', version: '1.2.3', licence: 'ISC' },
      { name: 'one', version: '1.2.3', licence: 'MIT' },
    ])
    expect(readFileSync(join(folder, 'out', 'licences.txt'), 'utf8')).toMatch(
      /Our own licence.*@scope\/two 1\.2\.3 \(ISC\)\s+Text of two.*one 1\.2\.3 \(MIT\)\s+Text of one/s,
    )
  })

  it.each(['GPL-3.0', 'AGPL-3.0-or-later', 'LGPL-2.1', 'UNLICENSED', undefined, '(MIT OR GPL-3.0)'])(
    'refuses a package under %j, by its name',
    (license) => {
      note('main', [addPackage('rogue', license)])
      expect(() => writeLicences(folder)).toThrow(/rogue/)
    },
  )

  it('refuses a package that brings no text of its licence', () => {
    note('main', [addPackage('mute', 'MIT', { 'README.md': 'MIT' })])
    expect(() => writeLicences(folder)).toThrow(/mute/)
  })
})

describe('allowedLicences', () => {
  it('hold none that asks for the sources of what it is part of', () => {
    expect(allowedLicences.filter((name) => /GPL|MPL|EPL|SSPL|SA/.test(name))).toEqual([])
  })
})

describe('packageFolderOf', () => {
  it.each([
    ['/a/node_modules/one/index.js', '/a/node_modules/one'],
    ['/a/node_modules/@s/two/dist/x.css?direct', '/a/node_modules/@s/two'],
    ['\0/a/node_modules/one/index.js?commonjs-module', '/a/node_modules/one'],
    ['/a/node_modules/one/node_modules/two/x.js', '/a/node_modules/one/node_modules/two'],
    ['/a/electron/x.ts', null],
    ['\0rolldown/runtime.js', null],
  ])('of %j is %j', (file, expected) => {
    expect(packageFolderOf(file)?.replaceAll('\\', '/') ?? null).toBe(expected)
  })
})
