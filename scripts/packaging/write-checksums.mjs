// node scripts/packaging/write-checksums.mjs <folder>: writes SHA256SUMS, in the form that `sha256sum --check` reads.
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What readers are given, by how the names end; electron-builder leaves notes of its own beside it. */
const endings = ['.AppImage', '.deb', '.exe', '.dmg', '.zip', '.tgz', '.txt']

/**
 * The SHA-256 of a file, in lower-case hexadecimal.
 * @param {string} path
 */
async function hashFile(path) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * Writes `SHA256SUMS` in `folder`, over all packages there. Throws where there is none.
 * @param {string} folder
 * @returns {Promise<string[]>} the names of the files that were summed up, in their order
 */
export async function writeChecksums(folder) {
  const names = readdirSync(folder)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .toSorted()
  if (names.length === 0) throw new Error(`there is no package in ${folder}`)
  const lines = []
  for (const name of names) lines.push(`${await hashFile(join(folder, name))}  ${name}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
  return names
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  for (const name of await writeChecksums(resolve(process.argv[2] ?? 'dist'))) console.log(name)
}
