// Puts figures beside their goals: what is lost, damaged or left behind by kills, power cuts and faults. Runs in Node.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check } from '../shared/check.ts'
import type { ImportModule, StoreBundle } from './bundle-programs.ts'
import { bundlePrograms, storePackages } from './bundle-programs.ts'
import { cutPower } from './cut-power.ts'
import { damageBytes } from './damage-bytes.ts'
import { injectFaults } from './inject-faults.ts'
import { killAtEachStep } from './kill-at-each-step.ts'
import { killAtRandom } from './kill-at-random.ts'
import { measureWrites } from './measure-writes.ts'

/** So many failures are told one by one; the rest would only repeat them. */
const toldFailures = 5

/** Kills of each class of stores: a thousand together. */
const killsPerClass = 500

/** A line of the table. */
interface Figure {
  title: string
  goal: string
  found: string
  isMet: boolean
  failed: readonly Check[]
}

function countFigure(title: string, goal: number, checks: readonly Check[]): Figure {
  const failed = checks.filter(({ holds }) => !holds)
  const found = `${checks.length - failed.length} of ${checks.length}`
  return {
    title,
    goal: `all, at least ${goal}`,
    found,
    isMet: failed.length === 0 && checks.length >= goal,
    failed,
  }
}

function report({ title, goal, found, isMet, failed }: Figure): void {
  console.log(`${isMet ? 'met  ' : 'SHORT'}  ${found.padEnd(16)} (goal: ${goal})  ${title}`)
  for (const { name, detail } of failed.slice(0, toldFailures)) console.log(`         ${name}: ${detail}`)
  if (failed.length > toldFailures) console.log(`         and ${failed.length - toldFailures} more`)
}

async function randomKills(bundles: readonly StoreBundle[], folder: string): Promise<Figure[]> {
  const checks: Check[] = []
  let acknowledged = 0
  let midWrite = 0
  for (const bundle of bundles) {
    const figures = await killAtRandom(bundle, killsPerClass, join(folder, bundle.storePackage))
    checks.push(...figures.checks)
    acknowledged += figures.acknowledged
    midWrite += figures.midWrite
  }
  const title = 'kills at random moments: no acknowledged write lost, no file damaged, nothing left behind'
  return [
    countFigure(title, 2 * killsPerClass, checks),
    {
      title: 'of them fell into the middle of a write or a backup, so that the figure above says something',
      goal: 'at least 50',
      found: `${midWrite}`,
      isMet: midWrite >= 50,
      failed: [],
    },
    {
      title: 'writes were acknowledged before the kills',
      goal: 'at least 1000',
      found: `${acknowledged}`,
      isMet: acknowledged >= 1000,
      failed: [],
    },
  ]
}

async function killInSteps(bundles: readonly StoreBundle[], folder: string): Promise<Check[]> {
  const checks: Check[] = []
  for (const bundle of bundles)
    checks.push(...(await killAtEachStep(bundle, join(folder, bundle.storePackage))))
  return checks
}

async function prove(folder: string, importModule: ImportModule): Promise<boolean> {
  const bundles: StoreBundle[] = []
  for (const storePackage of storePackages)
    bundles.push(await bundlePrograms(storePackage, join(folder, 'out'), importModule))
  const each = (check: (bundle: StoreBundle, place: string) => Check[], name: string) =>
    bundles.flatMap((bundle) => check(bundle, join(folder, name, bundle.storePackage)))
  const parts: (() => Figure[] | Promise<Figure[]>)[] = [
    () => [measureWrites(join(folder, 'speed'))],
    async () => [
      countFigure(
        'kills before each call to the system in a write, a backup, a recovery, a migration',
        100,
        await killInSteps(bundles, join(folder, 'steps')),
      ),
    ],
    () => [
      countFigure(
        'states of the disk after a power cut: what was flushed, with any part of the rest',
        2000,
        each(cutPower, 'power'),
      ),
    ],
    () => [
      countFigure(
        'faults survived: full disk at every 4 KB, errors of every call, two writers, clock jumps',
        200,
        each(injectFaults, 'faults'),
      ),
    ],
    () => [
      countFigure(
        'damaged stores: started, bytes kept, every undamaged note loaded',
        1000,
        each(damageBytes, 'damage'),
      ),
    ],
    () => randomKills(bundles, join(folder, 'kills')),
  ]
  let isMet = true
  for (const part of parts) {
    const start = performance.now()
    const figures = await part()
    const seconds = (performance.now() - start) / 1000
    for (const figure of figures) {
      report(figure)
      isMet &&= figure.isMet
    }
    console.log(`       in ${seconds.toFixed(0)} s`)
  }
  return isMet
}

/** Proves it and answers the exit code. */
export async function proveDurability(importModule: ImportModule): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-proof-'))
  try {
    return (await prove(folder, importModule)) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
