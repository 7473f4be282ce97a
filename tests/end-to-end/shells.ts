// The shells that the specs run on. A spec is written with `onEachShell`; one that only one shell can show says why.
import { launchElectron, whyNoElectron } from './hosts/launch-electron.ts'
import { launchPackage, whyNoPackage } from './hosts/launch-package.ts'
import { launchLoopback } from './hosts/launch-loopback.ts'
import { launchStandIn } from './hosts/launch-stand-in.ts'
import type { Shell } from './program.ts'

/** The program in plain Node with its page in a browser. */
export const loopbackShell: Shell = { name: 'loopback', launch: launchLoopback, skip: null }

/** The desktop's built main file, unchanged, with a stand-in for Electron around it. */
export const standInShell: Shell = { name: 'desktop in the stand-in', launch: launchStandIn, skip: null }

/** The desktop in Electron itself. */
export const electronShell: Shell = {
  name: 'desktop in Electron',
  launch: launchElectron,
  skip: whyNoElectron(),
}

/** The desktop as a package carries it. */
export const packageShell: Shell = {
  name: 'desktop as packaged',
  launch: launchPackage,
  skip: whyNoPackage(),
}

/** Every shell, those that cannot run here included. */
const shells: readonly Shell[] = [loopbackShell, standInShell, electronShell, packageShell]

/** Whether every spec runs on every shell, which takes as long again. */
const wantsAllShells = process.env['BOOKWHEEL_ALL_SHELLS'] === '1'

/**
 * The stand-in for specs of what the desktop alone does. Starting it takes four times as long as browser mode, and who works
 * on something else breaks none of it.
 */
export const desktopOwnShell: Shell = wantsAllShells
  ? standInShell
  : { ...standInShell, skip: 'the desktop’s own; BOOKWHEEL_ALL_SHELLS=1 runs this' }

/** Packages are what a release is tested on: elsewhere the specs for every shell say so, which is enough. */
function isWorthNaming(shell: Shell): boolean {
  return shell !== packageShell || packageShell.skip === null
}

/**
 * For specs of what the page and the services do, which are the same in every shell: one host is enough while one
 * works. `.ci/run` and the workflow ask for all of them.
 */
export const sharedShells: readonly Shell[] = shells
  .filter(isWorthNaming)
  .map((shell) =>
    shell === standInShell && !wantsAllShells
      ? { ...shell, skip: 'the same on every shell; BOOKWHEEL_ALL_SHELLS=1 runs this on each' }
      : shell,
  )
