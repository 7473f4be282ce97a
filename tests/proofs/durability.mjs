// npm run prove durability: kills, power cuts and faults without number against the stores of both shells. Exit code 1 where
// a figure falls short of its goal.
import { join } from 'node:path'
import { runnerImport } from 'vite'

/** @type {{ module: typeof import('./durability/prove-durability.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'durability', 'prove-durability.ts'), {
  configFile: false,
  logLevel: 'error',
})
process.exitCode = await module.proveDurability((address) => import(address))
