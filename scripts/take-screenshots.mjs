// node scripts/take-screenshots.mjs [folder] [--all] [--only NAME]: makes the README's pictures from the built program, with
// --all those of every state as well, wide, narrow and small; --only, once or more, for those of some states alone. The folder is docs/screenshots unless one is named.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { ensureProjectBuild } from './ensure-build.mjs'
import { findChromium, thisMachine } from './find-chromium.mjs'
import { projectFolder } from './run-tool.mjs'

/** What drives the program for the tests drives it for the pictures. */
const pictures = join(projectFolder, 'tests', 'end-to-end', 'pictures', 'take-pictures.ts')

/** @returns {Promise<number>} exit code */
async function takeScreenshots() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  })
  const exitCode = await ensureProjectBuild()
  if (exitCode !== 0) return exitCode
  const chromium = await findChromium(thisMachine)
  if (chromium === null) {
    console.error('there is no Chromium to take pictures in; name one as CHROMIUM_PATH')
    return 1
  }
  process.env['CHROMIUM_PATH'] = chromium
  const { module } = await runnerImport(pictures, { configFile: false, logLevel: 'error' })
  const folder = resolve(positionals[0] ?? join(projectFolder, 'docs', 'screenshots'))
  await module.takePictures(folder, values.all, values.only)
  return 0
}

process.exitCode = await takeScreenshots()
