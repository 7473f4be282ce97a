// npm run prove loopback: the built program in browser mode against every request that another page, program or user of the
// machine could send it. Exit code 1 where a figure falls short of its goal.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ensureProjectBuild } from '../../scripts/ensure-build.mjs'

/** @returns {Promise<number>} exit code */
async function prove() {
  const exitCode = await ensureProjectBuild()
  if (exitCode !== 0) return exitCode
  /** @type {{ module: typeof import('./loopback/prove-loopback.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'loopback', 'prove-loopback.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  return module.proveLoopback()
}

process.exitCode = await prove()
