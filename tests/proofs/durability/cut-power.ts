// Cuts the power after every call to the system, and looks at each state in which the disk may come back. Runs in Node.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStores, OpenStoresOptions } from '../../../electron/storage/open-stores.ts'
import { openWholly } from './open-wholly.ts'
import type { ManualTiming } from '../../electron/storage/manual-timing.ts'
import { createManualTiming } from '../../electron/storage/manual-timing.ts'
import type { Check } from '../shared/check.ts'
import type { StoreBundle } from './bundle-programs.ts'
import type { NoteState } from './changing-notes.ts'
import { articles, changeNotes, isIntact } from './changing-notes.ts'
import type { DiskOperation, DiskState } from './disk-model.ts'
import { listStates, recordOperations } from './disk-model.ts'
import { isLeftover, readFolder } from './read-folder.ts'

/** How many changes are recorded. */
const changes = 15

/** A run that was recorded. */
interface Recording {
  folder: string
  initial: Map<string, Buffer>
  operations: DiskOperation[]
  /** What was changed by each write that was acknowledged, in order. */
  stored: NoteState[]
}

/** One check for each different state. */
export function cutPower(bundle: StoreBundle, folder: string): Check[] {
  const options = { StoreClass: bundle.StoreClass, shell: 'loopback', clock: Date.now } as const
  const written = record({ ...options, folder: join(folder, 'written') }, null)
  const damaged = Buffer.from('{"format":1,"annotations":[{"id":')
  const recovered = record({ ...options, folder: join(folder, 'recovered') }, damaged)
  return [
    ...checkStates(`${bundle.storePackage}, writing`, written, options, null),
    ...checkStates(`${bundle.storePackage}, recovering`, recovered, options, damaged),
  ]
}

/** Records changes with their backups; where there is damage, first makes stores, damages one, and records what follows. */
function record(options: OpenStoresOptions, damaged: Buffer | null): Recording {
  const { folder } = options
  mkdirSync(folder, { recursive: true })
  const stored: NoteState[] = []
  if (damaged !== null) {
    const timing = createManualTiming()
    const stores = openWholly({ ...options, timing })
    for (let turn = 0; turn < 3; turn += 1) stored.push(writeOnce(stores, turn, timing))
    stores.close()
    writeFileSync(join(folder, 'annotations', `${articles[0]}.json`), damaged)
  }
  const operations: DiskOperation[] = stored.map(() => ({ kind: 'stored' }))
  const initial = new Map([...readFolder(folder)].map(([path, bytes]) => [join(folder, path), bytes]))
  const timing = createManualTiming()
  const stores = openWholly({ ...options, timing, fileSystem: recordOperations(nodeFileSystem, operations) })
  for (let turn = 0; turn < (damaged === null ? changes : 6); turn += 1) {
    stored.push(writeOnce(stores, turn, timing, () => operations.push({ kind: 'stored' })))
  }
  stores.close()
  return { folder, initial, operations, stored }
}

function writeOnce(
  stores: OpenStores,
  turn: number,
  timing: ManualTiming,
  acknowledge?: () => void,
): NoteState {
  const article = articles[turn % articles.length] ?? articles[0]
  const store = stores.annotations(article)
  const { notes, changed } = changeNotes(article, store.read())
  store.replace(notes)
  acknowledge?.()
  // Long enough for a backup of it.
  timing.pass(3_600_000)
  return changed
}

function checkStates(
  name: string,
  { folder, initial, operations, stored }: Recording,
  options: Omit<OpenStoresOptions, 'folder'>,
  damaged: Buffer | null,
): Check[] {
  const checks: Check[] = []
  const seen = new Set<string>()
  let acknowledged = 0
  for (let cut = 0; cut <= operations.length; cut += 1) {
    if (operations[cut - 1]?.kind === 'stored') acknowledged += 1
    for (const state of listStates(initial, operations.slice(0, cut))) {
      const key = `${acknowledged}\n${state.key}`
      if (seen.has(key)) continue
      seen.add(key)
      const back = `${folder}-back`
      layOut(state, folder, back)
      const faults = findFaults({ ...options, folder: back }, stored.slice(0, acknowledged), damaged)
      checks.push({
        name: `${name}, call ${cut}, state ${seen.size}`,
        holds: faults.length === 0,
        detail: faults.join('; '),
      })
    }
  }
  return checks
}

function layOut({ files }: DiskState, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const [path, bytes] of files) {
    const place = `${to}${path.slice(from.length)}`
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, bytes)
  }
}

/** No power is cut while a state is looked at. */
const withoutFlushing = { ...nodeFileSystem, flush: () => undefined, flushFolder: () => undefined }

function findFaults(
  options: OpenStoresOptions,
  known: readonly NoteState[],
  damaged: Buffer | null,
): string[] {
  const faults: string[] = []
  const stores = openWholly({ ...options, fileSystem: withoutFlushing })
  for (const notice of stores.notices()) {
    const isExpected = damaged !== null && notice.kind === 'store-recovered' && notice.cause === 'damaged'
    if (!isExpected) faults.push(JSON.stringify(notice))
  }
  for (const { article, number, revision } of known) {
    const found = stores.annotations(article).read()[number - 1]
    if (found === undefined || found.revision < revision)
      faults.push(`lost: ${article} ${number} ${revision}`)
  }
  for (const article of articles) {
    if (!stores.annotations(article).read().every(isIntact)) faults.push(`words of ${article} are mixed up`)
  }
  stores.close()
  const files = readFolder(options.folder)
  for (const path of files.keys()) if (isLeftover(path)) faults.push(`left behind: ${path}`)
  if (damaged !== null && ![...files.values()].some((bytes) => bytes.equals(damaged))) {
    faults.push('the damaged bytes have gone')
  }
  return faults
}
