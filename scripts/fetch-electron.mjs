// Fetches Electron's binary once, by electron's own installer. This is set-up: the program itself never connects.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Bounds, in milliseconds. */
export const fetchLimits = { connect: 5_000, silence: 15_000, remember: 24 * 60 * 60 * 1000 }

const officialMirror = 'https://github.com/electron/electron/releases/download/'

/**
 * Where the installer will connect to: the proxy where one is set and used, else the mirror.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {URL}
 */
export function readDownloadHost(environment) {
  const proxy =
    environment['ELECTRON_GET_USE_PROXY'] && (environment['HTTPS_PROXY'] ?? environment['https_proxy'])
  const mirror = environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror']
  return new URL(proxy || mirror || officialMirror)
}

/**
 * Answers `null` where the host can be reached in time, else why not.
 * @param {URL} host
 * @param {number} limit milliseconds
 * @returns {Promise<string | null>}
 */
export function tryToConnect({ hostname, port, protocol }, limit) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) })
    const end = (/** @type {string | null} */ reason) => {
      socket.destroy()
      resolve(reason)
    }
    socket.setTimeout(limit, () => end(`${hostname} did not answer within ${limit / 1000} s`))
    socket.once('connect', () => end(null))
    socket.once('error', (cause) =>
      end(
        `${hostname} cannot be reached (${/** @type {NodeJS.ErrnoException} */ (cause).code ?? cause.message})`,
      ),
    )
    // A name look-up is not bounded by the socket's own limit.
    setTimeout(() => end(`${hostname} did not answer within ${limit / 1000} s`), limit).unref()
  })
}

/**
 * Bytes below a folder. Files that vanish while they are counted count nothing.
 * @param {string} folder
 * @returns {number}
 */
function countBytes(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) =>
        sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    )
}

/**
 * Runs the installer and watches what it writes: it is ended when no byte has come for `silence`.
 * @param {{ installer: string, environment: NodeJS.ProcessEnv, silence: number, say: (line: string) => void }} options
 * @returns {Promise<string | null>} `null` when it has done its work, else why not
 */
export async function runInstaller({ installer, environment, silence, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-electron-'))
  const child = spawn(process.execPath, [installer], {
    // Its downloads go through the folder for temporary files, so giving it one of its own shows what has arrived.
    env: { ...environment, TMPDIR: folder, TEMP: folder, TMP: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let lastWords = ''
  child.stderr.on('data', (data) => {
    lastWords = (lastWords + String(data)).slice(-2000)
  })
  let bytes = 0
  let lastProgress = Date.now()
  let stalled = false
  const watch = setInterval(
    () => {
      const now = countBytes(folder)
      if (now !== bytes) {
        bytes = now
        lastProgress = Date.now()
        say(`fetching Electron: ${Math.round(bytes / 1_000_000)} MB`)
      } else if (Date.now() - lastProgress > silence) {
        stalled = true
        child.kill()
      }
    },
    Math.min(1000, silence / 3),
  )
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  clearInterval(watch)
  rmSync(folder, { recursive: true, force: true })
  if (code === 0) return null
  if (stalled) return `no byte came for ${silence / 1000} s`
  return /(?:Error|error): (.+)/.exec(lastWords)?.[1] ?? `the installer ended with code ${code}`
}

/**
 * The note of an earlier failure, so that a laptop without a network starts at once for a day.
 * @param {string} note
 * @param {number} now
 * @returns {string | null} why it failed then, while that is not too long ago
 */
export function readFailure(note, now) {
  try {
    /** @type {unknown} */
    const told = JSON.parse(readFileSync(note, 'utf8'))
    if (typeof told !== 'object' || told === null || !('at' in told) || !('reason' in told)) return null
    if (typeof told.at !== 'number' || typeof told.reason !== 'string') return null
    return Math.abs(now - told.at) < fetchLimits.remember ? told.reason : null
  } catch (cause) {
    // No note, or a damaged one: nothing is known of an earlier attempt.
    if (cause instanceof SyntaxError || (cause instanceof Error && 'code' in cause)) return null
    throw cause
  }
}

/**
 * Where a failed attempt is noted; to delete it is to try again at once.
 * @param {string} projectFolder
 * @returns {string}
 */
export function fetchFailureNote(projectFolder) {
  return join(projectFolder, 'node_modules', '.cache', 'bookwheel', 'electron-fetch-failed.json')
}

/**
 * Fetches the binary unless that is forbidden or failed within the last day.
 * @param {{ projectFolder: string, environment: NodeJS.ProcessEnv, say: (line: string) => void }} options
 * @returns {Promise<string | null>} `null` when it is there now, else why not
 */
export async function fetchElectron({ projectFolder, environment, say }) {
  if (environment['BOOKWHEEL_NO_FETCH'] === '1') return 'BOOKWHEEL_NO_FETCH is set'
  const note = fetchFailureNote(projectFolder)
  const earlier = readFailure(note, Date.now())
  const untilThen = `not tried again for a day unless you delete ${note}`
  if (earlier !== null) return `${earlier} (${untilThen})`
  say('fetching Electron once, about 120 MB (BOOKWHEEL_NO_FETCH=1 skips this)')
  const host = readDownloadHost(environment)
  const reason =
    (await tryToConnect(host, fetchLimits.connect)) ??
    (await runInstaller({
      installer: join(projectFolder, 'node_modules', 'electron', 'install.js'),
      environment,
      silence: fetchLimits.silence,
      say,
    }))
  if (reason === null) return null
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, JSON.stringify({ at: Date.now(), reason }))
  return `${reason} (${untilThen})`
}
