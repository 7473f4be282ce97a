// Decides whether this run may write to a data folder, and holds the right to. Plain Node.
import type { ReadOnlyReason, ShellName } from '../contract/status.ts'
import { prepareDataFolder } from './data-folder.ts'
import { takeLock } from './lock.ts'
import { systemCode } from './system-code.ts'

/** Either the right to write, which `release` gives back, or the reason why there is none. */
export type Access = { readOnly: ReadOnlyReason; release: null } | { readOnly: null; release: () => void }

/**
 * Makes the data folder where it is missing and takes its lock, which is also the trial whether the folder can be
 * written: rights on paper say too little of a read-only mount, a full disk or a network folder. Where somebody
 * holds the lock, nothing is written, not even to try. Throws a `DataFolderProblem` where the folder cannot be read.
 */
export function gainAccess(folder: string, shell: ShellName): Access {
  prepareDataFolder(folder)
  try {
    const lock = takeLock(folder, shell)
    if (lock.kind === 'taken') return { readOnly: null, release: lock.release }
    return { readOnly: { kind: 'locked', pid: lock.holder.pid, shell: lock.holder.shell }, release: null }
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    return { readOnly: { kind: 'not-writable' }, release: null }
  }
}
