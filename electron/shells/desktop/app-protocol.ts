// Answers the page's requests for its own files, at `app://bookwheel/`. Runs in Electron's main process; plain Node.
import type { Privileges } from 'electron'
import type { Log } from '../../services/ports.ts'
import { securityHeaders } from '../security-headers.ts'
import { createPageFiles } from '../page-files.ts'
import { pageHost, pageScheme } from './page-address.ts'

/**
 * What Chromium is told of the scheme before it starts. `codeCache`: it keeps the script as it compiled it, which it does
 * unasked for `http:` alone. Nothing else: `bypassCSP`, `corsEnabled` and service workers would each open a door that
 * the page has no use for.
 */
export const pagePrivileges: Privileges = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  codeCache: true,
}

const allowedMethods = ['GET', 'HEAD']

/** Makes the handler for `protocol.handle`. `pageFolder` is the absolute path of the folder with the page's files. */
export function createPageHandler({
  pageFolder,
  log,
}: {
  pageFolder: string
  log: Log
}): (request: Request) => Promise<Response> {
  const readPageFile = createPageFiles(pageFolder)
  return async ({ method, url }) => {
    if (!allowedMethods.includes(method)) return refuse(405, { allow: allowedMethods.join(', ') })
    const path = readPath(url)
    if (path === null) return refuse(403)
    try {
      const file = await readPageFile(path)
      if (file === null) return refuse(404)
      const headers = { ...securityHeaders, 'content-type': file.contentType }
      return new Response(method === 'HEAD' ? null : file.body, { status: file.status, headers })
    } catch (cause) {
      log.error('a file of the page could not be read', cause)
      return refuse(500)
    }
  }
}

/** Refuses a request without a word, as every scheme but the page's own is refused. */
export function refuse(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...securityHeaders, ...headers } })
}

/** The path that an address asks for, still percent-encoded, or `null` where the address is not the page's own. */
function readPath(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const isOwn = url.protocol === `${pageScheme}:` && url.host === pageHost
  if (!isOwn || url.username !== '' || url.password !== '') return null
  return url.pathname === '' ? '/' : url.pathname
}
