// Gets the packagers' own tools (electron-builder and what it stands on), which no other work needs. Plain Node.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScript } from '../run-tool.mjs'

/** Where the tools are named and installed. */
export const packagingFolder = import.meta.dirname

const stamp = join(packagingFolder, 'node_modules', '.bookwheel-lock')

function readLockSum() {
  return createHash('sha256')
    .update(readFileSync(join(packagingFolder, 'package-lock.json')))
    .digest('hex')
}

/**
 * Absolute path of a file of an installed tool.
 * @param {...string} parts
 */
export function toolPath(...parts) {
  return join(packagingFolder, 'node_modules', ...parts)
}

/**
 * Installs the tools where they are missing or not those of the lock file, and says so first. No script of theirs is run.
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function ensureTools(say) {
  const sum = readLockSum()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return 0
  const npm = process.env['npm_execpath']
  if (npm === undefined) {
    say('start this with "npm run", so that npm can be found')
    return 1
  }
  say('installing electron-builder from the npm registry (needs the network, once; about 95 MB)')
  const exitCode = await runScript(npm, ['ci', '--ignore-scripts', '--prefix', packagingFolder], {
    stdout: 2,
  })
  if (exitCode === 0) writeFileSync(stamp, sum)
  return exitCode
}
