// npm start and npm run start:browser: builds where needed, then runs the program with all arguments but our own.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureProjectBuild } from './ensure-build.mjs'
import { projectFolder } from './run-tool.mjs'

/** Our own option: asks for browser mode, which is the only mode until the desktop shell stands. */
const browserOption = '--browser'

/**
 * Runs the loopback shell in this very process: signals, exit code and standard streams are then its own, and
 * nothing can be left running behind. It reads its arguments from `process.argv`.
 */
async function runLoopbackShell() {
  process.argv = process.argv.filter((argument) => argument !== browserOption)
  await import(pathToFileURL(join(projectFolder, 'out', 'main', 'loopback.js')).href)
}

const exitCode = await ensureProjectBuild()
if (exitCode === 0) await runLoopbackShell()
else process.exitCode = exitCode
