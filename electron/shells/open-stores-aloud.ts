// Opens the data folder and says in the log what the user should know of it. Plain Node, for both shells.
import { DataFolderProblem } from '../storage/data-folder.ts'
import type { OpenStores, OpenStoresOptions } from '../storage/open-stores.ts'
import { openStores } from '../storage/open-stores.ts'
import { dataFolderUnusable, readOnlyRun, storageNotice } from './data-folder-messages.ts'
import type { ProgramLog } from './program-log.ts'
import { StartFailure } from './start-failure.ts'

/**
 * Opens the stores of a data folder and keeps the log there where it may be written; tells of what is set aside later, too. Throws a `StartFailure` where it cannot be read.
 */
export function openStoresAloud(options: OpenStoresOptions, log: ProgramLog): OpenStores {
  const stores = orFailure(() =>
    openStores({ ...options, onNotice: (notice) => log.info(storageNotice(notice)) }),
  )
  if (stores.readOnly === null) log.keepIn(options.folder)
  else log.info(readOnlyRun(stores.readOnly, options.folder))
  return stores
}

function orFailure<Answer>(attempt: () => Answer): Answer {
  try {
    return attempt()
  } catch (cause) {
    if (!(cause instanceof DataFolderProblem)) throw cause
    throw new StartFailure(dataFolderUnusable(cause), { cause })
  }
}
