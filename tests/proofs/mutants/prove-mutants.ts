// Puts faults into the code one at a time, runs its tests, and counts how many faults they see. Runs in Node.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import type { Mutant } from './list-mutants.ts'
import { listMutants } from './list-mutants.ts'
import type { MutationFolder, RunOutcome } from './mutation-folder.ts'
import { makeMutationFolder } from './mutation-folder.ts'

/** Share of the faults, in percent, that the tests must see. */
const goal = 90

/** How many runs go on at once. */
const runsAtOnce = 2

/**
 * A fault that hangs the tests has been seen. The tests of one file hang after a minute: without a fault they take seconds. All
 * tests of an area hang when they take so many times as long as without any fault, because machines differ and
 * are shared, and never before a minute is over. Milliseconds.
 */
const leastPatience = 60_000
const patienceFactor = 4

/** The code that is tried, each folder with the tests that answer for it. */
const areas = [
  { name: 'storage', source: 'electron/storage', tests: 'tests/electron/storage' },
  { name: 'anchors', source: 'electron/services/anchoring', tests: 'tests/electron/services/anchoring' },
] as const
type Area = (typeof areas)[number]

/** What is to be tried. */
export interface MutantOptions {
  /** Faults of each area; all where it is larger than their number. */
  sampleSize: number
  seed: number
  /** The name of the only area, or `null` for all. */
  area: string | null
  /** The name of the only files, without `.ts`, or `null` for all. */
  file: string | null
}

interface Candidate {
  area: Area
  file: string
  mutant: Mutant
}

/** Mulberry32, a small generator of numbers from 0 to 1 (Tommy Ettinger, 2017): the same sample for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function listCandidates(area: Area, onlyFile: string | null): Candidate[] {
  return readdirSync(join(projectFolder, area.source), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && (onlyFile === null || basename(name, '.ts') === onlyFile))
    .toSorted()
    .flatMap((name) => {
      const file = `${area.source}/${name.replaceAll('\\', '/')}`
      const source = readFileSync(join(projectFolder, file), 'utf8')
      return listMutants(file, source).map((mutant) => ({ area, file, mutant }))
    })
}

function sample(candidates: readonly Candidate[], { sampleSize, seed }: MutantOptions): Candidate[] {
  const random = createRandom(seed)
  return candidates
    .map((candidate) => ({ candidate, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, sampleSize)
    .map(({ candidate }) => candidate)
}

/**
 * Tries the file's own tests first: they see most faults, and the others need not be run then. `green` is a fault that
 * nobody has seen.
 */
async function tryOne(
  folder: MutationFolder,
  { area, file, mutant }: Candidate,
  patience: number,
): Promise<RunOutcome> {
  const own = `${area.tests}/${basename(file, '.ts')}.test.ts`.replace('tests/', '')
  return folder.withMutant(file, mutant, async () => {
    const hasOwn = existsSync(join(projectFolder, 'tests', own))
    const outcome = hasOwn ? await folder.runTests([own], leastPatience) : 'green'
    return outcome === 'green' ? folder.runTests(filtersOf(area), patience) : outcome
  })
}

const filtersOf = ({ tests }: Area): string[] => [`${tests.replace('tests/', '')}/`]

/** Those that nobody has seen, and those that were seen because the tests hung. */
async function tryAll(
  candidates: readonly Candidate[],
  patience: number,
): Promise<Record<'unseen' | 'hung', Candidate[]>> {
  const left = [...candidates]
  const unseen: Candidate[] = []
  const hung: Candidate[] = []
  let tried = 0
  async function work(): Promise<void> {
    const folder = makeMutationFolder(projectFolder)
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const outcome = await tryOne(folder, next, patience)
        if (outcome === 'green') unseen.push(next)
        if (outcome === 'hung') hung.push(next)
        tried += 1
        if (process.stderr.isTTY) process.stderr.write(`\r${tried} of ${candidates.length}`)
      }
    } finally {
      folder.remove()
    }
  }
  await Promise.all(Array.from({ length: runsAtOnce }, work))
  if (process.stderr.isTTY) process.stderr.write('\r')
  return { unseen, hung }
}

/** Answers the milliseconds that the tests of an area take without any fault. */
async function demandGreen(area: Area): Promise<number> {
  const folder = makeMutationFolder(projectFolder)
  const begun = performance.now()
  try {
    const outcome = await folder.runTests(filtersOf(area), 10 * leastPatience)
    if (outcome === 'green') return performance.now() - begun
    throw new Error(`the tests of ${area.name} are ${outcome} without any fault`)
  } finally {
    folder.remove()
  }
}

function describe(what: string, { file, mutant }: Candidate): string {
  return `  ${what}: ${file}:${mutant.line}:${mutant.column} ${mutant.operator}`
}

/** Tries the faults and prints a line for each area. Answers the exit code. */
export async function proveMutants(options: MutantOptions): Promise<number> {
  let isMet = true
  let isAnyTried = false
  for (const area of areas) {
    if (options.area !== null && options.area !== area.name) continue
    const all = listCandidates(area, options.file)
    if (all.length === 0) continue
    isAnyTried = true
    const length = await demandGreen(area)
    const chosen = sample(all, options)
    const { unseen, hung } = await tryAll(chosen, Math.max(leastPatience, patienceFactor * length))
    const percent = (100 * (chosen.length - unseen.length)) / chosen.length
    const met = percent >= goal
    isMet &&= met
    console.log(
      `${met ? 'met  ' : 'SHORT'}  ${percent.toFixed(1)}% (goal ${goal}%)  faults in ${area.name} seen: ` +
        `${chosen.length - unseen.length} of ${chosen.length}, ${hung.length} because the tests hung; ` +
        `out of ${all.length} possible ones`,
    )
    for (const candidate of unseen) console.log(describe('not seen', candidate))
    for (const candidate of hung) console.log(describe('hung', candidate))
  }
  if (!isAnyTried) throw new Error('there is nothing of that name to put faults into')
  return isMet ? 0 : 1
}
