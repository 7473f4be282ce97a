// The page's files for a running program. When the program is updated under itself, what lies there now is another
// program's page, and says so instead of being shown. Plain Node, for both shells.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAbsence } from '../storage/system-code.ts'
import type { StaticFile } from './static-files.ts'
import { readStaticFile } from './static-files.ts'

/** A file to send. 503 where it is the message that the program was replaced. */
export interface PageFile extends StaticFile {
  status: 200 | 503
}

/** Reads what a request's path names; `null` where there is nothing. Throws where the system cannot read it. */
export type ReadPageFile = (requestPath: string) => Promise<PageFile | null>

/** The paths under which browsers ask for the page itself. */
const pagePaths = ['/', '/index.html']

/** Without styles and scripts: none of those that lie there now belong to this program. */
const replacedPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Bookwheel was updated</title>
  </head>
  <body>
    <h1>Bookwheel was updated while it was running</h1>
    <p>The files of its page were changed or taken away. Close Bookwheel and start it again.</p>
    <p>Nothing is lost: everything that was said to be saved is on this laptop.</p>
  </body>
</html>
`

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readPage(folder: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, 'index.html'))
  } catch (cause) {
    if (isAbsence(cause)) return null
    throw cause
  }
}

/** Remembers the page as it is now in `folder` (absolute) and reads its files from then on. */
export function createPageFiles(folder: string): ReadPageFile {
  const page = readPage(folder)
  const remembered = page === null ? null : digest(page)

  return async (requestPath) => {
    const file = await readStaticFile(folder, requestPath)
    if (pagePaths.includes(requestPath) && (file === null || digest(file.body) !== remembered)) {
      return { status: 503, contentType: 'text/html; charset=utf-8', body: Buffer.from(replacedPage) }
    }
    return file === null ? null : { status: 200, ...file }
  }
}
