// Opens real stores on real files, with the class that browser mode hands in.
import Conf from 'conf'
import { onTestFinished } from 'vitest'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStores, OpenStoresOptions } from '../../../electron/storage/open-stores.ts'
import { openStores } from '../../../electron/storage/open-stores.ts'

/** The moment at which tests open stores: it names what is set aside. */
export const testTime = Date.UTC(2026, 10, 21, 8, 44, 10, 123)

/** Opens a folder and everything in it as the loopback shell does, and closes it when the test ends. */
export function openRealStores(
  folder: string,
  fileSystem: FileSystem = nodeFileSystem,
  more: Partial<Pick<OpenStoresOptions, 'clock' | 'timing' | 'StoreClass'>> = {},
): OpenStores {
  const stores = openStores({
    folder,
    StoreClass: Conf,
    shell: 'loopback',
    clock: () => testTime,
    fileSystem,
    ...more,
  })
  onTestFinished(() => stores.close())
  stores.annotatedArticles()
  return stores
}
