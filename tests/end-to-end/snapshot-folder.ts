// What lies in a folder, to the byte, so that a spec can show that nothing was written there. Runs in Node.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * What lies in a data folder but for the state of the desk, which a page keeps whenever it likes: its own file, and what
 * that is while it is being written.
 */
export function snapshotStores(dataFolder: string): Record<string, string> {
  const all = Object.entries(snapshotFolder(dataFolder))
  return Object.fromEntries(all.filter(([name]) => !name.startsWith('workspace.json')))
}

/** Every file and folder below `folder`: its path with the hash of its bytes and the time of its last change. */
export function snapshotFolder(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = entry.isFile() ? readFileSync(path) : ''
      const hash = createHash('sha256').update(bytes).digest('hex')
      return [relative(folder, path), `${hash} ${statSync(path).mtimeMs}`]
    }),
  )
}
