// npm start and npm run start:browser: builds where needed, then opens the desktop, or the program in the browser.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureProjectBuild } from './ensure-build.mjs'
import { openDesktop } from './open-desktop.mjs'
import { projectFolder } from './run-tool.mjs'

/** Our own option: asks for browser mode. All others go through to the shell. */
const browserOption = '--browser'

/** @param {string} line */
function say(line) {
  console.error(`bookwheel: ${line}`)
}

/**
 * Runs the loopback shell in this very process: signals, exit code and standard streams are then its own, and
 * nothing can be left running behind. It reads its arguments from `process.argv`.
 */
async function runLoopbackShell() {
  process.argv = process.argv.filter((argument) => argument !== browserOption)
  await import(pathToFileURL(join(projectFolder, 'out', 'main', 'loopback.js')).href)
}

async function runDesktopShell() {
  const run = await openDesktop({ projectFolder, args: process.argv.slice(2), environment: process.env, say })
  if (run.opened) {
    process.exitCode = run.exitCode
    return
  }
  say(`${run.reason}. Opening in your browser instead`)
  await runLoopbackShell()
}

/** These are answered in the terminal, by the shell that knows one. */
const asksForWords = ['--help', '--version'].some((option) => process.argv.includes(option))

const exitCode = await ensureProjectBuild()
if (exitCode !== 0) process.exitCode = exitCode
else if (asksForWords || process.argv.includes(browserOption)) await runLoopbackShell()
else await runDesktopShell()
