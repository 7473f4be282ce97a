// The workflows are right as far as that shows without running them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Surroundings } from './check-workflow.ts'
import { checkWorkflow } from './check-workflow.ts'
import { readManifest } from './read-manifest.ts'
import { repositoryRoot } from './source-tree.ts'

const folder = join(repositoryRoot, '.github', 'workflows')

function listNames(place: string): string[] {
  return readdirSync(join(repositoryRoot, place))
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => name.slice(0, -'.mjs'.length))
}

const surroundings: Surroundings = {
  scripts: Object.keys(z.record(z.string(), z.string()).parse(readManifest()['scripts'])),
  exists: (path) => existsSync(join(repositoryRoot, path)),
  names: { prove: listNames('tests/proofs'), bench: listNames('tests/bench') },
}

const sound = `name: Sound
on: [push]
permissions:
  contents: read
jobs:
  first:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - run: npm ci
      - run: npm run check
  second:
    needs: [first]
    runs-on: \${{ github.event_name == 'push' && 'ubuntu-latest' || 'macos-latest' }}
    timeout-minutes: 5
    strategy:
      matrix:
        node: [20, 24]
        include: [{ node: 22, extra: yes }]
    steps:
      - run: npm run prove package
      - run: echo \${{ matrix.node }} \${{ matrix.extra }}
`

describe('the workflows of the repository', () => {
  const names = readdirSync(folder)

  it('are there', () => {
    expect(names).toEqual(expect.arrayContaining(['check.yml', 'release.yml']))
  })

  it.each(names)('%s is sound', async (name) => {
    expect(await checkWorkflow(name, readFileSync(join(folder, name), 'utf8'), surroundings)).toEqual([])
  })

  it('run specs that are there', () => {
    const [, specs = ''] = /SPECS: (.+)/.exec(readFileSync(join(folder, 'release.yml'), 'utf8')) ?? []
    const missing = specs
      .split(' ')
      .filter((name) => !surroundings.exists(`tests/end-to-end/${name}.spec.ts`))
    expect([specs === '', missing]).toEqual([false, []])
  })
})

function checkChanged(from: string, to: string): Promise<string[]> {
  return checkWorkflow('changed.yml', sound.replace(from, to), surroundings)
}

describe('checkWorkflow', () => {
  it('has nothing against a sound workflow', async () => {
    expect(await checkWorkflow('sound.yml', sound, surroundings)).toEqual([])
  })

  it.each([
    ['an unknown key', 'steps:', 'stepps:', /stepps/],
    ['a job without a machine', '    runs-on: ubuntu-latest\n', '', /runs-on/],
    ['a need that is no job', 'needs: [first]', 'needs: [zeroth]', /zeroth/],
    ['a wrong expression', 'github.event_name', 'githob.event_name', /githob/],
    ['an expression that is not closed', "'macos-latest' }}", "'macos-latest' }", /./],
    ['a script that package.json lacks', 'npm run check', 'npm run chek', /chek/],
    ['a command that npm lacks', 'npm ci', 'npm cii', /cii/],
    ['a proof that is not there', 'prove package', 'prove packages', /packages/],
    ['an action at a tag', '@3d3c42e5aac5ba805825da76410c181273ba90b1', '@v7', /pinned/],
    ['a job without a bound', '    timeout-minutes: 5\n', '', /timeout-minutes/],
    ['no word of permissions', 'permissions:\n  contents: read\n', '', /permissions/],
    ['a script file that is not there', 'npm run check', 'node scripts/no-such.mjs', /no-such/],
    ['a word that the matrix lacks', 'matrix.extra', 'matrix.extras', /extras/],
    ['an event that there is not', 'on: [push]', 'on: [pushed]', /pushed/],
  ])('finds %s', async (_what, from, to, complaint) => {
    expect(sound).toContain(from)
    expect((await checkChanged(from, to)).join('\n')).toMatch(complaint)
  })
})
