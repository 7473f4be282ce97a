// What both shells say of the data folder, in the log or the terminal. The page's own words are in renderer/messages.
// Plain Node.
import type { ReadOnlyReason, StorageNotice } from '../contract/status.ts'
import type { DataFolderProblem, DataFolderProblemCode } from '../storage/data-folder.ts'

const dataFolderReasons: Readonly<Record<DataFolderProblemCode, string>> = {
  'not-a-folder': 'it is not a folder',
  unreadable: 'it cannot be read',
  'cannot-create': 'it cannot be made',
}

/** The folder with notes and settings cannot be used at all. */
export function dataFolderUnusable({ code, path, cause }: DataFolderProblem): string {
  const detail = cause instanceof Error ? ` (${cause.message})` : ''
  return `the data folder ${path} cannot be used: ${dataFolderReasons[code]}${detail}\nname another with --data DIR`
}

/** Nothing will be written in this run, and why. */
export function readOnlyRun(reason: ReadOnlyReason, dataFolder: string): string {
  const why =
    reason.kind === 'locked'
      ? `another Bookwheel (process ${reason.pid}) has it open`
      : 'this user may not write there'
  return `nothing will be saved in ${dataFolder}: ${why}; you can read`
}

/** What storage had to set aside. */
export function storageNotice(notice: StorageNotice): string {
  switch (notice.kind) {
    case 'store-quarantined':
      return `the stored ${notice.store} could not be read; the damaged file is kept at ${notice.keptAt}`
    case 'store-unreadable':
      return `the stored ${notice.store} cannot be read and stays untouched at ${notice.path}`
    case 'store-recovered':
      return recovery(notice)
    case 'backup-failed':
      return `no backup of the stored ${notice.store} could be written (${notice.systemCode}); what is saved is saved all the same`
    case 'values-dropped': {
      const copy = notice.keptAt === null ? '' : `; a copy of the whole is kept at ${notice.keptAt}`
      if (notice.fields.length === 0)
        return `the stored ${notice.store} was changed by another program${copy}`
      return `some values of the stored ${notice.store} were not usable: ${notice.fields.join(', ')}${copy}`
    }
  }
}

function recovery({
  store,
  cause,
  backup,
  keptAt,
}: Extract<StorageNotice, { kind: 'store-recovered' }>): string {
  const source =
    backup === null
      ? 'what was whole in the damaged file'
      : `the backup of ${new Date(backup.takenAt).toISOString()} at ${backup.path}`
  switch (cause) {
    case 'damaged':
      return `the stored ${store} was damaged and came back from ${source}; the damaged file is kept at ${keptAt}`
    case 'missing':
      return `the stored ${store} was missing and came back from ${source}; to be rid of it, delete its backups as well`
    case 'unreadable':
      return `the stored ${store} cannot be read and stays untouched at ${keptAt}; shown, and not to be changed, is ${source}`
  }
}
