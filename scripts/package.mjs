// npm run package: builds the packages for the system that it runs on into dist/. Arguments go to electron-builder.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildProgram } from './build-program.mjs'
import { build } from './ensure-build.mjs'
import { ensureTools, toolPath } from './packaging/ensure-tools.mjs'
import { writeChecksums } from './packaging/write-checksums.mjs'
import { projectFolder, runScript } from './run-tool.mjs'

const dist = join(projectFolder, 'dist')

/** @param {string} line */
function say(line) {
  console.error(`bookwheel: ${line}`)
}

/** @returns {Promise<number>} exit code */
async function packageProgram() {
  const steps = [
    () => ensureTools(say),
    () => build(projectFolder, () => buildProgram(['--logLevel', 'error'], { stdout: 2 })),
    () => {
      rmSync(dist, { recursive: true, force: true })
      mkdirSync(dist)
      say('packaging; Electron (about 120 MB) and the tools of each format come from github.com, once each')
      const config = join(projectFolder, 'scripts', 'packaging', 'builder-config.mjs')
      const own = ['--config', config, '--publish', 'never']
      return runScript(toolPath('electron-builder', 'cli.js'), [...own, ...process.argv.slice(2)])
    },
  ]
  for (const step of steps) {
    const exitCode = await step()
    if (exitCode !== 0) return exitCode
  }
  copyFileSync(join(projectFolder, 'out', 'licences.txt'), join(dist, 'licences.txt'))
  for (const name of await writeChecksums(dist)) say(`dist/${name}`)
  return 0
}

process.exitCode = await packageProgram()
