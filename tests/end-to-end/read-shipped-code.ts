// Reads the built program for what could reach out: addresses in its strings, and the parts of libraries that would use them.
// Runs in Node.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './hosts/program-folder.ts'

/** Addresses that may stand in the built program, and why nobody ever connects to them. */
export const namedAddresses: readonly (readonly [RegExp, reason: string])[] = [
  [
    /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink|1999\/xhtml|1998\/Math\/MathML|XML\/1998\/namespace)$/,
    'XML names',
  ],
  [/^https?:\/\/json-schema\.org\/(draft[-\w/]*\/)?[-\w/]+#?$/, 'names of schemas'],
  [
    /^https:\/\/raw\.githubusercontent\.com\/ajv-validator\/ajv\/master\/lib\/refs\/data\.json#$/,
    'name of a schema',
  ],
  [/^https:\/\/formatjs\.github\.io\/docs\//, 'words of an error'],
  [/^https:\/\/react\.dev\/errors\/$/, 'words of an error'],
  [/^http:\/\/(\[\$\{\}\])?$/, 'put before a host, to see whether it is one'],
  [/^(http:\/\/(elsewhere\/|\[\.\.\.\])|https:\/\/exa)$/, 'examples in comments'],
  [/^http:\/\/\$\{\}:\$\{\}$/, 'the loopback shell’s own address'],
]

/** Names that would stand in the code of whatever reports crashes, counts users or fetches updates. */
const reportingNames =
  /crashReporter|autoUpdater|electron-updater|sendBeacon|\bsentry\b|posthog|mixpanel|google-analytics|googletagmanager|amplitude\.com|bugsnag|\brollbar\b|matomo|new WebSocket\b|RTCPeerConnection|XMLHttpRequest/i

/** A text file of the built program. `path` is within `out`. */
export interface ShippedFile {
  path: string
  text: string
}

/** All text files of the built program. */
export function readShippedFiles(): ShippedFile[] {
  const folder = join(projectFolder, 'out')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(c?js|css|html|svg|json)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/**
 * The addresses with which a file's strings begin, or its style sheets load, and which are not {@link namedAddresses}. Gaps of
 * templates are written as `${}`. Not parsed: of a megabyte on one line that takes seconds.
 */
export function findUnnamedAddresses({ text }: ShippedFile): string[] {
  const found = [...text.matchAll(/(["'`]|url\(\s*["']?)((?:https?|wss?|ftp):\/\/(?:(?!\1)[^\s\\)])*)/g)]
  return found
    .map(([, , address = '']) => address.replaceAll(/\$\{[^}]*\}/g, '${}'))
    .filter((address) => !namedAddresses.some(([pattern]) => pattern.test(address)))
}

/** The first of {@link reportingNames} in a file, or `null`. */
export function findReporting({ text }: ShippedFile): string | null {
  return reportingNames.exec(text)?.[0] ?? null
}
