// Keeps out/ in step with the sources: built when it is missing or made from others than those that lie here now.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildProgram } from './build-program.mjs'
import { projectFolder } from './run-tool.mjs'

/** What a build is made from, as paths in the project. */
const sources = ['electron', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Every file below `path`, as lines of path, size and time of change.
 * @param {string} folder
 * @param {string} path in `folder`, with slashes
 * @returns {string[]}
 */
function describeFiles(folder, path) {
  const stats = statSync(join(folder, path), { throwIfNoEntry: false })
  if (stats === undefined) return []
  if (!stats.isDirectory()) return [`${path} ${stats.size} ${stats.mtimeMs}`]
  return readdirSync(join(folder, path))
    .toSorted()
    .flatMap((name) => describeFiles(folder, `${path}/${name}`))
}

/**
 * A short text that differs as soon as any source is changed, added or removed. Times alone would miss a source that was
 * deleted or put back from an older copy.
 * @param {string} folder the project's
 * @returns {string}
 */
export function readFingerprint(folder) {
  const lines = sources.flatMap((source) => describeFiles(folder, source))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** @param {string} folder */
function stampPath(folder) {
  return join(folder, 'out', 'build-stamp')
}

/**
 * Whether out/ was built from the sources as they lie here now.
 * @param {string} folder the project's
 */
export function isBuildFresh(folder) {
  const stamp = stampPath(folder)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === readFingerprint(folder)
}

/**
 * Makes the next {@link ensureBuild} build in any case.
 * @param {string} folder the project's
 */
export function forgetBuild(folder) {
  rmSync(stampPath(folder), { force: true })
}

/**
 * Builds, and notes what from. A source that is changed meanwhile makes the build stale, as it should.
 * @param {string} folder the project's
 * @param {() => Promise<number>} runBuild answers an exit code
 * @returns {Promise<number>} the build's exit code
 */
export async function build(folder, runBuild) {
  const fingerprint = readFingerprint(folder)
  forgetBuild(folder)
  const exitCode = await runBuild()
  if (exitCode !== 0) return exitCode
  mkdirSync(join(folder, 'out'), { recursive: true })
  writeFileSync(stampPath(folder), fingerprint)
  return 0
}

/**
 * Builds where that is needed, and says so first.
 * @param {string} folder the project's
 * @param {() => Promise<number>} runBuild answers an exit code
 * @param {(line: string) => void} say
 * @returns {Promise<number>} 0, or the exit code of a build that failed
 */
export async function ensureBuild(folder, runBuild, say) {
  if (isBuildFresh(folder)) return 0
  say('building, because out/ is missing or its sources have changed')
  const exitCode = await build(folder, runBuild)
  if (exitCode !== 0) say(`the build failed (exit code ${exitCode}); its messages stand above`)
  return exitCode
}

/**
 * Builds this project with electron-vite, all output on the standard error.
 * @returns {Promise<number>} exit code
 */
export function runElectronVite() {
  return buildProgram(['--logLevel', 'error'], { stdout: 2 })
}

/**
 * {@link ensureBuild} for this project, for scripts that need out/.
 * @returns {Promise<number>} 0, or the exit code of a build that failed
 */
export function ensureProjectBuild() {
  return ensureBuild(projectFolder, runElectronVite, (line) => console.error(`bookwheel: ${line}`))
}
