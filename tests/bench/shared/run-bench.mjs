// Runs a bench that is written in TypeScript against the built program, once there is a build and a Chromium.
import { runnerImport } from 'vite'
import { ensureProjectBuild } from '../../../scripts/ensure-build.mjs'
import { findChromium, thisMachine } from '../../../scripts/find-chromium.mjs'

/**
 * Hands the module at `path` to `run`. The exit code says only whether it could measure.
 * @template Module
 * @param {string} path
 * @param {(module: Module) => Promise<void>} run
 * @returns {Promise<number>} exit code
 */
export async function runBench(path, run) {
  const exitCode = await ensureProjectBuild()
  if (exitCode !== 0) return exitCode
  const chromium = await findChromium(thisMachine)
  if (chromium === null) {
    console.error('there is no Chromium to measure in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  /** @type {{ module: Module }} */
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
  await run(module)
  return 0
}
