// Finds Electron's binary without importing the electron package: an import would start a download at once.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What each system calls the binary, as electron's own installer does. */
const binaryNames = /** @type {Partial<Record<NodeJS.Platform, string>>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
})

/**
 * Answers the absolute path of Electron's binary, or `null` where there is none. `ELECTRON_OVERRIDE_DIST_PATH` names
 * a folder with another build, as it does for electron itself.
 * @param {{ projectFolder: string, environment: NodeJS.ProcessEnv, platform: NodeJS.Platform }} where
 * @returns {string | null}
 */
export function findElectron({ projectFolder, environment, platform }) {
  const packageFolder = join(projectFolder, 'node_modules', 'electron')
  const note = join(packageFolder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : (binaryNames[platform] ?? 'electron')
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist')
  const path = join(folder, name)
  return existsSync(path) ? path : null
}
