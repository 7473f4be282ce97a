// Where Chromium keeps its own files (profile, caches, the single-instance lock): apart from the reader's. Plain Node.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadOnlyReason } from '../../contract/status.ts'

/** A folder for Chromium. */
export interface ChromiumFolder {
  /** Absolute path of a folder that is there. */
  path: string
  /** Takes the folder away again where it only served this run. */
  dispose: () => void
}

/**
 * Makes Chromium's folder: `chromium` in the data folder. Where nothing may be written there (`readOnly` says why),
 * Chromium is given a folder in `temporaryFolder` for this run. A data folder that another desktop holds is used all
 * the same: there Chromium finds the window that is open already.
 */
export function makeChromiumFolder(options: {
  dataFolder: string
  readOnly: ReadOnlyReason | null
  temporaryFolder: string
}): ChromiumFolder {
  const { dataFolder, readOnly, temporaryFolder } = options
  const isOfDesktop = readOnly === null || (readOnly.kind === 'locked' && readOnly.shell === 'desktop')
  if (!isOfDesktop) return makeFolderOfThisRun(temporaryFolder)
  const path = join(dataFolder, 'chromium')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return { path, dispose: () => undefined }
}

function makeFolderOfThisRun(temporaryFolder: string): ChromiumFolder {
  const path = mkdtempSync(join(temporaryFolder, 'bookwheel-chromium-'))
  return {
    path,
    dispose() {
      try {
        rmSync(path, { recursive: true, force: true })
      } catch {
        // Chromium may still write while it ends. What is left lies where the system clears up.
      }
    },
  }
}
