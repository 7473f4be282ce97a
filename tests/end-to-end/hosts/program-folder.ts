// Where the built project lies. Runs in Node.
import { resolve } from 'node:path'

/** Absolute path of the project that the specs run: it holds `package.json`, `out` and `corpus`. */
export const projectFolder = resolve(import.meta.dirname, '..', '..', '..')
