// One small document on disk: read once, held in memory, written whole through conf or electron-store. Plain Node.
import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Conf from 'conf'
import type { DocumentStore } from '../services/ports.ts'
import type { DocumentFormat } from './document-formats.ts'
import { presentFormat } from './document-formats.ts'
import { readFileMark } from './file-mark.ts'
import { freezeDeeply } from './freeze-deeply.ts'
import { makeFolder } from './make-folder.ts'
import type { OpeningPlace } from './open-document.ts'
import { openDocument } from './open-document.ts'
import type { StoreClass } from './safe-store.ts'
import { systemCode, toWriteFailure } from './system-code.ts'

/** The data folder, as its stores see it. */
export interface StorePlace extends OpeningPlace {
  /** Absolute path. */
  folder: string
  /** Made by `createSafeStoreClass`. */
  Store: StoreClass
  /** Called before each write of the named store; throws a `Failure` where none may happen. */
  beforeWrite: (store: string) => void
  /** Called when the named store has a new value on the disk. */
  afterWrite?: (store: string) => void
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
  let { value: held, beforeFirstWrite, isRestored } = openDocument(name, path, format, place)
  let file: Conf | null = null

  const toWhole = (value: Value) => ({ format: presentFormat(format), ...format.toMembers(value) })

  function prepareWrite(): void {
    beforeFirstWrite?.()
    beforeFirstWrite = null
  }

  function write(value: Value): void {
    prepareWrite()
    const found = readFileMark(path)
    if (found !== null && found !== mark) keepForeignChange(name, path, place)
    try {
      makeFolder(dirname(path))
      file ??= createFile(path, place.Store)
      file.store = toWhole(value)
    } finally {
      mark = readFileMark(path)
    }
    place.afterWrite?.(name)
  }

  /**
   * Not through the class: electron-store asks Electron for a folder that is not decided yet while stores are opened.
   * Where it cannot be, the value is held in memory, and the next start brings it back once more.
   */
  function putBack(): void {
    try {
      prepareWrite()
      place.backups?.putBack(path, toWhole(held))
    } catch (cause) {
      if (systemCode(cause) === null) throw cause
    } finally {
      mark = readFileMark(path)
    }
  }

  if (isRestored && place.mayWrite) putBack()
  return {
    // Frozen at the first look: most articles' annotations are never looked at in one run.
    read: () => freezeDeeply(held),
    replace(value) {
      place.beforeWrite(name)
      const checked = format.check(value)
      try {
        write(checked)
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
