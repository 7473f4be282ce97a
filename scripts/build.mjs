// npm run build: builds out/ in any case.
import { buildProgram } from './build-program.mjs'
import { build } from './ensure-build.mjs'
import { projectFolder } from './run-tool.mjs'

process.exitCode = await build(projectFolder, () => buildProgram())
