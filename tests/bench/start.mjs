// npm run bench start: how soon the program can be used and how fast it answers, beside the budgets and beside rivals
// in the same run. Prints a table; the exit code says only whether it could measure.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ensureProjectBuild } from '../../scripts/ensure-build.mjs'
import { findChromium, thisMachine } from '../../scripts/find-chromium.mjs'

/** @returns {Promise<number>} exit code */
async function bench() {
  const exitCode = await ensureProjectBuild()
  if (exitCode !== 0) return exitCode
  const chromium = await findChromium(thisMachine)
  if (chromium === null) {
    console.error('there is no Chromium to measure in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  /** @type {{ module: typeof import('./start/bench-start.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'start', 'bench-start.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  await module.benchStart()
  return 0
}

process.exitCode = await bench()
