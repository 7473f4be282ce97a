// Makes calls to the system fail, disks fill up and clocks jump, and looks whether anything that was stored is touched. Runs in Node.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BookwheelError } from '../../../electron/contract/errors.ts'
import { Failure } from '../../../electron/contract/errors.ts'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStores, OpenStoresOptions } from '../../../electron/storage/open-stores.ts'
import { openWholly } from './open-wholly.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'
import { createManualTiming } from '../../electron/storage/manual-timing.ts'
import { sampleAnnotation } from '../../electron/storage/sample-annotation.ts'
import type { Check } from '../shared/check.ts'
import type { StoreBundle } from './bundle-programs.ts'
import { isLeftover, readFolder } from './read-folder.ts'
import { watchCalls } from './watch-calls.ts'

const calls = ['read', 'create', 'write', 'flush', 'size', 'close', 'rename', 'flushFolder'] as const
const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EIO', 'EROFS', 'EXDEV', 'EMFILE'] as const

/** Bytes of a page of the disk. */
const page = 4096
const smallNotes = [sampleAnnotation(1), sampleAnnotation(2)]
/** In a file of a good twenty pages. */
const largeNotes = Array.from({ length: 160 }, (_, index) => sampleAnnotation(index + 1))
const file = join('annotations', 'treaty.json')
const hour = 3_600_000
/** A write that fails must not keep the reader waiting: conf would try again for a second. Milliseconds. */
const promptly = 500

/** One check for each fault. */
export function injectFaults(bundle: StoreBundle, folder: string): Check[] {
  const options = { StoreClass: bundle.StoreClass, shell: 'loopback', clock: Date.now } as const
  const groups: [string, (options: OpenStoresOptions) => Check[]][] = [
    ['failing calls', failWrites],
    ['failing calls of backups', failBackups],
    ['a disk that takes no more', fillByInjection],
    ['a full disk', fillSmallDisk],
    ['two writers', writeTwice],
    ['clock jumps', jumpClock],
  ]
  return groups.flatMap(([name, group]) =>
    group({ ...options, folder: join(folder, name) }).map((check) => ({
      ...check,
      name: `${bundle.storePackage}, ${name}: ${check.name}`,
    })),
  )
}

function toCheck(name: string, faults: readonly (string | false)[]): Check {
  const found = faults.filter((fault) => fault !== false)
  return { name, holds: found.length === 0, detail: found.join('; ') }
}

/** How a write ends: `null` where it was stored. */
function replaceNotes(stores: OpenStores, notes: typeof smallNotes): BookwheelError | null {
  try {
    stores.annotations('treaty').replace(notes)
    return null
  } catch (cause) {
    if (cause instanceof Failure) return cause.error
    throw cause
  }
}

/** What a failed write must leave: the old bytes, the old value, nothing beside it, and a store that goes on. */
function checkRefusal(
  stores: OpenStores,
  folder: string,
  before: Buffer,
  error: BookwheelError | null,
  code: string,
) {
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  const store = 'annotations/treaty'
  const expected = isFull ? { code: 'disk-full', store } : { code: 'write-failed', store, systemCode: code }
  return [
    JSON.stringify(error) !== JSON.stringify(expected) && `answered ${JSON.stringify(error)}`,
    !readFileSync(join(folder, file)).equals(before) && 'the file was touched',
    stores.annotations('treaty').read().length !== smallNotes.length && 'the value was touched',
    [...readFolder(folder).keys()].some((path) => path.endsWith('.bookwheel-tmp')) &&
      'something was left behind',
  ]
}

/** A file system whose next call of a name fails once, when it is armed. */
function createTrap(): { fileSystem: FileSystem; arm: (call: keyof FileSystem, code: string) => void } {
  let trap: { call: keyof FileSystem; code: string } | null = null
  const fileSystem = watchCalls(nodeFileSystem, (call) => {
    if (trap?.call !== call) return
    const { code } = trap
    trap = null
    throw createSystemError(code, `${call} was made to fail`)
  })
  return { fileSystem, arm: (call, code) => (trap = { call, code }) }
}

