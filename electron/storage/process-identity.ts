// Says whether a process that wrote down who it is still runs. Plain Node.
import fs from 'node:fs'
import { z } from 'zod'
import { systemCode } from './system-code.ts'

/** Enough to tell a process from a later one with the same number. */
export const processIdentitySchema = z.object({
  pid: z.int().positive().max(0x7fffffff),
  /** When the process started, in clock ticks since the machine did (field 22 of /proc/<pid>/stat); `null` where unknown. */
  startTime: z.int().nonnegative().nullable(),
  /** Names this run of the machine; `null` where unknown. Both are known on Linux only. */
  bootId: z.string().nullable(),
})
/** See {@link processIdentitySchema}. */
export type ProcessIdentity = z.infer<typeof processIdentitySchema>

/** Who this process is. */
export function readOwnIdentity(): ProcessIdentity {
  return { pid: process.pid, startTime: readStat(process.pid)?.startTime ?? null, bootId: readBootId() }
}

/** Whether that very process still runs. Where its start time is not known, any process with its number counts. */
export function isRunning({ pid, startTime, bootId }: ProcessIdentity): boolean {
  const ownBootId = readBootId()
  if (bootId !== null && ownBootId !== null && bootId !== ownBootId) return false
  if (!hasProcess(pid)) return false
  const stat = readStat(pid)
  if (stat === null) return true
  // A zombie has ended; only its parent has not taken note yet.
  if (stat.state === 'Z' || stat.state === 'X') return false
  return startTime === null || startTime === stat.startTime
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    if (systemCode(cause) === 'ESRCH') return false
    // EPERM: it runs, and belongs to somebody else.
    if (systemCode(cause) === 'EPERM') return true
    throw cause
  }
}

function readStat(pid: number): { state: string; startTime: number } | null {
  const stat = readIfThere(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTime] = [fields[0], Number(fields[19])]
  return state === undefined || !Number.isSafeInteger(startTime) ? null : { state, startTime }
}

function readBootId(): string | null {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? null
}

/** `null` on systems without /proc, and where a process has ended in the meantime. */
function readIfThere(path: string): string | null {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === null) throw cause
    return null
  }
}
