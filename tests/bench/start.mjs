// npm run bench start: how soon the program can be used and how fast it answers, beside the budgets and beside rivals
// in the same run. Prints a table; the exit code says only whether it could measure.
import { join } from 'node:path'
import { runBench } from './shared/run-bench.mjs'

const path = join(import.meta.dirname, 'start', 'bench-start.ts')

/** @param {typeof import('./start/bench-start.ts')} module */
const run = (module) => module.benchStart()

process.exitCode = await runBench(path, run)
