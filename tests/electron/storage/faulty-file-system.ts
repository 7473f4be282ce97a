// A real file system of which single calls can be made to fail or to do less than asked.
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'

/** A file system with a list of what it was asked, and a switch. */
export interface FaultyFileSystem extends FileSystem {
  /** The names of all calls so far. */
  calls: (keyof FileSystem)[]
  /** Makes the next call of this name fail with a system error, once. */
  failNext(call: keyof FileSystem, code: string): void
}

/** Works on real files until told otherwise. */
export function createFaultyFileSystem(base: FileSystem = nodeFileSystem): FaultyFileSystem {
  const calls: (keyof FileSystem)[] = []
  let fault: { call: keyof FileSystem; code: string } | null = null

  function note(call: keyof FileSystem): void {
    calls.push(call)
    if (fault?.call !== call) return
    const { code } = fault
    fault = null
    throw createSystemError(code, `${call} was made to fail`)
  }

  return {
    calls,
    failNext(call, code) {
      fault = { call, code }
    },
    create(path) {
      note('create')
      return base.create(path)
    },
    write(descriptor, bytes, offset) {
      note('write')
      return base.write(descriptor, bytes, offset)
    },
    flush(descriptor) {
      note('flush')
      base.flush(descriptor)
    },
    size(descriptor) {
      note('size')
      return base.size(descriptor)
    },
    close(descriptor) {
      // A descriptor is gone even where closing it reports an error.
      base.close(descriptor)
      note('close')
    },
    read(path) {
      note('read')
      return base.read(path)
    },
    rename(from, to) {
      note('rename')
      base.rename(from, to)
    },
    remove(path) {
      note('remove')
      base.remove(path)
    },
    flushFolder(path) {
      note('flushFolder')
      base.flushFolder(path)
    },
  }
}
