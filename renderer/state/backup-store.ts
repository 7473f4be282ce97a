// Backups: made and saved as a file, read from a file, looked at, and restored.
import { createStore } from 'zustand/vanilla'
import { toBase64 } from '../../electron/contract/base64.ts'
import type { RestoreOutcome, RestorePlan } from '../../electron/contract/backup.ts'
import { backupByteLimit, backupPartBytes } from '../../electron/contract/backup-limits.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { PageError } from '../api/transport.ts'
import { describeSize, saveFile } from './save-file.ts'
import type { ToastStore } from './toast-store.ts'

/** A backup that the program has checked. */
export interface InspectedBackup {
  fileName: string
  /** By which the program knows it. */
  upload: string
  plan: RestorePlan
}

/** Where the reader is in restoring a backup. `share` is how much is done, from 0 to 1. */
export type RestoreStage =
  | { kind: 'choosing' }
  | { kind: 'reading'; fileName: string; share: number }
  | { kind: 'refused'; fileName: string; error: PageError }
  | ({ kind: 'inspected' } & InspectedBackup)
  | ({ kind: 'restoring'; share: number } & InspectedBackup)
  | ({ kind: 'stopped'; error: PageError; withSettings: boolean } & InspectedBackup)
  | { kind: 'restored'; outcome: RestoreOutcome }

/** What the page knows of backups. */
export interface BackupState {
  /** How much of a backup that is being made is done, from 0 to 1; `null` where none is. */
  backingUp: number | null
  /** `null` while the dialog is closed. */
  restore: RestoreStage | null
}

/** What backups work with. */
export interface BackupStoreParts {
  client: Client
  toasts: ToastStore
  /** Sends what is not saved yet, so that it is in the backup. */
  saveAll: () => Promise<void>
  /** Takes up settings and desk that came with a backup. */
  onRestored: (outcome: RestoreOutcome) => void
}

/** Share of the work of reading a backup that is done when all of it has been handed over. */
const handedOver = 0.5

/** Makes the store of backups. */
export function createBackupStore({ client, toasts, saveAll, onRestored }: BackupStoreParts) {
  const store = createStore<BackupState>(() => ({ backingUp: null, restore: null }))
  /** What the program's reports of progress are about. */
  let task = ''

  async function backUp(): Promise<void> {
    if (store.getState().backingUp !== null) return
    store.setState({ backingUp: 0 })
    task = crypto.randomUUID()
    try {
      await saveAll()
      const { fileName, bytes, byteLength, noteCount } = await client.createBackup({ task })
      saveFile(fileName, bytes)
      const values = { fileName, count: noteCount, size: describeSize(byteLength) }
      toasts.show({ message: 'toast.backedUp', values })
    } catch (failure) {
      toasts.show({ message: 'toast.notBackedUp', error: errorOf(failure) })
    } finally {
      store.setState({ backingUp: null })
    }
  }

  /** Whether the dialog still shows the work on this file: it may have been closed, or another file chosen. */
  function isAt(upload: string): boolean {
    return task === upload && store.getState().restore !== null
  }

  async function handOver(file: File, upload: string): Promise<void> {
    // An empty file is handed over too: the program says what is wrong with it.
    for (let offset = 0; offset === 0 || offset < file.size; offset += backupPartBytes) {
      if (!isAt(upload)) return
      const part = await file.slice(offset, offset + backupPartBytes).arrayBuffer()
      await client.sendBackupPart({ upload, offset, bytes: toBase64(new Uint8Array(part)) })
      const share = Math.min(1, (offset + backupPartBytes) / file.size) * handedOver
      if (isAt(upload)) store.setState({ restore: { kind: 'reading', fileName: file.name, share } })
    }
  }

  /** Hands a file to the program, which checks it and says what restoring it would do. */
  async function read(file: File): Promise<void> {
    const { name: fileName } = file
    const upload = crypto.randomUUID()
    task = upload
    store.setState({ restore: { kind: 'reading', fileName, share: 0 } })
    if (file.size > backupByteLimit) return refuse(fileName, tooLarge)
    await inspect(fileName, upload, () => handOver(file, upload))
  }

  /** Lets the program check a file that the system has handed to it, and say what restoring it would do. */
  async function readHandedOver({ id, fileName }: { id: string; fileName: string }): Promise<void> {
    const upload = crypto.randomUUID()
    task = upload
    store.setState({ restore: { kind: 'reading', fileName, share: 0 } })
    await inspect(fileName, upload, () => client.holdHandedOver({ id, upload }))
  }

  async function inspect(fileName: string, upload: string, hold: () => Promise<unknown>): Promise<void> {
    try {
      await hold()
      if (!isAt(upload)) return
      const plan = await client.inspectBackup({ upload })
      if (isAt(upload)) store.setState({ restore: { kind: 'inspected', fileName, upload, plan } })
    } catch (failure) {
      const error = unreadableFile(failure) ?? errorOf(failure)
      if (isAt(upload)) refuse(fileName, error)
    }
  }

  function refuse(fileName: string, error: PageError): void {
    store.setState({ restore: { kind: 'refused', fileName, error } })
  }

  async function restore(backup: InspectedBackup, withSettings: boolean): Promise<void> {
    const { fileName, upload, plan } = backup
    task = upload
    store.setState({ restore: { kind: 'restoring', share: 0, fileName, upload, plan } })
    try {
      await saveAll()
      const outcome = await client.restoreBackup({ upload, withSettings })
      onRestored(outcome)
      store.setState({ restore: { kind: 'restored', outcome } })
    } catch (failure) {
      const error = errorOf(failure)
      store.setState({ restore: { kind: 'stopped', error, withSettings, fileName, upload, plan } })
    }
  }

  /** Takes up how far the program says it is. */
  function receiveProgress(of: string, share: number): void {
    if (of !== task) return
    const { backingUp, restore: stage } = store.getState()
    if (backingUp !== null) store.setState({ backingUp: share })
    if (stage?.kind === 'restoring') store.setState({ restore: { ...stage, share } })
    if (stage?.kind === 'reading') {
      store.setState({ restore: { ...stage, share: handedOver + share * (1 - handedOver) } })
    }
  }

  /** Closes the dialog. A restore that is under way goes on: it must not be left half-way. */
  function close(): void {
    const { restore: stage } = store.getState()
    if (stage?.kind === 'restoring') return
    store.setState({ restore: null })
    if (stage?.kind !== 'inspected' && stage?.kind !== 'stopped') return
    // What is not forgotten now is replaced by the next one; a program that is out of reach has forgotten it already.
    client.discardBackup({ upload: stage.upload }).catch(errorOf)
  }

  return {
    store,
    backUp,
    read,
    readHandedOver,
    restore,
    receiveProgress,
    close,
    /** Opens the dialog, where the reader chooses a file. */
    beginRestore: () => store.setState({ restore: { kind: 'choosing' } }),
  }
}

const tooLarge: PageError = { code: 'backup-unreadable', problem: 'too-large', path: null }

/** The browser cannot read a file that was moved or changed since it was chosen. */
function unreadableFile(failure: unknown): PageError | null {
  return failure instanceof DOMException ? { code: 'upload-not-found' } : null
}

/** See {@link createBackupStore}. */
export type BackupStore = ReturnType<typeof createBackupStore>
