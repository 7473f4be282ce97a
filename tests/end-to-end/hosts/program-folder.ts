// Where the built project lies. Runs in Node.
import { resolve } from 'node:path'

/** Absolute path of the project: it holds `package.json`, `out` and `corpus`. */
export const projectFolder = resolve(import.meta.dirname, '..', '..', '..')

/**
 * Absolute path of the program that the specs run where they name none: the project's own build, or what a package was
 * unpacked to, where `BOOKWHEEL_PROGRAM` says so. A folder named `app.asar` is taken for one of a desktop package.
 */
export const testedProgram = process.env['BOOKWHEEL_PROGRAM'] ?? projectFolder
