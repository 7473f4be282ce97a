// One small document on disk: read once, held in memory, written whole through conf or electron-store. Plain Node.
import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Conf from 'conf'
import type { DocumentStore } from '../services/ports.ts'
import type { DocumentFormat } from './document-formats.ts'
import { readFileMark } from './file-mark.ts'
import { freezeDeeply } from './freeze-deeply.ts'
import { makeFolder } from './make-folder.ts'
import type { OpeningPlace } from './open-document.ts'
import { openDocument } from './open-document.ts'
import { knownFormat } from './read-document.ts'
import type { StoreClass } from './safe-store.ts'
import { toWriteFailure } from './system-code.ts'

/** The data folder, as its stores see it. */
export interface StorePlace extends OpeningPlace {
  /** Absolute path. */
  folder: string
  /** Made by `createSafeStoreClass`. */
  Store: StoreClass
  /** Called before each write of the named store; throws a `Failure` where none may happen. */
  beforeWrite: (store: string) => void
}

/**
 * Opens `<folder>/<name>.json`, which need not exist. Opening always succeeds: what is wrong with the file is told
 * by a notice. Values that are read are frozen. `replace` throws a ZodError for a value that could not be read
 * back, before anything is touched.
 */
export function openDocumentStore<Value>(
  name: string,
  format: DocumentFormat<Value>,
  place: StorePlace,
): DocumentStore<Value> {
  const path = join(place.folder, `${name}.json`)
  let mark = readFileMark(path)
  let { value: held, beforeFirstWrite } = openDocument(name, path, format, place)
  let file: Conf | null = null

  function write(whole: Record<string, unknown>): void {
    beforeFirstWrite?.()
    beforeFirstWrite = null
    const found = readFileMark(path)
    if (found !== null && found !== mark) keepForeignChange(name, path, place)
    try {
      makeFolder(dirname(path))
      file ??= createFile(path, place.Store)
      file.store = whole
    } finally {
      mark = readFileMark(path)
    }
  }

  return {
    // Frozen at the first look: most articles' annotations are never looked at in one run.
    read: () => freezeDeeply(held),
    replace(value) {
      place.beforeWrite(name)
      const checked = format.check(value)
      try {
        write({ format: knownFormat, ...format.toMembers(checked) })
      } catch (cause) {
        throw toWriteFailure(name, cause)
      }
      held = checked
    },
  }
}

/** Another program (a sync tool, an editor) changed the file since: its bytes are not ours to drop. */
function keepForeignChange(store: string, path: string, { quarantine, notify }: StorePlace): void {
  const isFile = fs.lstatSync(path).isFile()
  const keptAt = isFile ? quarantine.copy(fs.readFileSync(path), store) : quarantine.move(path, store)
  notify({ kind: 'values-dropped', store, fields: [], keptAt })
}

/**
 * `name` is electron-store's word for conf's `configName`; each class ignores the other's. What conf reads before
 * a write is not used, since the value is held in memory: so it is spared the parsing, and cannot stumble over
 * what another program wrote.
 */
function createFile(path: string, Store: StoreClass): Conf {
  const name = basename(path, '.json')
  const options = {
    cwd: dirname(path),
    name,
    configName: name,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    deserialize: () => ({}),
  }
  return new Store(options)
}
