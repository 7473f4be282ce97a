// npm run package: builds the packages for the system that it runs on into dist/. Arguments go to electron-builder.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildProgram } from './build-program.mjs'
import { build } from './ensure-build.mjs'
import { ensureTools, toolPath } from './packaging/ensure-tools.mjs'
import { writeChecksums } from './packaging/write-checksums.mjs'
import { projectFolder, runScript } from './run-tool.mjs'

const dist = join(projectFolder, 'dist')

/** What electron-builder signs with. A workflow without certificates sets them to nothing, which it would take for one. */
const signing = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']

/** The environment for the packager: nothing is signed, and no key of the machine's is looked for, unless one was named. */
function packagerEnvironment() {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => !signing.includes(name) || value !== '',
  )
  return { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...Object.fromEntries(entries) }
}

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
      return runScript(toolPath('electron-builder', 'cli.js'), [...own, ...process.argv.slice(2)], {
        env: packagerEnvironment(),
      })
    },
  ]
  for (const step of steps) {
    const exitCode = await step()
    if (exitCode !== 0) {
      say('no package was made; the messages above say why. Without a network, Electron cannot be fetched')
      return exitCode
    }
  }
  copyFileSync(join(projectFolder, 'out', 'licences.txt'), join(dist, 'licences.txt'))
  for (const name of await writeChecksums(dist)) say(`dist/${name}`)
  return 0
}

process.exitCode = await packageProgram()
