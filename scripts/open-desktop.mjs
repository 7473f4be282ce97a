// Opens the desktop shell, or says why it cannot be opened. Never imports electron: that would start a download.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchElectron } from './fetch-electron.mjs'
import { findElectron } from './find-electron.mjs'

/** @typedef {{ opened: true, exitCode: number } | { opened: false, reason: string }} DesktopRun */

/**
 * Runs Electron until it ends. The desktop shell makes the file named by `BOOKWHEEL_SHOWN_FILE` when its window is shown,
 * which tells an end by the reader from one before there was anything to see.
 * @param {{ binary: string, args: readonly string[], environment: NodeJS.ProcessEnv }} options
 * @returns {Promise<DesktopRun>}
 */
export async function runElectron({ binary, args, environment }) {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-start-'))
  const shownFile = join(folder, 'shown')
  // The chromium sandbox cannot be used as root on Linux; there Electron would refuse to start.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(binary, [...sandbox, ...args], {
    env: { ...environment, BOOKWHEEL_SHOWN_FILE: shownFile },
    stdio: 'inherit',
  })
  const handOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  process.on('SIGINT', handOn)
  process.on('SIGTERM', handOn)
  /** @type {{ code: number | null, problem: string }} */
  const end = await new Promise((resolve) => {
    child.once('error', (cause) => resolve({ code: null, problem: cause.message }))
    child.once('close', (code, signal) =>
      resolve({ code, problem: signal ? `ended by ${signal}` : `ended with exit code ${code}` }),
    )
  })
  process.off('SIGINT', handOn)
  process.off('SIGTERM', handOn)
  const opened = existsSync(shownFile)
  rmSync(folder, { recursive: true, force: true })
  if (opened || end.code === 0) return { opened: true, exitCode: end.code ?? 1 }
  return { opened: false, reason: `Electron ${end.problem} before its window was shown` }
}

/**
 * Finds or fetches Electron and opens the program in it; `args` go through to the program.
 * @param {{ projectFolder: string, args: readonly string[], environment: NodeJS.ProcessEnv, say: (line: string) => void }} options
 * @returns {Promise<DesktopRun>}
 */
export async function openDesktop({ projectFolder, args, environment, say }) {
  const where = { projectFolder, environment, platform: process.platform }
  const known = findElectron(where)
  const reason = known === null ? await fetchElectron({ projectFolder, environment, say }) : null
  if (reason !== null) return { opened: false, reason: `Electron could not be fetched: ${reason}` }
  const binary = known ?? findElectron(where)
  if (binary === null) return { opened: false, reason: 'Electron was fetched, but its binary is not there' }
  return runElectron({ binary, args: [projectFolder, ...args], environment })
}
