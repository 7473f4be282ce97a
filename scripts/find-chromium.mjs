// Finds a Chromium for the tests, and where there is none gets one, saying so before. Part of npm test.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { runTool } from './run-tool.mjs'

/**
 * What the search knows of the machine, and what it may do to it. {@link thisMachine} is the real one.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {boolean} isDebianRoot whether apt can be asked for a Chromium
 * @property {string} playwrightPath where Playwright keeps the Chromium that it has downloaded or would download
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} starts whether the program there can be run
 * @property {() => Promise<unknown>} installWithApt
 * @property {() => Promise<unknown>} downloadWithPlaywright
 * @property {(line: string) => void} say
 */

/** The one without windows comes first: it starts in a third of the time. */
const linuxNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
]
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']

/**
 * @param {readonly (string | undefined)[]} folders
 * @param {readonly string[]} programs
 * @param {string} separator
 */
function inEach(folders, programs, separator) {
  return folders
    .filter((folder) => folder !== undefined && folder !== '')
    .flatMap((folder) => programs.map((program) => `${folder}${separator}${program}`))
}

/**
 * Where an installed Chromium or Chrome may lie on this system, best first.
 * @param {Pick<Machine, 'platform' | 'environment'>} machine
 * @returns {string[]}
 */
export function chromiumPlaces({ platform, environment }) {
  const { PROGRAMFILES, LOCALAPPDATA, HOME, PATH = '' } = environment
  if (platform === 'win32') {
    return inEach([PROGRAMFILES, environment['PROGRAMFILES(X86)'], LOCALAPPDATA], windowsPrograms, '\\')
  }
  if (platform === 'darwin') {
    return inEach(['/Applications', HOME && `${HOME}/Applications`], macApplications, '/')
  }
  return inEach(PATH.split(':'), linuxNames, '/')
}

/**
 * The path of a Chromium, or `null` where there is none and none could be got. Throws, with a message for the
 * terminal, where `CHROMIUM_PATH` names something that is not there: another one would not be what was asked for.
 * @param {Machine} machine
 * @returns {Promise<string | null>}
 */
export async function findChromium(machine) {
  const named = machine.environment['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (machine.exists(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file`)
  }
  return findInstalled(machine) ?? (await installChromium(machine))
}

/** @param {Machine} machine */
function findInstalled(machine) {
  const places = [...chromiumPlaces(machine), machine.playwrightPath]
  return places.find((path) => machine.exists(path) && machine.starts(path)) ?? null
}

/** @param {Machine} machine */
async function installChromium(machine) {
  if (machine.environment['BOOKWHEEL_NO_FETCH'] === '1') return null
  if (machine.isDebianRoot) {
    machine.say('no Chromium found: installing one for the tests with apt-get')
    await machine.installWithApt()
    const installed = findInstalled(machine)
    if (installed !== null) return installed
  }
  machine.say('no Chromium found: downloading one for the tests with Playwright (about 150 MB)')
  await machine.downloadWithPlaywright()
  return findInstalled(machine)
}

/** @returns {boolean} */
function isDebianRoot() {
  const releaseFile = '/etc/os-release'
  // Ubuntu's chromium package only leads to a snap, which a container cannot run: Debian alone will do.
  const isDebian = existsSync(releaseFile) && /^ID=debian$/m.test(readFileSync(releaseFile, 'utf8'))
  return isDebian && process.getuid?.() === 0
}

/** Output of the installers goes to the standard error; that they fail shows in that there is still no Chromium. */
function installWithApt() {
  const packages = ['chromium-headless-shell', 'fonts-dejavu-core', 'fonts-noto-core']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] })
  }
  return Promise.resolve()
}

/**
 * On Linux a name may be no more than a hint how to install; asking the version tells. Elsewhere the question would
 * open a window.
 * @param {string} path
 */
function starts(path) {
  if (process.platform !== 'linux') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 15_000 }).status === 0
}

/** @type {Machine} */
export const thisMachine = {
  platform: process.platform,
  environment: process.env,
  isDebianRoot: isDebianRoot(),
  playwrightPath: chromium.executablePath(),
  exists: existsSync,
  starts,
  installWithApt,
  downloadWithPlaywright: () =>
    runTool('playwright-core', ['install', 'chromium', '--no-shell'], { stdout: 2 }),
  say: (line) => console.error(`bookwheel: ${line}`),
}
