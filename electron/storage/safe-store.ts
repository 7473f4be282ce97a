// Makes conf's writes safe. conf itself renames a short write over good data when the disk is nearly full, does not
// flush the folder, writes in place under Snap, and blocks for a second where it may not write. Plain Node.
import type Conf from 'conf'
import type { FileSystem } from './file-system.ts'
import { nodeFileSystem } from './file-system.ts'
import { writeFileSafely } from './write-file-safely.ts'

/**
 * `Conf` of conf or `ElectronStore` of electron-store, which extends it; a safe store is made in the same way.
 * Not `typeof Conf`: that asks for a class that is generic in the store's shape.
 */
export type StoreClass = new (options?: ConstructorParameters<typeof Conf>[0]) => Conf

/** The part of conf that a write sees. */
interface WritingStore {
  path: string
  _serialize(value: unknown): string
}

/**
 * A subclass of conf's class, or electron-store's, whose every change is written by {@link writeFileSafely}.
 * Errors of the system come out as they are. Files are for their owner alone (mode 0600), whatever
 * `configFileMode` says; `encryptionKey` is not supported. `_write` is private in conf's types, hence
 * `defineProperty`; a version of conf without it is refused.
 */
export function createSafeStoreClass(Base: StoreClass, fileSystem: FileSystem = nodeFileSystem): StoreClass {
  if (typeof Reflect.get(Base.prototype, '_write') !== 'function') {
    throw new Error('This version of conf does not write through _write, so its writes cannot be made safe.')
  }
  class SafeStore extends Base {}
  Object.defineProperty(SafeStore.prototype, '_write', {
    value(this: WritingStore, whole: unknown) {
      // oxlint-disable-next-line no-underscore-dangle -- conf's own name
      writeFileSafely(this.path, Buffer.from(this._serialize(whole)), fileSystem)
    },
  })
  return SafeStore
}
