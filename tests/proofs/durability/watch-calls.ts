// A file system of which every call is told before it happens. Runs in Node.
import type { FileSystem } from '../../../electron/storage/file-system.ts'

/** `number` counts the calls from 1. What it throws is thrown by the call, which then does nothing. */
export type CallWatcher = (call: keyof FileSystem, number: number) => void

/** Passes every call on to `base` after the watcher has been told. A descriptor is closed whatever the watcher does. */
export function watchCalls(base: FileSystem, watch: CallWatcher): FileSystem {
  let number = 0
  function tell(call: keyof FileSystem): void {
    number += 1
    watch(call, number)
  }
  return {
    create(path) {
      tell('create')
      return base.create(path)
    },
    write(descriptor, bytes, offset) {
      tell('write')
      return base.write(descriptor, bytes, offset)
    },
    flush(descriptor) {
      tell('flush')
      base.flush(descriptor)
    },
    size(descriptor) {
      tell('size')
      return base.size(descriptor)
    },
    close(descriptor) {
      try {
        tell('close')
      } finally {
        base.close(descriptor)
      }
    },
    read(path) {
      tell('read')
      return base.read(path)
    },
    rename(from, to) {
      tell('rename')
      base.rename(from, to)
    },
    remove(path) {
      tell('remove')
      base.remove(path)
    },
    flushFolder(path) {
      tell('flushFolder')
      base.flushFolder(path)
    },
  }
}
