// Measures how long a highlight takes to the disk while backups are being taken. Runs in Node.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { openWholly } from './open-wholly.ts'
import { writeFileSafely } from '../../../electron/storage/write-file-safely.ts'
import { sampleAnnotation } from '../../electron/storage/sample-annotation.ts'
import { createManualTiming } from '../../electron/storage/manual-timing.ts'

const writes = 300
/** Notes in the file: with them it has about twelve kilobytes. */
const notes = 25
/** Milliseconds within which nineteen of twenty highlights must be on the disk. */
const goal = 10

/** Where the bare disk is too slow for the goal, because others keep it busy, a highlight may take so much longer than it. */
const overhead = 1.5

/**
 * The time of writes alone, with a backup between any two of them, beside the time of the same bytes written just as
 * safely by nobody's store. `isMet` says whether it is short enough.
 */
export function measureWrites(folder: string) {
  mkdirSync(join(folder, 'bare'), { recursive: true })
  const timing = createManualTiming()
  const stores = openWholly({ folder, StoreClass: Conf, shell: 'loopback', clock: Date.now, timing })
  const store = stores.annotations('treaty')
  const file = join(folder, 'annotations', 'treaty.json')
  const times: number[] = []
  const bareTimes: number[] = []
  for (let write = 0; write < writes; write += 1) {
    const list = Array.from({ length: notes }, (_, index) => sampleAnnotation(index + 1 + write))
    times.push(measure(() => store.replace(list)))
    const bytes = readFileSync(file)
    bareTimes.push(measure(() => writeFileSafely(join(folder, 'bare', 'treaty.json'), bytes, nodeFileSystem)))
    timing.pass(3_600_000)
  }
  stores.close()
  const [last = ''] = readdirSync(join(folder, 'backups', 'annotations', 'treaty'))
    .toSorted()
    .toReversed()
  const [p95, median, bare] = [quantile(times, 0.95), quantile(times, 0.5), quantile(bareTimes, 0.95)]
  return {
    title: `ms until a highlight is on the disk, p95 of ${writes} with a backup after each (median ${median.toFixed(1)}; p95 of the bare disk ${bare.toFixed(1)})`,
    goal: `at most ${goal}, or ${overhead} times the bare disk`,
    found: p95.toFixed(1),
    // Each write had its backup: they are counted in their names.
    isMet: p95 <= Math.max(goal, bare * overhead) && last.startsWith(String(writes).padStart(6, '0')),
    failed: [],
  }
}

function measure(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Infinity
}
