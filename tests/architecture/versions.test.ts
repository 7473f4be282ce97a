// Pinned versions, and a floor under Electron's.
import { describe, expect, it } from 'vitest'
import { findLooseVersions, isSafeElectron } from './check-versions.ts'
import { readLock, readManifest } from './read-manifest.ts'

/** All lists of packages that package.json may hold. */
const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides']

describe('package.json', () => {
  const manifest = readManifest()
  const { packages } = readLock()

  it('names every package in one list, at one exact version', () => {
    expect(lists.filter((list) => list in manifest)).toEqual(['devDependencies'])
    expect(findLooseVersions(manifest.devDependencies)).toEqual([])
  })

  it('agrees with the lock file', () => {
    expect(packages['']?.devDependencies).toEqual(manifest.devDependencies)
  })

  it('asks for an Electron that keeps other origins out of our scheme', () => {
    expect(isSafeElectron(manifest.devDependencies['electron'] ?? 'none')).toBe(true)
    expect(packages['node_modules/electron']?.version).toBe(manifest.devDependencies['electron'])
  })
})

describe('findLooseVersions', () => {
  it.each([
    '^1.2.3',
    '~1.2.3',
    '1.2',
    '1.x',
    '*',
    '',
    '>=1.2.3',
    'latest',
    '1.2.3 - 2',
    'file:../a',
    '1.2.3-beta.1',
  ])('finds %j', (version) => {
    expect(findLooseVersions({ exact: '1.2.3', loose: version })).toEqual([`loose ${version}`])
  })
})

describe('isSafeElectron', () => {
  it.each(['39.8.10', '39.9.0', '40.9.3', '40.10.0', '41.4.0', '42.0.0', '45.4.1', '100.0.0'])(
    'accepts %s',
    (version) => {
      expect(isSafeElectron(version)).toBe(true)
    },
  )

  it.each(['38.99.99', '39.8.9', '40.9.2', '40.0.0', '41.3.9', '42.0.0-beta.3', '^45.4.1', 'latest'])(
    'refuses %s',
    (version) => {
      expect(isSafeElectron(version)).toBe(false)
    },
  )
})
