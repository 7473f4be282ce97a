// Stands in for Electron's `DownloadItem`: a page has a file to save, the program says whether it may and how the system
// asks where, and the test answers in the reader's place. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import type { DownloadItem, SaveDialogOptions } from 'electron'
import type { Download } from 'playwright-core'
import { dialog } from './desktop-parts.ts'
import { createPreventable } from './preventable.ts'
import { addressForProgram, defaultSession } from './session.ts'
import { strict } from './strict.ts'

/**
 * Offers a download to the program and does what it says: nothing where the program prevents it, else the file is saved
 * where `dialog.showSaveDialog` answers, which a test puts in the place of the stand-in's.
 */
export async function offerDownload(download: Download, contents: object): Promise<void> {
  const event = createPreventable()
  const emitter = new EventEmitter()
  let options: SaveDialogOptions | null = null
  let savedAt = ''
  const item = strict<DownloadItem>('downloadItem')(
    Object.assign(emitter, {
      getURL: () => addressForProgram(download.url()),
      getFilename: () => download.suggestedFilename(),
      getSavePath: () => savedAt,
      setSaveDialogOptions(asked: SaveDialogOptions) {
        options = asked
      },
    }),
  )
  defaultSession.emit('will-download', event, item, contents)
  if (event.defaultPrevented) return download.cancel()
  // Without a word from the program Electron asks as well, under the name that the page gave.
  const { canceled, filePath } = await askWhere(options ?? { defaultPath: download.suggestedFilename() })
  savedAt = filePath
  emitter.emit('done', {}, canceled ? await cancel(download) : await save(download, filePath))
}

async function askWhere(options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }> {
  return dialog.showSaveDialog(options)
}

async function cancel(download: Download): Promise<'cancelled'> {
  await download.cancel()
  return 'cancelled'
}

async function save(download: Download, path: string): Promise<'completed' | 'interrupted'> {
  try {
    await download.saveAs(path)
    return 'completed'
  } catch {
    // The disk is full, or there is no such folder: Electron says no more than this.
    return 'interrupted'
  }
}
