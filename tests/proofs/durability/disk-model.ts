// A model of what a disk may hold after a power cut: all that was flushed, and any part of the rest. Runs in Node.
import { dirname } from 'node:path'
import type { FileSystem } from '../../../electron/storage/file-system.ts'

/** One call that changes the disk, or `stored`: from here on the program has acknowledged a write. */
export type DiskOperation =
  | { kind: 'create'; path: string; file: number }
  | { kind: 'write'; file: number; bytes: Uint8Array; offset: number }
  | { kind: 'flush'; file: number }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; path: string }
  | { kind: 'flushFolder'; path: string }
  | { kind: 'stored' }

/** A file system that works on real files and takes down what it does. */
export function recordOperations(base: FileSystem, operations: DiskOperation[]): FileSystem {
  const files = new Map<number, number>()
  const fileOf = (descriptor: number) => files.get(descriptor) ?? 0
  let created = 0
  return {
    ...base,
    create(path) {
      const descriptor = base.create(path)
      created += 1
      files.set(descriptor, created)
      operations.push({ kind: 'create', path, file: created })
      return descriptor
    },
    write(descriptor, bytes, offset) {
      const count = base.write(descriptor, bytes, offset)
      const written = Buffer.from(bytes.subarray(offset, offset + count))
      operations.push({ kind: 'write', file: fileOf(descriptor), bytes: written, offset })
      return count
    },
    flush(descriptor) {
      base.flush(descriptor)
      operations.push({ kind: 'flush', file: fileOf(descriptor) })
    },
    rename(from, to) {
      base.rename(from, to)
      operations.push({ kind: 'rename', from, to })
    },
    remove(path) {
      base.remove(path)
      operations.push({ kind: 'remove', path })
    },
    flushFolder(path) {
      base.flushFolder(path)
      operations.push({ kind: 'flushFolder', path })
    },
  }
}

/** A state of the disk: the bytes of each file by its path. `key` is the same for the same state. */
export interface DiskState {
  key: string
  files: Map<string, Buffer>
}

/** A change of names in one folder that is not flushed yet. */
interface NameChange {
  folder: string
  put: { path: string; file: number } | null
  drop: string | null
}

interface FileData {
  bytes: Buffer
  isFlushed: boolean
}

/** What of a file's bytes that were not flushed a disk may hold. */
const remains: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  all: (bytes) => bytes,
  none: () => Buffer.alloc(0),
  half: (bytes) => bytes.subarray(0, bytes.length >> 1),
  zeros: (bytes) => Buffer.alloc(bytes.length),
}

/**
 * Every state in which a disk may come back that began with `initial`, was told `operations`, and lost its power: of
 * the changes of names that were not flushed any subset, of the bytes that were not flushed all, none, the first
 * half, or zeros. A rename within a folder is one change, as journals make it; one between folders is two.
 */
export function* listStates(
  initial: ReadonlyMap<string, Buffer>,
  operations: readonly DiskOperation[],
): Generator<DiskState> {
  const { names, data, pending } = replay(initial, operations)
  for (let subset = 0; subset < 2 ** pending.length; subset += 1) {
    const visible = new Map(names)
    pending.filter((_, index) => (subset >> index) & 1).forEach((change) => apply(change, visible))
    const isWhole = [...visible.values()].every((file) => data.get(file)?.isFlushed ?? true)
    for (const [remain, cut] of Object.entries(remains)) {
      if (isWhole && remain !== 'all') break
      const entries = [...visible].map(([path, file]) => ({ path, file, ...data.get(file) }))
      yield {
        key: entries.map(({ path, file, isFlushed }) => `${path} ${file} ${isFlushed || remain}`).join('\n'),
        files: new Map(
          entries.map(({ path, bytes = Buffer.alloc(0), isFlushed }) => [
            path,
            isFlushed ? bytes : cut(bytes),
          ]),
        ),
      }
    }
  }
}

function apply({ put, drop }: NameChange, names: Map<string, number>): void {
  if (drop !== null) names.delete(drop)
  if (put !== null) names.set(put.path, put.file)
}

function replay(initial: ReadonlyMap<string, Buffer>, operations: readonly DiskOperation[]) {
  // Files of the beginning have negative numbers.
  const start = [...initial].map(([path, bytes], index) => ({ path, bytes, file: -1 - index }))
  const names = new Map(start.map(({ path, file }) => [path, file]))
  const seen = new Map(names)
  const data = new Map<number, FileData>(start.map(({ file, bytes }) => [file, { bytes, isFlushed: true }]))
  let pending: NameChange[] = []

  function change(folder: string, put: NameChange['put'], drop: string | null): void {
    pending.push({ folder, put, drop })
    apply({ folder, put, drop }, seen)
  }

  for (const operation of operations) {
    switch (operation.kind) {
      case 'create':
        data.set(operation.file, { bytes: Buffer.alloc(0), isFlushed: true })
        change(dirname(operation.path), operation, null)
        break
      case 'write': {
        const before = data.get(operation.file)?.bytes.subarray(0, operation.offset) ?? Buffer.alloc(0)
        data.set(operation.file, { bytes: Buffer.concat([before, operation.bytes]), isFlushed: false })
        break
      }
      case 'flush': {
        const { bytes = Buffer.alloc(0) } = data.get(operation.file) ?? {}
        data.set(operation.file, { bytes, isFlushed: true })
        break
      }
      case 'rename': {
        const { from, to } = operation
        const file = seen.get(from) ?? 0
        if (dirname(from) === dirname(to)) change(dirname(to), { path: to, file }, from)
        else {
          change(dirname(to), { path: to, file }, null)
          change(dirname(from), null, from)
        }
        break
      }
      case 'remove':
        change(dirname(operation.path), null, operation.path)
        break
      case 'flushFolder':
        for (const made of pending.filter(({ folder }) => folder === operation.path)) apply(made, names)
        pending = pending.filter(({ folder }) => folder !== operation.path)
        break
      case 'stored':
        break
    }
  }
  return { names, data, pending: settleOldest(pending, names) }
}

/** The most changes of names of which all subsets are tried; older ones have long been written of their own accord. */
const mostPending = 5

function settleOldest(pending: NameChange[], names: Map<string, number>): NameChange[] {
  const settled = Math.max(pending.length - mostPending, 0)
  for (const change of pending.slice(0, settled)) apply(change, names)
  return pending.slice(settled)
}
