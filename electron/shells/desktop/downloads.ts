// Lets the page save a backup or the notebook where the reader wants it, by the system's own dialog, and nothing else. Runs in Electron's
// main process.
import type { SaveDialogOptions } from 'electron'
import { backupExtension } from '../../contract/backup-limits.ts'
import { notebookFileName } from '../../contract/notebook.ts'
import type { Log } from '../../services/ports.ts'
import {
  backupFileKind,
  backupNotSaved,
  backupNotSavedTitle,
  notebookFileKind,
  notebookNotSaved,
  notebookNotSavedTitle,
} from './messages.ts'
import { pageAddress } from './page-address.ts'

/** The part of Electron's `DownloadItem` that is of interest. */
export interface Download {
  getURL(): string
  getFilename(): string
  /** Where the reader has put it; known once it is done. */
  getSavePath(): string
  setSaveDialogOptions(options: SaveDialogOptions): void
  once(
    event: 'done',
    listener: (event: unknown, state: 'completed' | 'cancelled' | 'interrupted') => void,
  ): unknown
}

/** The part of Electron's `Session` that is of interest. */
export interface DownloadSource {
  on(event: 'will-download', listener: (event: { preventDefault(): void }, item: Download) => void): unknown
}

/** What saving needs. */
export interface DownloadDoors {
  /** Puts a saved backup on the system's list of recent files, from which it can be opened again. */
  noteRecent: (path: string) => void
  /** Tells the reader in a dialog. */
  tell: (title: string, words: string) => void
  log: Log
}

/** Whether a page may save this: a file that our own page has made itself, under the name of a backup. */
export function isBackup(address: string, fileName: string): boolean {
  return address.startsWith(`blob:${pageAddress}`) && fileName.endsWith(backupExtension)
}

/** Whether a page may save this: the notebook that our own page has written out. */
export function isNotebook(address: string, fileName: string): boolean {
  return address.startsWith(`blob:${pageAddress}`) && fileName === notebookFileName
}

/** What the reader is asked and told about one kind of file. */
interface FileWords {
  kind: string
  extension: string
  notSavedTitle: string
  notSaved: string
  /** Whether the program opens such files itself. */
  isOpenedByUs: boolean
}

const backupWords: FileWords = {
  kind: backupFileKind,
  extension: backupExtension.slice(1),
  notSavedTitle: backupNotSavedTitle,
  notSaved: backupNotSaved,
  isOpenedByUs: true,
}

const notebookWords: FileWords = {
  kind: notebookFileKind,
  extension: 'md',
  notSavedTitle: notebookNotSavedTitle,
  notSaved: notebookNotSaved,
  isOpenedByUs: false,
}

/** Prevents every download but those of a backup and of the notebook, for which the system's dialog asks where they go. */
export function guardDownloads(session: DownloadSource, doors: DownloadDoors): void {
  session.on('will-download', (event, item) => {
    const [address, fileName] = [item.getURL(), item.getFilename()]
    if (isBackup(address, fileName)) askWhere(item, backupWords, doors)
    else if (isNotebook(address, fileName)) askWhere(item, notebookWords, doors)
    else event.preventDefault()
  })
}

function askWhere(item: Download, words: FileWords, { tell, noteRecent, log }: DownloadDoors): void {
  item.setSaveDialogOptions({
    defaultPath: item.getFilename(),
    filters: [{ name: words.kind, extensions: [words.extension] }],
  })
  item.once('done', (_event, state) => {
    if (state === 'completed' && words.isOpenedByUs) noteRecent(item.getSavePath())
    // Cancelled is the reader's own wish.
    if (state !== 'interrupted') return
    log.error(words.notSaved)
    tell(words.notSavedTitle, words.notSaved)
  })
}