function failWrites(options: OpenStoresOptions): Check[] {
  const { fileSystem, arm } = createTrap()
  const { folder } = options
  return calls.flatMap((call) =>
    codes.map((code) => {
      const stores = openWholly({ ...options, fileSystem })
      replaceNotes(stores, smallNotes)
      const before = readFileSync(join(folder, file))
      arm(call, code)
      const start = performance.now()
      const error = replaceNotes(stores, largeNotes)
      const time = performance.now() - start
      const faults = [
        ...checkRefusal(stores, folder, before, error, code),
        time > promptly && `it took ${time} ms`,
        replaceNotes(stores, largeNotes) !== null && 'the next write failed as well',
      ]
      stores.close()
      return toCheck(`${code} of ${call}`, [...faults, ...checkNextStart(options, largeNotes.length)])
    }),
  )
}

function checkNextStart(options: OpenStoresOptions, count: number): (string | false)[] {
  const stores = openWholly(options)
  const found = stores.annotations('treaty').read().length
  const notices = stores.notices()
  stores.close()
  return [
    found !== count && `the next start finds ${found} notes`,
    notices.length > 0 && JSON.stringify(notices),
    [...readFolder(options.folder).keys()].some(isLeftover) && 'the next start leaves something behind',
  ]
}

function failBackups(options: OpenStoresOptions): Check[] {
  const { fileSystem, arm } = createTrap()
  const folderOfBackups = join(options.folder, 'backups', 'annotations', 'treaty')
  let count = 0
  return calls.flatMap((call) =>
    codes.map((code) => {
      const timing = createManualTiming()
      const stores = openWholly({ ...options, fileSystem, timing })
      count += 1
      const list = smallNotes.map((note) => ({ ...note, revision: 2 * count }))
      replaceNotes(stores, list)
      timing.pass(hour)
      const before = readdirSync(folderOfBackups)
      const changed = list.map((note) => ({ ...note, revision: 2 * count + 1 }))
      const error = replaceNotes(stores, changed)
      arm(call, code)
      timing.pass(hour / 10)
      const after = readdirSync(folderOfBackups)
      const [notice] = stores.notices()
      timing.pass(hour)
      const last = readdirSync(folderOfBackups).toSorted().at(-1) ?? ''
      const isTaken = readFileSync(join(folderOfBackups, last)).equals(
        readFileSync(join(options.folder, file)),
      )
      stores.close()
      return toCheck(`${code} of ${call}`, [
        error !== null && 'the write failed with the backup',
        JSON.stringify(after) !== JSON.stringify(before) && 'backups were touched',
        notice?.kind !== 'backup-failed' && 'nothing was told',
        !isTaken && 'it was not tried again',
        ...checkNextStart(options, smallNotes.length),
      ])
    }),
  )
}

function fillByInjection(options: OpenStoresOptions): Check[] {
  const { folder } = options
  const size = Buffer.byteLength(JSON.stringify({ format: 1, annotations: largeNotes }, undefined, '\t'))
  const steps = Math.ceil(size / page)
  return Array.from({ length: steps }, (_, step) => {
    let left = Infinity
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      write(descriptor, bytes, offset) {
        const count = Math.min(bytes.length - offset, left)
        if (count === 0) throw createSystemError('ENOSPC', 'no page left')
        left -= count
        return nodeFileSystem.write(descriptor, bytes.subarray(0, offset + count), offset)
      },
    }
    const stores = openWholly({ ...options, fileSystem })
    replaceNotes(stores, smallNotes)
    const before = readFileSync(join(folder, file))
    left = step * page
    const error = replaceNotes(stores, largeNotes)
    const faults = checkRefusal(stores, folder, before, error, 'ENOSPC')
    left = Infinity
    const next = replaceNotes(stores, largeNotes)
    stores.close()
    return toCheck(`full after ${step} pages`, [
      ...faults,
      next !== null && 'the next write failed as well',
      ...checkNextStart(options, largeNotes.length),
    ])
  })
}

