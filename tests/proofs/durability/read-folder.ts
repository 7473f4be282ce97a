// Looks at every file of a data folder. Runs in Node.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder: its path from there, with slashes, and its bytes. */
export function readFolder(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]))
}

/** Whether a path is that of something that a write left behind: a temporary file, or the lock of a dead process. */
export function isLeftover(path: string): boolean {
  return /\.bookwheel-tmp$|bookwheel\.lock/.test(path)
}
