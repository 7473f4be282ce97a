// Reads the page's files for whichever shell serves them, and nothing that lies outside their folder. Plain Node.
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** A file of the page, ready to be sent. */
export interface StaticFile {
  contentType: string
  body: Uint8Array<ArrayBuffer>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** What the system says where a path names nothing. Anything else (no permission, too many files) is a fault. */
const absenceCodes = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])

/**
 * The names of folders and file that a path asks for, or `null` where it is none that a build makes. Only
 * plain names pass: no empty or hidden one, no `..`, backslash, colon or NUL. Decoded once, so that `%252e` stays a name.
 */
function readNames(requestPath: string): string[] | null {
  if (requestPath === '/') return ['index.html']
  try {
    const names = decodeURIComponent(requestPath).split('/').slice(1)
    return names.every((name) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name)) ? names : null
  } catch (cause) {
    if (cause instanceof URIError) return null
    throw cause
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function isAbsence(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && absenceCodes.has(String(cause.code))
}

/**
 * Reads the file that a request's path names. `requestPath` begins with a slash and is still percent-encoded;
 * `/` is `index.html`. Answers `null` where there is no such file or it lies outside `folder`, symbolic
 * links followed; throws where the system cannot read it.
 */
export async function readStaticFile(folder: string, requestPath: string): Promise<StaticFile | null> {
  const names = readNames(requestPath)
  if (names === null) return null
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, ...names))
    if (!isInside(root, path) || !(await stat(path)).isFile()) return null
    const contentType = contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
    return { contentType, body: await readFile(path) }
  } catch (cause) {
    if (isAbsence(cause)) return null
    throw cause
  }
}
