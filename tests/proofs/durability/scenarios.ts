// What is interrupted step by step: each way in which storage writes, with the state before and the states that may come of it. Runs in Node.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBackups } from '../../../electron/storage/backups.ts'
import type { DocumentFormat } from '../../../electron/storage/document-formats.ts'
import { annotationsFormat } from '../../../electron/storage/document-formats.ts'
import { openDocumentStore } from '../../../electron/storage/document-store.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStoresOptions } from '../../../electron/storage/open-stores.ts'
import { openWholly } from './open-wholly.ts'
import { createQuarantine } from '../../../electron/storage/quarantine.ts'
import { createSafeStoreClass } from '../../../electron/storage/safe-store.ts'
import { sampleAnnotation } from '../../electron/storage/sample-annotation.ts'
import { readFolder } from './read-folder.ts'

/** All scenarios. */
export const scenarioNames = [
  'first write',
  'second write',
  'backup',
  'recovery',
  'quarantine',
  'migration',
] as const
/** One of {@link scenarioNames}. */
export type ScenarioName = (typeof scenarioNames)[number]

/** Whether there is a scenario of that name. */
export function isScenario(name: string): name is ScenarioName {
  return scenarioNames.some((known) => known === name)
}

const notes = [sampleAnnotation(1), sampleAnnotation(2), sampleAnnotation(3)]
const damaged = '{"format":1,"annotations":[{"id":"0198'

/** The annotations of an article as a next version of the program might keep them: format 2 calls them `notes`. */
const nextFormat: DocumentFormat<unknown[]> = {
  empty: [],
  check: (value) => value,
  toMembers: (value) => ({ notes: value }),
  fromMembers: ({ notes: list }) => ({ value: Array.isArray(list) ? list : [], dropped: [] }),
  migrations: [({ annotations, ...others }) => ({ ...others, notes: annotations })],
}

/** Puts a data folder into the state that a scenario begins with. `counts` notes are known to be stored afterwards. */
export function prepareScenario(scenario: ScenarioName, options: OpenStoresOptions): { notes: number } {
  mkdirSync(options.folder, { recursive: true })
  if (scenario === 'first write') return { notes: 0 }
  const stores = openWholly(options)
  for (let count = 1; count <= 2; count += 1) stores.annotations('treaty').replace(notes.slice(0, count))
  if (scenario === 'backup') {
    // So many that the one that is to come makes another superfluous.
    const backups = createBackups(options.folder, options.clock, nodeFileSystem)
    for (let count = 3; count >= 0; count -= 1) {
      stores.annotations('treaty').replace(notes.slice(0, (count % 3) + 1))
      backups.take(treaty, treatyPath(options.folder), annotationsFormat('treaty'))
    }
    stores.annotations('treaty').replace(notes.slice(0, 2))
  }
  stores.close()
  const path = treatyPath(options.folder)
  if (scenario === 'recovery') writeFileSync(path, damaged)
  if (scenario === 'quarantine') {
    writeFileSync(join(options.folder, 'settings.json'), damaged)
    writeFileSync(join(options.folder, 'annotations', 'summit.json'), damaged)
  }
  return { notes: 2 }
}

const treaty = 'annotations/treaty'

function treatyPath(folder: string): string {
  return join(folder, `${treaty}.json`)
}

/** Does what the scenario is about, and calls `stored` after each write that is acknowledged. */
export function runScenario(scenario: ScenarioName, options: OpenStoresOptions, stored: () => void): void {
  if (scenario === 'migration') {
    migrate(options, stored)
    return
  }
  const stores = openWholly(options)
  stores.annotations('treaty').replace(notes)
  stored()
  // Backups are taken at the end; nobody waits for them.
  stores.close()
}

function migrate(options: OpenStoresOptions, stored: () => void): void {
  const { folder, clock, fileSystem = nodeFileSystem } = options
  const store = openDocumentStore(treaty, nextFormat, {
    folder,
    Store: createSafeStoreClass(options.StoreClass, fileSystem),
    quarantine: createQuarantine(folder, clock, fileSystem),
    backups: createBackups(folder, clock, fileSystem),
    mayWrite: true,
    notify: () => undefined,
    beforeWrite: () => undefined,
  })
  store.replace([...store.read(), sampleAnnotation(3)])
  stored()
}

/** How many notes the next start finds, and whether the bytes of damaged files are still there. */
export function readOutcome(
  scenario: ScenarioName,
  options: OpenStoresOptions,
): { notes: number; isKept: boolean } {
  if (scenario === 'migration') return readMigrated(options.folder)
  const stores = openWholly(options)
  const found = stores.annotations('treaty').read().length
  const kept = stores
    .notices()
    .every(({ kind }) => kind === 'store-quarantined' || kind === 'store-recovered')
  stores.close()
  const isDamaging = scenario === 'recovery' || scenario === 'quarantine'
  return { notes: found, isKept: kept && (!isDamaging || holdsDamagedBytes(options.folder)) }
}

function holdsDamagedBytes(folder: string): boolean {
  return [...readFolder(folder).values()].some((bytes) => bytes.toString() === damaged)
}

function readMigrated(folder: string): { notes: number; isKept: boolean } {
  const whole: { format: number; notes?: unknown[]; annotations?: unknown[] } = JSON.parse(
    readFileSync(treatyPath(folder), 'utf8'),
  )
  const hasOriginal = [...readFolder(folder).keys()].some((path) => path.endsWith('_before-migration.json'))
  return { notes: (whole.notes ?? whole.annotations ?? []).length, isKept: whole.format === 1 || hasOriginal }
}
