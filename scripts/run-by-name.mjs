// npm run bench <name> and npm run prove <name>: runs a script of a folder by its name, or lists what there is.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, runScript } from './run-tool.mjs'

const [folder = '', name, ...args] = process.argv.slice(2)
const path = join(projectFolder, folder)
const names = (existsSync(path) ? readdirSync(path) : [])
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length))
  .toSorted()

if (name !== undefined && names.includes(name)) {
  process.exitCode = await runScript(join(path, `${name}.mjs`), args)
} else {
  if (name !== undefined) console.error(`there is no "${name}" in ${folder}`)
  console.error(names.length === 0 ? `${folder} holds none yet` : `names: ${names.join(', ')}`)
  process.exitCode = name === undefined ? 0 : 2
}
