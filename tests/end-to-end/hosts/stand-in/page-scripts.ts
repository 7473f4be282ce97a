// The scripts that make a Chromium page a window's page: the bridge, and the program's own preload script in a world of
// its own. Runs in the stand-in's process.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { preloadWorld, runPreloadFunction, tellBinding } from './page/world-names.ts'

let bundleFolder = ''

/** Says where the bundled stand-in lies. */
export function preparePageScripts(folder: string): void {
  bundleFolder = folder
}

/** Frames within the page have no preload script, as in Electron unless a program asks for it. */
function inMainFrameOnly(script: string): string {
  return `if (window === window.top) {\n${script}\n}`
}

/** A sandboxed preload script has no Node; `require` is all that it gets. */
function runPreload(text: string): string {
  return `${runPreloadFunction}((require) => { const module = { exports: {} }, exports = module.exports\n${text}\n})`
}

function readBundled(name: string): string {
  return readFileSync(join(bundleFolder, name), 'utf8')
}

/** Prepares the page behind a session for every document to come. `preloadPath` is that of the built script. */
export async function addPageScripts(session: CDPSession, preloadPath: string): Promise<void> {
  await session.send('Runtime.addBinding', { name: tellBinding, executionContextName: preloadWorld })
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: inMainFrameOnly(readBundled('page-world.js')),
  })
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: inMainFrameOnly(
      `${readBundled('preload-world.js')}\n${runPreload(readFileSync(preloadPath, 'utf8'))}`,
    ),
    worldName: preloadWorld,
  })
}
