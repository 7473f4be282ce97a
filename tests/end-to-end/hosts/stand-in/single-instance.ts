// Electron's single-instance lock, as far as the program can tell: one holder for each data folder of Chromium's, and a
// word to it from whoever comes second. Runs in the stand-in's process.
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lockName = 'stand-in.lock'
const wordName = 'stand-in.second-instance'

/** What the second instance tells the first. */
export interface SecondInstance {
  argv: string[]
  workingFolder: string
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock in `folder` and calls `onSecond` whenever another process wants it; false where one holds it. */
export function takeInstanceLock(folder: string, onSecond: (second: SecondInstance) => void): boolean {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, lockName)
  const word = join(folder, wordName)
  if (existsSync(lock) && isRunning(Number(readFileSync(lock, 'utf8')))) {
    const second: SecondInstance = { argv: process.argv, workingFolder: process.cwd() }
    writeFileSync(word, JSON.stringify(second))
    return false
  }
  writeFileSync(lock, String(process.pid))
  const watcher = watch(folder, (_event, name) => {
    if (name !== wordName || !existsSync(word)) return
    const text = readFileSync(word, 'utf8')
    if (text === '') return
    rmSync(word, { force: true })
    const second: SecondInstance = JSON.parse(text)
    onSecond(second)
  })
  watcher.unref()
  return true
}
