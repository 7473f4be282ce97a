// What a build is: electron-vite's work, and the list of the licences of what it has bundled.
import { projectFolder, runTool } from './run-tool.mjs'
import { writeLicences } from './write-licences.mjs'

/**
 * Builds this project into out/.
 * @param {readonly string[]} [args] of `electron-vite build`
 * @param {{ stdout?: 'inherit' | 2 }} [options]
 * @returns {Promise<number>} exit code
 */
export async function buildProgram(args = [], options = {}) {
  const exitCode = await runTool('electron-vite', ['build', ...args], options)
  if (exitCode !== 0) return exitCode
  writeLicences(projectFolder)
  return 0
}
