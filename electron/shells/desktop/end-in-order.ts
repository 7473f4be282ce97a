// Lets the program end only when all that was under way is done. Runs in Electron's main process.
import { app } from 'electron'
import type { Log } from '../../services/ports.ts'
import { stopCutShort } from './messages.ts'

/** Milliseconds after which an end that hangs is cut short. */
const stopTime = 5000

/**
 * Ends the program with its last window, except on a Mac, where programs stay. What pages still sent while they
 * were closing is answered, and so on disk, before the data folder is released and the process ends.
 */
export function endInOrder(
  program: { close(): Promise<void> },
  fail: (cause: unknown) => void,
  log: Log,
): void {
  let isEnding = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isEnding) return
    isEnding = true
    setTimeout(() => {
      log.error(stopCutShort)
      app.exit(1)
    }, stopTime).unref()
    program.close().then(() => app.exit(0), fail)
  })
}
