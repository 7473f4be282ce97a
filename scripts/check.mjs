// npm run check: everything that must hold before a change is kept, but for the tests that need a browser. Stops at the first failure.
import { buildProgram } from './build-program.mjs'
import { build } from './ensure-build.mjs'
import { projectFolder, runTool } from './run-tool.mjs'

/** @type {readonly { name: string, run: () => Promise<number> }[]} */
const steps = [
  { name: 'format', run: () => runTool('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'lint', run: () => runTool('oxlint', ['--type-aware']) },
  { name: 'types', run: () => runTool('typescript', ['-b']) },
  {
    name: 'unit tests',
    run: () => runTool('vitest', ['run', '--config', 'tests/vitest.config.ts', '--project', 'unit']),
  },
  {
    name: 'build',
    run: () => build(projectFolder, () => buildProgram(['--logLevel', 'error'])),
  },
]

for (const { name, run } of steps) {
  console.log(`check: ${name}`)
  process.exitCode = await run()
  if (process.exitCode !== 0) {
    console.log(`check: ${name} failed`)
    break
  }
}
if (process.exitCode === 0) console.log('check: all is well')
