// The first look at a store's file: what of it can be used, what a backup adds, and what must be brought to safety before the
// file may be replaced. Plain Node.
import { Failure } from '../contract/errors.ts'
import type { StorageNotice } from '../contract/status.ts'
import type { Backups, GoodBackup } from './backups.ts'
import type { DocumentFormat } from './document-formats.ts'
import { readFileMark } from './file-mark.ts'
import type { Quarantine } from './quarantine.ts'
import type { StoreReading } from './read-store.ts'
import { readStore } from './read-store.ts'
import { systemCode } from './system-code.ts'

/** What opening a file needs of the data folder that it lies in. */
export interface OpeningPlace {
  quarantine: Quarantine
  /** Absent: no backups are kept here. */
  backups?: Backups
  /** Where false, nothing on disk is touched. */
  mayWrite: boolean
  notify: (notice: StorageNotice) => void
}

/** What a store begins with. */
export interface OpenedDocument<Value> {
  value: Value
  /** What must happen before the first write; it throws where the file must stay as it is. `null`: nothing. */
  beforeFirstWrite: (() => void) | null
  /** The value was brought back and is not in the file: it should be written at once, so that the disk holds it again. */
  isRestored: boolean
}

/** The store that is being opened. */
interface Opening<Value> extends OpeningPlace {
  store: string
  path: string
  format: DocumentFormat<Value>
}

/**
 * Reads the file of the store `name` at `path`. Whatever the file holds, this succeeds, and all its bytes are
 * kept: a damaged file is set aside in the quarantine and its value comes back from the newest good backup and
 * what is whole in it, one with unusable values is copied there, one that a newer program wrote or that the
 * system does not let us read stays untouched and cannot be written. A notice says what happened.
 */
export function openDocument<Value>(
  name: string,
  path: string,
  format: DocumentFormat<Value>,
  place: OpeningPlace,
): OpenedDocument<Value> {
  const opening = { ...place, store: name, path, format }
  const reading = readStore(path, format)
  switch (reading.kind) {
    case 'missing':
      return openMissing(opening)
    case 'damaged':
      return openDamaged(opening, reading.bytes)
    case 'unreadable':
      return openUnreadable(opening, reading.code)
    case 'usable':
      return reading.dropped.length === 0 ? openSound(opening, reading) : openPartlyUsable(opening, reading)
  }
}

/**
 * This program never removes a file of notes, so one that has gone was lost, or somebody removed it on purpose without
 * its backups: of the two mistakes to bring back too much is the lesser. The notice says where the backups lie.
 */
function openMissing<Value>(opening: Opening<Value>): OpenedDocument<Value> {
  const { store, format, notify } = opening
  const backup = format.rescue === undefined ? null : findBackup(opening)
  if (backup === null) return { value: format.empty, beforeFirstWrite: null, isRestored: false }
  notify({ kind: 'store-recovered', store, cause: 'missing', backup: named(backup), keptAt: null })
  return { value: backup.value, beforeFirstWrite: null, isRestored: true }
}

type Usable<Value> = Extract<StoreReading<Value>, { kind: 'usable' }>

/** A file in an older format is replaced by the first write only, and its bytes are kept for good before that. */
function openSound<Value>(opening: Opening<Value>, { value, isOlder, bytes }: Usable<Value>) {
  const { store, backups, quarantine } = opening
  const keepOriginal = () => (backups ? backups.keepOriginal(store, bytes) : quarantine.copy(bytes, store))
  return { value, beforeFirstWrite: isOlder ? () => void keepOriginal() : null, isRestored: false }
}

/** The rest is kept; what the reader wrote is looked for in the whole text, under whatever name, and in the backup. */
function openPartlyUsable<Value>(
  opening: Opening<Value>,
  { value, dropped, bytes }: Usable<Value>,
): OpenedDocument<Value> {
  const { store, path, quarantine, notify } = opening
  const found = opening.format.rescue === undefined ? null : rescue(opening, value, bytes)
  function tell(keptAt: string | null): void {
    notify({ kind: 'values-dropped', store, fields: dropped, keptAt })
    if (found === null || found.value === value) return
    const backup = found.backup && named(found.backup)
    notify({ kind: 'store-recovered', store, cause: 'damaged', backup, keptAt: keptAt ?? path })
  }
  const beforeFirstWrite = nowOrLater(
    () => tell(quarantine.copy(bytes, store)),
    () => tell(null),
    opening.mayWrite,
  )
  return { value: found?.value ?? value, beforeFirstWrite, isRestored: false }
}

function openDamaged<Value>(opening: Opening<Value>, bytes: Buffer | null): OpenedDocument<Value> {
  const { store, path, format, quarantine, notify } = opening
  const found = rescue(opening, null, bytes)
  if (found === null) {
    return { value: format.empty, beforeFirstWrite: setAside(store, path, opening), isRestored: false }
  }
  const backup = found.backup && named(found.backup)
  function tell(keptAt: string): void {
    notify({ kind: 'store-recovered', store, cause: 'damaged', backup, keptAt })
  }
  const beforeFirstWrite = nowOrLater(
    // A copy where there are bytes: at no moment is there neither the damaged file nor the restored one.
    () => tell(bytes === null ? quarantine.move(path, store) : quarantine.copy(bytes, store)),
    () => tell(path),
    opening.mayWrite,
  )
  return { value: found.value, beforeFirstWrite, isRestored: true }
}

/** The backup is shown, but never written over a file that may be good. */
function openUnreadable<Value>(opening: Opening<Value>, code: string): OpenedDocument<Value> {
  const { store, path, format, notify } = opening
  const backup = findBackup(opening)
  if (backup === null) notify({ kind: 'store-unreadable', store, path })
  else notify({ kind: 'store-recovered', store, cause: 'unreadable', backup: named(backup), keptAt: path })
  return {
    value: backup === null ? format.empty : backup.value,
    beforeFirstWrite: () => refuseWrite(store, code),
    isRestored: false,
  }
}

function findBackup<Value>({ backups, store, format }: Opening<Value>): GoodBackup<Value> | null {
  return backups?.findNewest(store, format) ?? null
}

function named({ path, takenAt }: GoodBackup<unknown>): { path: string; takenAt: number } {
  return { path, takenAt }
}

/**
 * What is left of a store (`null`: nothing) with all that its damaged text and its backup add. `backup` is `null` where
 * it adds nothing; the whole is `null` where there is nothing at all.
 */
function rescue<Value>(
  opening: Opening<Value>,
  left: Value | null,
  bytes: Uint8Array | null,
): { value: Value; backup: GoodBackup<Value> | null } | null {
  const { rescue: words } = opening.format
  const salvaged = (bytes && words?.salvage(Buffer.from(bytes).toString('utf8'))) ?? null
  const whole =
    left === null || salvaged === null ? (left ?? salvaged) : (words?.join(left, salvaged) ?? left)
  const backup = findBackup(opening)
  if (backup === null) return whole === null ? null : { value: whole, backup }
  if (whole === null) return { value: backup.value, backup }
  const value = words?.join(whole, backup.value) ?? whole
  return { value, backup: value === whole ? null : backup }
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
