// npm run prove anchors [-- --seed=N --only="change" --verbose]: highlights on real prose that is changed in many ways, and
// how many of them find their place again. Exit code 1 where a figure falls short of its goal.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { projectFolder } from '../../scripts/run-tool.mjs'

/** @returns {Promise<number>} exit code */
async function prove() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  })
  /** @type {{ module: typeof import('./anchors/prove-anchors.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'anchors', 'prove-anchors.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  return module.proveAnchors({
    projectFolder,
    seed: Number(values.seed),
    only: values.only,
    verbose: values.verbose,
  })
}

process.exitCode = await prove()
