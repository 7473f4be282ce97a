// Takes the tour that `npm run prove offline` watches, in a process of its own: `node run-tour.mjs <shell> <folder>`.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const [, , shell = '', folder = ''] = process.argv
/** @type {{ module: typeof import('./tour.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'tour.ts'), {
  configFile: false,
  logLevel: 'error',
})
await module.takeTour(shell, folder)
