// What goes into the packages, as far as it can be seen without making one.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import config, { fuses } from '../../scripts/packaging/builder-config.mjs'
import { packIcns, packIco } from '../../scripts/packaging/pack-icons.mjs'
import { writeChecksums } from '../../scripts/packaging/write-checksums.mjs'
import { findLooseVersions } from '../architecture/check-versions.ts'
import { repositoryRoot } from '../architecture/source-tree.ts'

const icons = join(repositoryRoot, 'scripts', 'packaging', 'icons')
const versionsSchema = z.record(z.string(), z.string())

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(repositoryRoot, ...path), 'utf8'))
}

describe('the packages', () => {
  it('have every fuse in the state that shuts the most', () => {
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(config.electronFuses).toBe(fuses)
  })

  it('are made for the three systems, the Mac on both processors', () => {
    expect([config.linux.target, config.win.target, config.mac.target]).toEqual([
      ['AppImage', 'deb'],
      ['nsis', 'portable'],
      [
        { target: 'dmg', arch: ['x64', 'arm64'] },
        { target: 'zip', arch: ['x64', 'arm64'] },
      ],
    ])
  })

  it('fetch and publish nothing by themselves, and leave what the reader has made where it is', () => {
    expect(config).toMatchObject({ publish: null, nsis: { deleteAppDataOnUninstall: false } })
  })

  it('carry the Electron that the tests run on', () => {
    const { devDependencies } = z.object({ devDependencies: versionsSchema }).parse(readJson('package.json'))
    expect(config.electronVersion).toBe(devDependencies['electron'])
  })

  it('are made by tools at exact versions, which the lock file names too', () => {
    const tools = z
      .object({ devDependencies: versionsSchema })
      .parse(readJson('scripts', 'packaging', 'package.json')).devDependencies
    const lock = z
      .object({
        packages: z.record(z.string(), z.looseObject({ devDependencies: versionsSchema.optional() })),
      })
      .parse(readJson('scripts', 'packaging', 'package-lock.json'))
    expect(findLooseVersions(tools)).toEqual([])
    expect(lock.packages['']?.devDependencies).toEqual(tools)
  })

  it('take files that are there', () => {
    const named = [
      config.linux.icon,
      config.win.icon,
      config.mac.icon,
      config.nsis.include,
      'corpus/articles',
    ]
    expect(named.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([])
  })
})

describe('the npm package', () => {
  const manifest = z
    .looseObject({ bin: versionsSchema, files: z.array(z.string()), private: z.literal(true) })
    .parse(readJson('package.json'))

  it('has one command, a script that is told to run on Node', () => {
    expect(Object.keys(manifest.bin)).toEqual(['bookwheel'])
    const script = readFileSync(join(repositoryRoot, manifest.bin['bookwheel'] ?? ''), 'utf8')
    expect(script).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(manifest.files).toContain(manifest.bin['bookwheel'])
  })

  it('needs nothing else installed', () => {
    const lists = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']
    expect(lists.filter((list) => list in manifest)).toEqual([])
  })
})

describe('the icons', () => {
  const pictures = new Map(
    readdirSync(join(icons, 'linux')).map((name) => [
      Number.parseInt(name, 10),
      readFileSync(join(icons, 'linux', name)),
    ]),
  )

  it('are squares of the sizes in their names', () => {
    for (const [size, picture] of pictures) {
      // The header of a PNG file: width and height are two numbers behind the sixteen bytes of its marks.
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size])
    }
    expect([...pictures.keys()].toSorted((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024])
  })

  it('of Windows and the Mac hold the same pictures', () => {
    expect(packIco(pictures).equals(readFileSync(join(icons, 'icon.ico')))).toBe(true)
    expect(packIcns(pictures).equals(readFileSync(join(icons, 'icon.icns')))).toBe(true)
  })

  it('lie in the containers where their headers say', () => {
    const ico = packIco(pictures)
    const count = ico.readUInt16LE(4)
    const starts = Array.from({ length: count }, (_none, at) => ico.readUInt32LE(6 + 16 * at + 12))
    expect(starts.map((start) => ico.toString('latin1', start + 1, start + 4))).toEqual(
      Array(count).fill('PNG'),
    )
    const icns = packIcns(pictures)
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  })
})

describe('writeChecksums', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bookwheel-sums-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('sums up what readers are given, and not the notes of the packager', async () => {
    for (const name of ['b.deb', 'a.AppImage', 'builder-debug.yml', 'latest.yml']) {
      writeFileSync(join(folder, name), 'abc')
    }
    expect(await writeChecksums(folder)).toEqual(['a.AppImage', 'b.deb'])
    // SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    const sum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(`${sum}  a.AppImage\n${sum}  b.deb\n`)
  })

  it('refuses a folder without a package', async () => {
    await expect(writeChecksums(folder)).rejects.toThrow('no package')
  })
})
