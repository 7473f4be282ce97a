// Takes backups of stores and finds them again: whole files in `backups/<store>/`, each made once and never changed. Plain Node.
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '../services/ports.ts'
import type { BackupName } from './backup-names.ts'
import { formatBackupName, parseBackupName } from './backup-names.ts'
import { chooseSuperfluous } from './choose-backups.ts'
import type { DocumentFormat } from './document-formats.ts'
import type { FileSystem } from './file-system.ts'
import { makeFolder } from './make-folder.ts'
import { readStore } from './read-store.ts'
import { isAbsence, systemCode } from './system-code.ts'
import { placeFileSafely, writeFileSafely } from './write-file-safely.ts'

/** Name of the folder within the data folder. */
export const backupsFolderName = 'backups'

/** A backup that reads and checks well. */
export interface GoodBackup<Value> {
  value: Value
  /** Absolute path. */
  path: string
  /** Milliseconds since 1970, by the clock of that moment. */
  takenAt: number
}

/** The backups of one data folder. */
export interface Backups {
  /**
   * Takes a backup of the file of a store, unless it is missing, not sound, or what the last backup holds; then
   * removes those that the rotation no longer keeps. Answers whether one was taken. Throws a system error where it
   * cannot be written; nothing is removed then.
   */
  take<Value>(store: string, path: string, format: DocumentFormat<Value>): boolean
  /** Keeps the bytes of a file in an older format for good, before it is written in the present one. */
  keepOriginal(store: string, bytes: Uint8Array): void
  /** The newest backup that reads and checks well, or `null`. Writes nothing. */
  findNewest<Value>(store: string, format: DocumentFormat<Value>): GoodBackup<Value> | null
  /** Writes what came back into the file of its store, with the bytes that the store itself would write. */
  putBack(path: string, whole: Record<string, unknown>): void
  /** The names of everything in a folder of stores (`annotations`) that may have backups. */
  namesIn(folder: string): string[]
}

/** Opens the backups of a data folder; the folder is made with the first of them. */
export function createBackups(dataFolder: string, clock: Clock, fileSystem: FileSystem): Backups {
  const root = join(dataFolder, backupsFolderName)

  /** Oldest first. */
  function list(store: string): BackupName[] {
    return readNames(join(root, store))
      .map(parseBackupName)
      .filter((backup) => backup !== null)
      .toSorted((a, b) => a.sequence - b.sequence)
  }

  function add(
    store: string,
    bytes: Uint8Array,
    known: readonly BackupName[],
    isOriginal: boolean,
  ): BackupName {
    const facts = { sequence: (known.at(-1)?.sequence ?? 0) + 1, takenAt: clock(), isOriginal }
    const name = formatBackupName(facts)
    const folder = join(root, store)
    makeFolder(folder)
    placeFileSafely(join(folder, name), bytes, join(root, 'backup.json'), fileSystem)
    return { ...facts, name }
  }

  return {
    take(store, path, format) {
      const reading = readStore(path, format)
      if (reading.kind !== 'usable' || reading.dropped.length > 0) return false
      const known = list(store)
      const last = known.at(-1)
      if (last !== undefined && holds(join(root, store, last.name), reading.bytes)) return false
      const rotated = [...known, add(store, reading.bytes, known, false)].filter(
        ({ isOriginal }) => !isOriginal,
      )
      // The new one is on the disk and known to be good: whatever the clock says, one good backup stays.
      for (const { name } of chooseSuperfluous(rotated)) fileSystem.remove(join(root, store, name))
      return true
    },
    keepOriginal(store, bytes) {
      const known = list(store)
      const isKept = known.some(({ name, isOriginal }) => isOriginal && holds(join(root, store, name), bytes))
      if (!isKept) add(store, bytes, known, true)
    },
    findNewest(store, format) {
      for (const { name, takenAt } of ifReadable(() => list(store)).toReversed()) {
        const path = join(root, store, name)
        const reading = readStore(path, format)
        if (reading.kind === 'usable' && reading.dropped.length === 0) {
          return { value: reading.value, path, takenAt }
        }
      }
      return null
    },
    putBack(path, whole) {
      makeFolder(dirname(path))
      // As conf writes it.
      writeFileSafely(path, Buffer.from(JSON.stringify(whole, undefined, '\t')), fileSystem)
    },
    namesIn: (folder) => ifReadable(() => readNames(join(root, folder))),
  }
}

function readNames(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (cause) {
    if (isAbsence(cause)) return []
    throw cause
  }
}

/** Backups that the system does not let us list are as good as none for a store that looks for one at the start. */
function ifReadable<Item>(readList: () => Item[]): Item[] {
  try {
    return readList()
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    return []
  }
}

/** Whether a file holds just these bytes; false where it cannot be read. */
function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return fs.readFileSync(path).equals(bytes)
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    return false
  }
}
