// The page's files for a running program. When the program is updated under itself, what lies there now is another
// program's page, and says so instead of being shown. Plain Node, for both shells.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAbsence } from '../storage/system-code.ts'
import { replacedPage, replacedStyle, replacedStylePath } from './replaced-page.ts'
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

function ownFile(status: PageFile['status'], type: string, text: string): PageFile {
  return { status, contentType: `${type}; charset=utf-8`, body: Buffer.from(text) }
}

/** Remembers the page as it is now in `folder` (absolute) and reads its files from then on. */
export function createPageFiles(folder: string): ReadPageFile {
  const page = readPage(folder)
  const remembered = page === null ? null : digest(page)

  return async (requestPath) => {
    if (requestPath === replacedStylePath) return ownFile(200, 'text/css', replacedStyle)
    const file = await readStaticFile(folder, requestPath)
    if (pagePaths.includes(requestPath) && (file === null || digest(file.body) !== remembered)) {
      return ownFile(503, 'text/html', replacedPage)
    }
    return file === null ? null : { status: 200, ...file }
  }
}
