// npm run prove desktop: the desktop's built main file, unchanged, in the stand-in for Electron, against everything that
// it must refuse. Exit code 1 where a figure falls short of its goal.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ensureProjectBuild } from '../../scripts/ensure-build.mjs'
import { findChromium, thisMachine } from '../../scripts/find-chromium.mjs'

/** @returns {Promise<number>} exit code */
async function prove() {
  const exitCode = await ensureProjectBuild()
  if (exitCode !== 0) return exitCode
  const chromium = await findChromium(thisMachine)
  if (chromium === null) {
    console.error('there is no Chromium to run the windows in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  /** @type {{ module: typeof import('./desktop/prove-desktop.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'desktop', 'prove-desktop.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  return module.proveDesktop()
}

process.exitCode = await prove()
