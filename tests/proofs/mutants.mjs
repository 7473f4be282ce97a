// npm run prove mutants: small faults put into the code that keeps notes and finds their places again, one at a time; how
// many of them do the tests see? Exit code 1 where a figure falls short of its goal. `--all` tries every fault and not
// a sample, `--sample N` so many of each area, `--seed N` others, `--area storage` one area only, `--file fill-gap` only the
// files of that name.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '120' },
    area: { type: 'string' },
    file: { type: 'string' },
  },
})
/** @type {{ module: typeof import('./mutants/prove-mutants.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'mutants', 'prove-mutants.ts'), {
  configFile: false,
  logLevel: 'error',
})
process.exitCode = await module.proveMutants({
  sampleSize: values.all ? Infinity : Number(values.sample),
  seed: Number(values.seed),
  area: values.area ?? null,
  file: values.file ?? null,
})