/** A real disk in memory of one megabyte, filled up to a number of free pages; none where it cannot be mounted. */
function fillSmallDisk(options: OpenStoresOptions): Check[] {
  const { folder } = options
  mkdirSync(folder, { recursive: true })
  if (!mountSmallDisk(folder)) return []
  try {
    return Array.from({ length: 64 }, (_, freePages) => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
      const stores = openWholly(options)
      replaceNotes(stores, smallNotes)
      const before = readFileSync(join(folder, file))
      const { bavail, bsize } = statfsSync(folder)
      const ballast = join(folder, 'ballast')
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - freePages * page))
      const error = replaceNotes(stores, largeNotes)
      const faults = error === null ? [] : checkRefusal(stores, folder, before, error, 'ENOSPC')
      // Now the backup finds no room, or some.
      stores.close()
      rmSync(ballast)
      const count = error === null ? largeNotes.length : smallNotes.length
      return toCheck(`${freePages} pages free`, [...faults, ...checkNextStart(options, count)])
    })
  } finally {
    execFileSync('umount', [folder])
  }
}

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' })
    return true
  } catch (cause) {
    console.log(
      `left out: no small disk can be mounted (${cause instanceof Error ? cause.message : 'unknown'})`,
    )
    return false
  }
}

function writeTwice(options: OpenStoresOptions): Check[] {
  const first = openWholly(options)
  replaceNotes(first, smallNotes)
  const second = openWholly(options)
  const refusal = replaceNotes(second, largeNotes)
  const seen = second.annotations('treaty').read().length
  second.close()
  const held = toCheck('the second only reads', [
    second.readOnly?.kind !== 'locked' && 'it may write',
    refusal?.code !== 'read-only' && `answered ${JSON.stringify(refusal)}`,
    seen !== smallNotes.length && `it sees ${seen} notes`,
    replaceNotes(first, smallNotes) !== null && 'the first cannot write any more',
  ])
  const foreign = Buffer.from(JSON.stringify({ format: 1, annotations: largeNotes.slice(0, 7) }))
  writeFileSync(join(options.folder, file), foreign)
  const error = replaceNotes(first, largeNotes)
  first.close()
  const isKept = [...readFolder(options.folder).values()].some((bytes) => bytes.equals(foreign))
  const kept = toCheck('what another program wrote is kept', [
    error !== null && `answered ${JSON.stringify(error)}`,
    !isKept && 'it has gone',
    ...checkNextStart(options, largeNotes.length),
  ])
  return [held, kept]
}

/** After each jump there is a change, a backup of it and damage: what comes back must be the last state. */
function jumpClock(options: OpenStoresOptions): Check[] {
  const day = 24 * hour
  const now = Date.UTC(2026, 10, 21)
  const jumps = [
    0,
    -day,
    -8.64e15,
    8.64e15,
    Date.UTC(2038, 0, 20),
    Date.UTC(1899, 0),
    now - 40 * day,
    now + 400 * day,
  ]
  const times = jumps.flatMap((jump) => [now, jump, now + day])
  let list = smallNotes
  return times.map((time, index) => {
    const stores = openWholly({ ...options, clock: () => time, timing: createManualTiming() })
    list = [...list, sampleAnnotation(list.length + 1)]
    const error = replaceNotes(stores, list)
    stores.close()
    const whole = readFileSync(join(options.folder, file))
    writeFileSync(join(options.folder, file), 'junk')
    const again = openWholly({ ...options, clock: () => time })
    const found = again.annotations('treaty').read().length
    again.close()
    return toCheck(`jump ${index} to ${time}`, [
      error !== null && `answered ${JSON.stringify(error)}`,
      found !== list.length && `${found} of ${list.length} notes came back`,
      !readFileSync(join(options.folder, file)).equals(whole) && 'the file is not as it was',
      ...checkNextStart(options, list.length),
    ])
  })
}
