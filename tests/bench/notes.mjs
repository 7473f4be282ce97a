// npm run bench notes: how the program bears a hundred thousand notes on five thousand articles, beside the budgets and
// beside rivals in the same run. Prints a table; the exit code says only whether it could measure.
import { join } from 'node:path'
import { runBench } from './shared/run-bench.mjs'

const path = join(import.meta.dirname, 'notes', 'bench-notes.ts')

/** @param {typeof import('./notes/bench-notes.ts')} module */
const run = (module) => module.benchNotes()

process.exitCode = await runBench(path, run)
