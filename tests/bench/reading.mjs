// npm run bench reading: how the page bears an article of fifty thousand words, two thousand highlights in it and ten
// thousand notes, beside the budgets and a bare page in the same run. Prints a table; exit code 1 where a budget is missed.
import { join } from 'node:path'
import { runBench } from './shared/run-bench.mjs'

const path = join(import.meta.dirname, 'reading', 'bench-reading.ts')
let allKept = false

/** @param {typeof import('./reading/bench-reading.ts')} module */
const run = async (module) => {
  allKept = await module.benchReading()
}

const exitCode = await runBench(path, run)
process.exitCode = exitCode === 0 && !allKept ? 1 : exitCode
