// Where it is kept how the windows stood: `window.json` in the data folder, written as safely as everything there.
// Desktop shell; plain Node.
import { Failure } from '../../contract/errors.ts'
import type { ReadOnlyReason } from '../../contract/status.ts'
import type { Clock, DocumentStore, Log } from '../../services/ports.ts'
import { openDocumentStore } from '../../storage/document-store.ts'
import { nodeFileSystem } from '../../storage/file-system.ts'
import { createQuarantine } from '../../storage/quarantine.ts'
import type { StoreClass } from '../../storage/safe-store.ts'
import { createSafeStoreClass } from '../../storage/safe-store.ts'
import { storageNotice } from '../data-folder-messages.ts'
import type { WindowState } from './window-state.ts'
import { windowStateFormat } from './window-state.ts'

/**
 * Opens the store, which always succeeds: a damaged file is set aside, and the window opens as if it were the first
 * time. Such news is for the log alone, since nothing of the reader's is concerned.
 */
export function openWindowState(options: {
  dataFolder: string
  StoreClass: StoreClass
  /** Why nothing may be written, or `null`. */
  readOnly: ReadOnlyReason | null
  clock: Clock
  log: Log
}): DocumentStore<WindowState> {
  const { dataFolder, StoreClass, readOnly, clock, log } = options
  return openDocumentStore('window', windowStateFormat, {
    folder: dataFolder,
    Store: createSafeStoreClass(StoreClass),
    quarantine: createQuarantine(dataFolder, clock, nodeFileSystem),
    mayWrite: readOnly === null,
    notify: (notice) => log.info(storageNotice(notice)),
    beforeWrite() {
      if (readOnly !== null) throw new Failure({ code: 'read-only', reason: readOnly })
    },
  })
}
