// Where damaged stores are kept with all their bytes: nothing that a reader wrote is ever deleted. Plain Node.
import fs from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Clock } from '../services/ports.ts'
import type { FileSystem } from './file-system.ts'
import { makeFolder } from './make-folder.ts'
import { writeFileSafely } from './write-file-safely.ts'

/** Name of the folder within the data folder. */
export const quarantineFolderName = 'quarantine'

/** Both calls answer the absolute path under which the bytes are kept, and throw system errors. */
export interface Quarantine {
  /** Moves whatever stands at `path` (a file, a folder, a link) out of the way. */
  move: (path: string, store: string) => string
  /** Keeps a copy of these bytes. A copy of the same bytes that is there already serves. */
  copy: (bytes: Uint8Array, store: string) => string
}

/** The quarantine of one data folder. Its folder is made with the first thing that is put there. */
export function createQuarantine(dataFolder: string, clock: Clock, fileSystem: FileSystem): Quarantine {
  const folder = join(dataFolder, quarantineFolderName)

  /** `<store>-<time>.json`, with a number where that name is taken: a rename would replace without a word. */
  function freePath(store: string): string {
    const name = fileNameStart(store)
    const time = new Date(clock()).toISOString().replaceAll(/[:.]/g, '-')
    for (let number = 1; ; number += 1) {
      const path = join(folder, `${name}${time}${number === 1 ? '' : `-${number}`}.json`)
      if (fs.lstatSync(path, { throwIfNoEntry: false }) === undefined) return path
    }
  }

  return {
    move(path, store) {
      makeFolder(folder)
      const keptAt = freePath(store)
      moveAside(path, keptAt, fileSystem)
      fileSystem.flushFolder(folder)
      fileSystem.flushFolder(dirname(path))
      return keptAt
    },
    copy(bytes, store) {
      makeFolder(folder)
      const same = findCopy(folder, store, bytes)
      if (same !== null) return same
      const keptAt = freePath(store)
      writeFileSafely(keptAt, bytes, fileSystem)
      return keptAt
    },
  }
}

/** `annotations/treaty` becomes `annotations-treaty-`: all that is set aside lies in one folder. */
function fileNameStart(store: string): string {
  return `${store.replace('/', '-')}-`
}

/** A link is made anew, since one that names its goal relative to its folder would lead nowhere from another. */
function moveAside(path: string, keptAt: string, fileSystem: FileSystem): void {
  if (!fs.lstatSync(path).isSymbolicLink()) {
    fileSystem.rename(path, keptAt)
    return
  }
  fs.symlinkSync(resolve(dirname(path), fs.readlinkSync(path)), keptAt)
  fs.unlinkSync(path)
}

function findCopy(folder: string, store: string, bytes: Uint8Array): string | null {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const mayBe =
      entry.isFile() && entry.name.startsWith(fileNameStart(store)) && fs.statSync(path).size === bytes.length
    if (mayBe && fs.readFileSync(path).equals(bytes)) return path
  }
  return null
}
