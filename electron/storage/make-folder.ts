// Makes folders that only their owner can enter and that a power cut does not take away again. Plain Node.
import fs from 'node:fs'
import { dirname } from 'node:path'
import { nodeFileSystem } from './file-system.ts'
import { systemCode } from './system-code.ts'

/**
 * Makes a folder and its parents where they are missing; throws a system error where that cannot be. Whether what
 * stands there already is a folder is not asked. Not `mkdir` with `recursive`: Node 20 never comes back from it in
 * /proc and its like.
 */
export function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    fs.mkdirSync(folder, 0o700)
  } catch (cause) {
    // Another Bookwheel that starts at the same time was faster, or a link leads nowhere.
    if (systemCode(cause) === 'EEXIST') return
    throw cause
  }
  flushIfPossible(parent)
}

function flushIfPossible(folder: string): void {
  try {
    nodeFileSystem.flushFolder(folder)
  } catch (cause) {
    // A folder that may be entered but not listed cannot be flushed; that is no reason not to run.
    if (systemCode(cause) === null) throw cause
  }
}
