// Opens the data folder and says in the log what the user should know of it. Desktop shell; plain Node.
import type { Clock, Log } from '../../services/ports.ts'
import { DataFolderProblem } from '../../storage/data-folder.ts'
import type { OpenStores } from '../../storage/open-stores.ts'
import { openStores } from '../../storage/open-stores.ts'
import type { StoreClass } from '../../storage/safe-store.ts'
import { dataFolderUnusable, readOnlyRun, storageNotice } from './messages.ts'
import { StartProblem } from './start-problem.ts'

/** Opens the stores of `dataFolder`, an absolute path. Throws a `StartProblem` where it cannot be read. */
export function openStoresAloud(options: {
  dataFolder: string
  StoreClass: StoreClass
  clock: Clock
  log: Log
}): OpenStores {
  const { dataFolder, StoreClass, clock, log } = options
  const stores = orProblem(() => openStores({ folder: dataFolder, StoreClass, shell: 'desktop', clock }))
  if (stores.readOnly !== null) log.info(readOnlyRun(stores.readOnly, dataFolder))
  for (const notice of stores.notices()) log.info(storageNotice(notice))
  return stores
}

function orProblem<Answer>(attempt: () => Answer): Answer {
  try {
    return attempt()
  } catch (cause) {
    if (!(cause instanceof DataFolderProblem)) throw cause
    throw new StartProblem(dataFolderUnusable(cause.path, cause.code), { cause })
  }
}
