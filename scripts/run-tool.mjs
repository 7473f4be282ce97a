// Runs the command-line tools that the project depends on, without a shell: the same on every system.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Absolute path of the project's folder. */
export const projectFolder = dirname(import.meta.dirname)

/**
 * The script behind a package's only command, to be run with Node itself: the `.cmd` files that npm makes on Windows
 * need a shell. Throws, with a message for the terminal, where the package is not installed.
 * @param {string} packageName
 * @returns {string} absolute path
 */
function findTool(packageName) {
  const folder = join(projectFolder, 'node_modules', packageName)
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) throw new Error(`${packageName} is not installed: run "npm ci" first`)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const [script] = typeof bin === 'string' ? [bin] : Object.values(bin)
  if (script === undefined) throw new Error(`${packageName} has no command`)
  return join(folder, script)
}

/** Ctrl+C is for the child to obey; this process has its end to report. */
function waitOn() {}

/**
 * Runs a script in a Node of its own and waits for its end. Ctrl+C reaches it from the terminal; a polite kill is handed on.
 * @param {string} script absolute path
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: 'inherit' | 2 }} [options] `stdout: 2` sends its output to the standard error
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function runScript(script, args, { env = process.env, stdout = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: projectFolder,
      env,
      stdio: ['inherit', stdout, 'inherit'],
    })
    const handOn = () => child.kill('SIGTERM')
    process.on('SIGINT', waitOn)
    process.on('SIGTERM', handOn)
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', waitOn)
      process.off('SIGTERM', handOn)
      resolve(code ?? 1)
    })
  })
}

/**
 * Runs a package's command, as {@link runScript} does.
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: 'inherit' | 2 }} [options]
 * @returns {Promise<number>}
 */
export function runTool(packageName, args, options) {
  return runScript(findTool(packageName), args, options)
}
