// A folder that looks like Electron's own to the packager: the real one is 120 MB and lies where no test may go. Its binary
// holds no more than the wire of fuses. Runs in Node.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** By this mark `@electron/fuses` finds the fuses in Electron's binary. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** As Electron is delivered: version 1, nine fuses, some of them on. */
const wire = `${sentinel}\u0001\u0009101100010`

const files = [
  'LICENSE',
  'LICENSES.chromium.html',
  'icudtl.dat',
  'resources.pak',
  'version',
  'locales/en-US.pak',
  'locales/fr.pak',
]
const programs = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']

/** Makes it in `folder`, which must not be there yet. */
export function makeDummyElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  for (const file of files) writeFileSync(join(folder, file), 'stands in for a file of Electron\n')
  for (const program of programs) {
    writeFileSync(join(folder, program), `\u007fELF${'\0'.repeat(1000)}${wire}${'\0'.repeat(1000)}`, 'latin1')
    chmodSync(join(folder, program), 0o755)
  }
}
