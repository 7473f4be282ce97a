// npm run prove package: makes the packages as far as that goes without Electron's binary, and looks into them. Exit code 1
// where a figure falls short of its goal; what cannot be made here is named with the reason.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { ensureProjectBuild } from '../../scripts/ensure-build.mjs'
import { findChromium, thisMachine } from '../../scripts/find-chromium.mjs'
import { ensureTools, toolPath } from '../../scripts/packaging/ensure-tools.mjs'

/** @returns {Promise<number>} exit code */
async function prove() {
  const exitCode =
    (await ensureTools((line) => console.error(`bookwheel: ${line}`))) || (await ensureProjectBuild())
  if (exitCode !== 0) return exitCode
  const chromium = await findChromium(thisMachine)
  if (chromium === null) {
    console.error('there is no Chromium to show the pages in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  /** @type {{ module: typeof import('./package/prove-package.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'package', 'prove-package.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  const { default: asar } = await import(pathToFileURL(toolPath('@electron', 'asar', 'lib', 'asar.js')).href)
  const { default: fuses } = await import(
    pathToFileURL(toolPath('@electron', 'fuses', 'dist', 'index.js')).href
  )
  return module.provePackage({
    extractAll: asar.extractAll,
    getCurrentFuseWire: fuses.getCurrentFuseWire,
    fuseNumbers: fuses.FuseV1Options,
  })
}

process.exitCode = await prove()
