// npm run prove a11y: every screen, dialog, empty and error state of the built program in every theme: axe, the contrast of
// highlights, the sizes of what is pressed, and no sideways scrolling. Exit code 1 where a figure falls short of its goal. With names
// (npm run prove a11y -- reading trash) it looks at these states only.
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
    console.error('there is no Chromium to show the page in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  /** @type {{ module: typeof import('./a11y/prove-a11y.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'a11y', 'prove-a11y.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  return module.proveA11y(process.argv.slice(2))
}

process.exitCode = await prove()
