// npm run prove offline: a tour through every feature of both shells, first while strace watches every socket, then where
// there is no network at all. Exit code 1 where a figure falls short of its goal. Linux.
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
    console.error('there is no Chromium to take the tour in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  /** @type {{ module: typeof import('./offline/prove-offline.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'offline', 'prove-offline.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  return module.proveOffline()
}

process.exitCode = await prove()
