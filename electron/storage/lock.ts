// Keeps a second Bookwheel from writing to the same data folder. Plain Node.
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { ShellName } from '../contract/status.ts'
import { isRunning, processIdentitySchema, readOwnIdentity } from './process-identity.ts'
import { createSystemError, isAbsence, systemCode } from './system-code.ts'

const lockName = 'bookwheel.lock'
const helperName = /^bookwheel\.lock\.[0-9a-f]{16}$/

/** A garbled lock younger than this, in milliseconds, may be one that is just being filled. */
const fillingTime = 500

/** A garbled file beside the lock that is older than this, in milliseconds, is nobody's any more. */
const forgottenAfter = 60_000

// Members that a later program may add do not make its lock worthless; nor does a shell that we do not know.
const holderSchema = processIdentitySchema.extend({
  shell: z.enum(['desktop', 'loopback']).nullable().catch(null),
})
/** Who holds a data folder. */
export type LockHolder = z.infer<typeof holderSchema>

/** The lock is ours until `release`, or another living process holds it. */
export type LockAttempt = { kind: 'taken'; release: () => void } | { kind: 'held'; holder: LockHolder }

/** Makes a second name for a file; throws EEXIST where the name is taken. Exchanged by tests. */
export type Link = (existing: string, path: string) => void

/**
 * The living process that holds the data folder, or `null`. Writes nothing; throws a system error where the lock
 * cannot be read.
 */
export function findLockHolder(folder: string): LockHolder | null {
  const holder = readLock(join(folder, lockName))?.holder ?? null
  return holder !== null && isRunning(holder) ? holder : null
}

/**
 * Takes the lock of a data folder unless a living process holds it. The lock of a dead process, or one that cannot
 * be read as a lock, is taken over. Of any number of processes that try at once exactly one gets it. Throws a
 * system error where the folder cannot be written; where the lock is held, nothing is written.
 */
export function takeLock(folder: string, shell: ShellName, link: Link = fs.linkSync): LockAttempt {
  const path = join(folder, lockName)
  const own = Buffer.from(`${JSON.stringify({ ...readOwnIdentity(), shell })}\n`)
  const holder = take(path, own, link)
  if (holder !== null) return { kind: 'held', holder }
  sweepHelpers(folder)
  let released = false
  return {
    kind: 'taken',
    release() {
      if (!released && readLock(path)?.bytes.equals(own)) fs.rmSync(path, { force: true })
      released = true
    },
  }
}

/**
 * Makes the lock file at `path` ours and answers `null`, or answers who holds it.
 *
 * A stale lock may be replaced only by the process that holds its guard: a lock of its own, named after the very
 * bytes of the stale one. So of two that find the same stale lock one is turned away. The other looks once more,
 * now that nobody else can replace those bytes: if they are still there, it puts its own in their place in one
 * step; if not, somebody was faster, and it starts anew. A guard whose holder died is itself taken over this way.
 */
function take(path: string, own: Buffer, link: Link): LockHolder | null {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = readSettledLock(path)
    if (found === null) {
      if (place(path, own, link)) return null
      continue
    }
    if (found.holder !== null && isRunning(found.holder)) return found.holder
    const guard = helperPath(
      path,
      createHash('sha256').update(basename(path)).update(found.bytes).digest('hex'),
    )
    const rival = take(guard, own, link)
    if (rival !== null) return rival
    try {
      if (readLock(path)?.bytes.equals(found.bytes)) {
        withHelper(path, own, (helper) => fs.renameSync(helper, path))
        return null
      }
    } finally {
      fs.rmSync(guard, { force: true })
    }
  }
  throw createSystemError('EAGAIN', `${path} never held still`)
}

/** Makes a lock that is complete from its first moment; false where there is one already. */
function place(path: string, own: Buffer, link: Link): boolean {
  try {
    withHelper(path, own, (helper) => placeAs(helper, path, link))
    return true
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false
    throw cause
  }
}

function placeAs(helper: string, path: string, link: Link): void {
  try {
    link(helper, path)
  } catch (cause) {
    if (systemCode(cause) === null || systemCode(cause) === 'EEXIST') throw cause
    // No hard links here (FAT, some network folders). This one is filled after it is made: hence `fillingTime`.
    fs.copyFileSync(helper, path, fs.constants.COPYFILE_EXCL)
  }
}

interface FoundLock {
  bytes: Buffer
  /** `null` where the bytes are no lock of ours. */
  holder: LockHolder | null
}

function readLock(path: string): FoundLock | null {
  try {
    const bytes = fs.readFileSync(path)
    return { bytes, holder: parseHolder(bytes.toString()) }
  } catch (cause) {
    if (isAbsence(cause)) return null
    throw cause
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

/** Reads a lock, waiting for one that is just being filled. */
function readSettledLock(path: string): FoundLock | null {
  const deadline = performance.now() + fillingTime
  for (;;) {
    const found = readLock(path)
    if (found === null || found.holder !== null || performance.now() > deadline) return found
    const age = readAge(path)
    if (age < 0 || age > fillingTime) return found
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

function helperPath(path: string, hexadecimal: string): string {
  return join(dirname(path), `${lockName}.${hexadecimal.slice(0, 16)}`)
}

function withHelper(path: string, own: Buffer, act: (helper: string) => void): void {
  const helper = helperPath(path, randomBytes(8).toString('hex'))
  try {
    fs.writeFileSync(helper, own, { flag: 'wx', mode: 0o600 })
    act(helper)
  } finally {
    fs.rmSync(helper, { force: true })
  }
}

/** Removes what starters that died in the middle left behind. Only the holder of the lock may do so. */
function sweepHelpers(folder: string): void {
  for (const name of fs.readdirSync(folder).filter((entry) => helperName.test(entry))) {
    const path = join(folder, name)
    const found = readLock(path)
    if (found === null) continue
    const isDead = found.holder === null ? readAge(path) > forgottenAfter : !isRunning(found.holder)
    if (isDead) fs.rmSync(path, { force: true })
  }
}

/** Milliseconds since the file was last written; the present where it has gone. */
function readAge(path: string): number {
  const status = fs.statSync(path, { throwIfNoEntry: false })
  return status === undefined ? 0 : Date.now() - status.mtimeMs
}
