// Opens the data folder and says in the log what the user should know of it. Plain Node, for both shells.
import type { Log } from '../services/ports.ts'
import { DataFolderProblem } from '../storage/data-folder.ts'
import type { OpenStores, OpenStoresOptions } from '../storage/open-stores.ts'
import { openStores } from '../storage/open-stores.ts'
import { dataFolderUnusable, readOnlyRun, storageNotice } from './data-folder-messages.ts'
import { StartFailure } from './start-failure.ts'

/** Opens the stores of a data folder. Throws a `StartFailure` where it cannot be read. */
export function openStoresAloud(options: OpenStoresOptions, log: Log): OpenStores {
  const stores = orFailure(() => openStores(options))
  if (stores.readOnly !== null) log.info(readOnlyRun(stores.readOnly, options.folder))
  for (const notice of stores.notices()) log.info(storageNotice(notice))
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
