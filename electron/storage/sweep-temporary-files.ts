// Cleans a folder of what writes that a crash cut off have left in it. Plain Node.
import fs from 'node:fs'
import { join } from 'node:path'
import { systemCode } from './system-code.ts'
import { isTemporaryName } from './write-file-safely.ts'

/**
 * Removes the temporary files of safe writes from a folder: never the only copy of anything that was acknowledged.
 * Only for the holder of the lock, whose own writes have not begun. What cannot be removed stays for the next start.
 */
export function sweepTemporaryFiles(folder: string): void {
  ifPossible(() => {
    for (const name of fs.readdirSync(folder).filter(isTemporaryName)) {
      ifPossible(() => fs.unlinkSync(join(folder, name)))
    }
  })
}

function ifPossible(act: () => void): void {
  try {
    act()
  } catch (cause) {
    // Leftovers are in nobody's way, so an error of the system here is no reason not to start.
    if (systemCode(cause) === null) throw cause
  }
}
