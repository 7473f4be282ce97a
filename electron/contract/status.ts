// What the program says of itself: where its data lies, whether it may write, what it had to set aside. Runs everywhere.

/** Which shell carries the page. */
export type ShellName = 'desktop' | 'loopback'

/** Why the program only reads: another Bookwheel holds the data folder, or the folder cannot be written. */
export type ReadOnlyReason =
  { kind: 'locked'; pid: number; shell: ShellName | null } | { kind: 'not-writable' }

/** Something about the stored data that the reader must know. Paths are absolute, for the reader to find the file. */
export type StorageNotice =
  /** A store could not be read; its bytes were set aside, and the program went on with an empty one. */
  | { kind: 'store-quarantined'; store: string; keptAt: string }
  /** A damaged store could not be set aside (read-only): it stays where it is, untouched. */
  | { kind: 'store-unreadable'; store: string; path: string }
  /**
   * A store was damaged, or missing, or cannot be read, and its content came back from `backup`, from what is still
   * whole in the damaged file (`backup` is `null`), or from both. `keptAt` is where the damaged or unreadable bytes
   * lie; `null` where the file was missing. A store that cannot be read is shown, and cannot be written.
   */
  | {
      kind: 'store-recovered'
      store: string
      cause: 'damaged' | 'missing' | 'unreadable'
      /** `takenAt`: milliseconds since 1970. */
      backup: { path: string; takenAt: number } | null
      keptAt: string | null
    }
  /** Backups could not be written: told once a run, of the first store. What is saved is saved all the same. */
  | { kind: 'backup-failed'; store: string; systemCode: string }
  /** Some values in a store were not usable; the rest was kept, and a copy of the whole set aside. */
  | { kind: 'values-dropped'; store: string; fields: string[]; keptAt: string | null }

/** The state of the program. */
export interface Status {
  version: string
  shell: ShellName
  /** Absolute path of the data folder. */
  dataFolder: string
  /** `null` where the program may write. */
  readOnly: ReadOnlyReason | null
  notices: StorageNotice[]
  /** Whether all articles can be searched, and how many they are. */
  index: { ready: boolean; articleCount: number }
}
