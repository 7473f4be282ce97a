// Opens a data folder as the program does, and every store in it at once, so that what is wrong with any of them shows.
import type { OpenStores, OpenStoresOptions } from '../../../electron/storage/open-stores.ts'
import { openStores } from '../../../electron/storage/open-stores.ts'

/** Opens a folder with everything in it. Throws what `openStores` throws. */
export function openWholly(options: OpenStoresOptions): OpenStores {
  const stores = openStores(options)
  stores.annotatedArticles()
  return stores
}
