// Writes the list of what is bundled into the program and under which licences, from what the build has noted. A build that
// bundles a package under any other licence than those below fails.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** @typedef {{ name: string, version: string, licence: string, text: string }} BundledPackage */

/** Licences that ask no more than to be named. Others are looked at before they are added; the GPL and its like stay out. */
export const allowedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1']

/**
 * The folder of the package that a bundled file belongs to, or `null` for what the bundler makes itself.
 * @param {string} file absolute path; Vite puts a NUL before some, a query behind others
 * @returns {string | null}
 */
export function packageFolderOf(file) {
  const path = file.replace(/^\0+/, '').replace(/\?.*$/s, '').replaceAll('\\', '/')
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)
  return match?.[1]?.replaceAll('/', sep) ?? null
}

/**
 * What a package says of itself. Throws where its licence is none of {@link allowedLicences}, or where it brings no text of it.
 * @param {string} folder absolute path
 * @returns {BundledPackage}
 */
export function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!allowedLicences.includes(license)) {
    throw new Error(`${name} is bundled, and its licence (${license}) is not among those that may be`)
  }
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry))
  if (file === undefined) throw new Error(`${name} is bundled and brings no text of its licence`)
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return { name, version, licence: license, text }
}

/**
 * The packages that files belong to, by name, each once.
 * @param {readonly string[]} files as {@link packageFolderOf} takes them
 * @returns {BundledPackage[]}
 */
export function listPackages(files) {
  const folders = new Set(files.map(packageFolderOf).filter((folder) => folder !== null))
  const all = [...folders].map(readPackage)
  const byName = new Map(all.map((found) => [`${found.name} ${found.version}`, found]))
  return [...byName.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

/**
 * The list as a reader gets it.
 * @param {readonly BundledPackage[]} packages
 * @param {string} ownLicence the program's own
 */
export function formatList(packages, ownLicence) {
  const rule = '-'.repeat(78)
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
  )
  return [ownLicence.trim(), 'Bookwheel contains the following works of others.', ...parts].join(
    `\n\n${rule}\n\n`,
  )
}

/**
 * Writes `out/licences.txt`, for whoever gets a package, and `out/licences.json`, for the program's own dialog.
 * @param {string} projectFolder with a build in `out`
 */
export function writeLicences(projectFolder) {
  const noted = join(projectFolder, 'out', 'packages')
  const lists = existsSync(noted) ? readdirSync(noted) : []
  /** @type {string[]} */
  const files = lists.flatMap((name) => JSON.parse(readFileSync(join(noted, name), 'utf8')))
  const packages = listPackages(files)
  const own = readFileSync(join(projectFolder, 'LICENSE'), 'utf8')
  writeFileSync(join(projectFolder, 'out', 'licences.txt'), `${formatList(packages, own)}\n`)
  const summary = packages.map(({ name, version, licence }) => ({ name, version, licence }))
  writeFileSync(join(projectFolder, 'out', 'licences.json'), JSON.stringify(summary))
}
