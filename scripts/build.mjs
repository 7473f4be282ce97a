// npm run build: builds out/ in any case.
import { build } from './ensure-build.mjs'
import { projectFolder, runTool } from './run-tool.mjs'

process.exitCode = await build(projectFolder, () => runTool('electron-vite', ['build']))
