// Takes the right to write away, for specs of folders that may only be read, or not even that. Runs in Node.
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Rights mean nothing to root, so the program must then run as somebody else: "nobody" on most systems. */
const isRoot = process.getuid?.() === 0

/** The user id for a program that is to meet the rights, or nothing where the test's own user will do. */
export const ordinaryUser: { userId?: number } = isRoot ? { userId: 65_534 } : {}

function canRunAsOrdinaryUser(): boolean {
  if (process.platform === 'win32') return false
  const { userId } = ordinaryUser
  if (userId === undefined) return true
  const { status } = spawnSync(process.execPath, ['--version'], { uid: userId, gid: userId, stdio: 'ignore' })
  return status === 0
}

/** Whether rights of files can be shown to matter here: not on Windows, nor where only root may run Node. */
export const hasWriteProtection = canRunAsOrdinaryUser()

/** Gives everything in a folder, and itself, these rights (octal). */
export function setRights(folder: string, rights: { folders: number; files: number }): void {
  chmodSync(folder, rights.folders | 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (statSync(path).isDirectory()) setRights(path, rights)
    else chmodSync(path, rights.files)
  }
  chmodSync(folder, rights.folders)
}
