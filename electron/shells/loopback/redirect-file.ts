// A page on disk that leads the browser to the program. A browser that is started with an address shows it to every
// user of the machine in the list of processes; the path of a file that only its owner can read tells nothing. Loopback shell.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A redirect file on disk. */
export interface RedirectFile {
  path: string
  /** Deletes the file and its folder; may be called again. */
  remove: () => void
}

/**
 * Writes a page that leads to `address`, for its owner's eyes only, in a new folder of the same kind under
 * `parent`. `address` is our own: it holds nothing that HTML would read as its own.
 */
export function createRedirectFile(address: string, parent = tmpdir()): RedirectFile {
  // mkdtemp makes the folder with mode 0700.
  const folder = mkdtempSync(join(parent, 'bookwheel-'))
  const path = join(folder, 'open-bookwheel.html')
  writeFileSync(path, redirectPage(address), { mode: 0o600, flag: 'wx' })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function redirectPage(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Bookwheel</title>
<p><a href="${address}">Open Bookwheel</a></p>
`
}
