// The few calls to the system that a safe write is made of, as an object, so that tests can make each of them fail. Plain Node.
import fs from 'node:fs'
import { systemCode } from './system-code.ts'

/** Every call throws a system error with a `code` such as ENOSPC when it fails. */
export interface FileSystem {
  /** Makes a file that must not exist yet, readable by its owner alone, and answers its descriptor. */
  create(path: string): number
  /** Writes some of the bytes from `offset` on and answers how many; that may be fewer than asked. */
  write(descriptor: number, bytes: Uint8Array, offset: number): number
  /** Returns when the file's bytes are on the disk itself. */
  flush(descriptor: number): void
  /** Size of the open file, in bytes. */
  size(descriptor: number): number
  close(descriptor: number): void
  /** The bytes of a file, or `null` where there is none. */
  read(path: string): Uint8Array | null
  rename(from: string, to: string): void
  /** Removes a file; no error where there is none. */
  remove(path: string): void
  /** Returns when the names in a folder are on the disk itself. Does nothing on Windows, where no folder can be flushed. */
  flushFolder(path: string): void
}

/** The real thing. */
export const nodeFileSystem: FileSystem = {
  create: (path) => fs.openSync(path, 'wx', 0o600),
  write: (descriptor, bytes, offset) => fs.writeSync(descriptor, bytes, offset),
  flush: (descriptor) => fs.fsyncSync(descriptor),
  size: (descriptor) => fs.fstatSync(descriptor).size,
  close: (descriptor) => fs.closeSync(descriptor),
  read(path) {
    try {
      return fs.readFileSync(path)
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return null
      throw cause
    }
  },
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  flushFolder(path) {
    if (process.platform === 'win32') return
    const descriptor = fs.openSync(path, 'r')
    try {
      fs.fsyncSync(descriptor)
    } finally {
      fs.closeSync(descriptor)
    }
  },
}
