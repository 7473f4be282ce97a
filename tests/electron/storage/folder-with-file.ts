// Data folders with one file in them, for tests of what opening makes of it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A data folder that holds nothing but one file; `name` may lie in a folder of its own. */
export function folderWithFile(name: string, content: string | Uint8Array): { folder: string; path: string } {
  const folder = makeTemporaryFolder()
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return { folder, path }
}
