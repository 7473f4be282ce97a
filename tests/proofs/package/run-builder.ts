// Runs electron-builder with the dummy in Electron's place. Runs in Node.
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { toolPath } from '../../../scripts/packaging/ensure-tools.mjs'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import { makeDummyElectron } from './dummy-electron.ts'
import { demand } from './run-command.ts'

/** Makes a Linux package of the project's build in `folder`/dist; `target` as electron-builder calls it. Throws where it fails. */
export async function runBuilder(folder: string, target: 'dir' | 'deb'): Promise<string> {
  const dummy = join(folder, 'electron')
  const output = join(folder, 'dist')
  const fpm = join(folder, 'fpm')
  mkdirSync(folder, { recursive: true })
  makeDummyElectron(dummy)
  copyFileSync(join(import.meta.dirname, 'fpm-by-dpkg.mjs'), `${fpm}.mjs`)
  chmodSync(`${fpm}.mjs`, 0o755)
  await demand(
    process.execPath,
    [
      toolPath('electron-builder', 'cli.js'),
      '--config',
      join(projectFolder, 'scripts', 'packaging', 'builder-config.mjs'),
      `-c.electronDist=${dummy}`,
      `-c.directories.output=${output}`,
      '--publish',
      'never',
      '--linux',
      target,
      '--x64',
    ],
    { folder: projectFolder, environment: { CUSTOM_FPM_PATH: `${fpm}.mjs` } },
  )
  return output
}
