// Puts a question to the reader in a native dialog. Runs in Electron's main process.
import type { BrowserWindow, MessageBoxSyncOptions } from 'electron'
import { dialog } from 'electron'
import type { DialogWords } from './messages.ts'

/** Escape and the Enter key choose the first button, which is the safe one. */
function options({ message, detail, buttons }: DialogWords): MessageBoxSyncOptions {
  return {
    type: 'warning',
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: 0,
    // Windows would make links of buttons that it takes for commands.
    noLink: true,
  }
}

/**
 * Asks, and answers whether the second button was chosen. Where `signal` is aborted, the dialog goes away and the
 * first one counts.
 */
export async function ask(
  window: BrowserWindow | null,
  words: DialogWords,
  signal?: AbortSignal,
): Promise<boolean> {
  const all = signal === undefined ? options(words) : { ...options(words), signal }
  const { response } = await (window === null
    ? dialog.showMessageBox(all)
    : dialog.showMessageBox(window, all))
  return response === 1
}

/** Asks and waits: for answers that Electron needs at once. */
export function askAtOnce(window: BrowserWindow, words: DialogWords): boolean {
  return dialog.showMessageBoxSync(window, options(words)) === 1
}
