// Takes down everything in a folder, to be compared with a later look.
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Every path in a folder, with the bytes of a file (as Latin-1, one character a byte) or what else it is. */
export function readTree(
  folder: string,
  leaveOut: readonly string[] = ['bookwheel.lock'],
): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(
    names
      .filter((name) => !leaveOut.includes(name))
      .map((name) => [name.replaceAll('\\', '/'), describePath(join(folder, name))]),
  )
}

function describePath(path: string): string {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return `link to ${readlinkSync(path)}`
  if (status.isDirectory()) return 'folder'
  return status.isFile() ? readFileSync(path, 'latin1') : 'neither file nor folder'
}
