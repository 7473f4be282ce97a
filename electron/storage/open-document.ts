// The first look at a store's file: what of it can be used, and what must be brought to safety before it may be replaced. Plain Node.
import { Failure } from '../contract/errors.ts'
import type { StorageNotice } from '../contract/status.ts'
import type { DocumentFormat } from './document-formats.ts'
import { readFileMark } from './file-mark.ts'
import type { Quarantine } from './quarantine.ts'
import { readDocument } from './read-document.ts'
import { systemCode } from './system-code.ts'

/** What opening a file needs of the data folder that it lies in. */
export interface OpeningPlace {
  quarantine: Quarantine
  /** Where false, nothing on disk is touched. */
  mayWrite: boolean
  notify: (notice: StorageNotice) => void
}

/** What a store begins with. */
export interface OpenedDocument<Value> {
  value: Value
  /** What must happen before the first write; it throws where the file must stay as it is. `null`: nothing. */
  beforeFirstWrite: (() => void) | null
}

/**
 * Reads the file of the store `name` at `path`. Whatever the file holds, this succeeds, and all its bytes are
 * kept: a damaged file is moved to the quarantine, one with unusable values is copied there, one that a newer
 * program wrote or that the system does not let us read stays untouched and cannot be written.
 */
export function openDocument<Value>(
  name: string,
  path: string,
  format: DocumentFormat<Value>,
  place: OpeningPlace,
): OpenedDocument<Value> {
  const reading = readDocument(path)
  if (reading.kind === 'missing') return { value: format.empty, beforeFirstWrite: null }
  if (reading.kind === 'members') {
    const { value, dropped } = format.fromMembers(reading.members)
    const fields = reading.formatKnown ? dropped : ['format', ...dropped]
    if (fields.length === 0) return { value, beforeFirstWrite: null }
    return { value, beforeFirstWrite: keepCopy(name, fields, reading.bytes, place) }
  }
  if (reading.kind === 'damaged') {
    return { value: format.empty, beforeFirstWrite: setAside(name, path, place) }
  }
  place.notify({ kind: 'store-unreadable', store: name, path })
  const code = reading.kind === 'newer-format' ? 'NEWER_FORMAT' : reading.code
  return { value: format.empty, beforeFirstWrite: () => refuseWrite(name, code) }
}

function keepCopy(store: string, fields: string[], bytes: Uint8Array, place: OpeningPlace) {
  function tell(keptAt: string | null): void {
    place.notify({ kind: 'values-dropped', store, fields, keptAt })
  }
  return nowOrLater(
    () => tell(place.quarantine.copy(bytes, store)),
    () => tell(null),
    place.mayWrite,
  )
}

/**
 * Moves what stands at `path` to the quarantine and says so. Where that cannot be done now, it says that instead
 * and answers the step to be taken before the first write; otherwise `null`.
 */
export function setAside(store: string, path: string, place: OpeningPlace): (() => void) | null {
  return nowOrLater(
    () => {
      if (readFileMark(path) === null) return
      place.notify({ kind: 'store-quarantined', store, keptAt: place.quarantine.move(path, store) })
    },
    () => place.notify({ kind: 'store-unreadable', store, path }),
    place.mayWrite,
  )
}

/** Takes the step at once; where that cannot be (read-only, disk full), says so and leaves it for the first write. */
function nowOrLater(step: () => void, sayNotNow: () => void, mayWrite: boolean): (() => void) | null {
  if (mayWrite && succeeds(step)) return null
  sayNotNow()
  return step
}

function succeeds(step: () => void): boolean {
  try {
    step()
    return true
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    return false
  }
}

function refuseWrite(store: string, code: string): never {
  throw new Failure({ code: 'write-failed', store, systemCode: code })
}
