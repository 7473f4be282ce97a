// Keeps the log on this machine, in a few files that never grow beyond a bound. Plain Node, for both shells.
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../services/ports.ts'
import { terminalPrefix } from './stderr-log.ts'

/** The folder of the log within the data folder. */
export const logFolder = 'logs'

/** Bytes that one file of the log may have. */
export const logFileLimit = 262_144

/** Files that are kept: the present one and those before it. */
export const keptLogFiles = 3

/** The name of a file of the log; 0 is the present one. */
export function logFileName(age: number): string {
  return age === 0 ? 'bookwheel.log' : `bookwheel.${age}.log`
}

/** What a log file needs. */
export interface LogFileOptions {
  /** Absolute path of the data folder, which this run may write. */
  dataFolder: string
  clock: Clock
  /** See {@link logFileLimit}. */
  limit?: number
}

/**
 * Answers the function that adds lines as the terminal gets them, each with its time in place of the program's name.
 * When the file is full it is put aside, and the oldest of those goes. Throws the system's error where it cannot write.
 */
export function openLogFile({
  dataFolder,
  clock,
  limit = logFileLimit,
}: LogFileOptions): (text: string) => void {
  const folder = join(dataFolder, logFolder)
  const present = join(folder, logFileName(0))
  let size: number | null = null

  function makeRoom(bytes: number): void {
    // Within the run nobody else writes here: the data folder has one holder.
    size ??= existsSync(present) ? statSync(present).size : 0
    if (size === 0 || size + bytes <= limit) return
    rmSync(join(folder, logFileName(keptLogFiles - 1)), { force: true })
    for (let age = keptLogFiles - 1; age > 0; age -= 1) {
      const younger = join(folder, logFileName(age - 1))
      if (existsSync(younger)) renameSync(younger, join(folder, logFileName(age)))
    }
    size = 0
  }

  return (text) => {
    const bytes = Buffer.from(stampLines(text, clock())).subarray(0, limit)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    makeRoom(bytes.length)
    appendFileSync(present, bytes, { mode: 0o600 })
    size = (size ?? 0) + bytes.length
  }
}

function stampLines(text: string, time: number): string {
  const stamp = new Date(time).toISOString()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${stamp} ${line.startsWith(terminalPrefix) ? line.slice(terminalPrefix.length) : line}\n`)
    .join('')
}
