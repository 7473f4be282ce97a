// Takes pictures of the running program: the README's, or every state in every theme. Runs in Node.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchLoopback } from '../hosts/launch-loopback.ts'
import { closeSharedChromium } from '../hosts/shared-chromium.ts'
import type { Program } from '../program.ts'
import { resizeWindow } from './resize-window.ts'
import { deskScenes } from './desk-scenes.ts'
import { dialogScenes } from './dialog-scenes.ts'
import type { Scene } from './scenes.ts'
import { otherScenes, reading } from './scenes.ts'
import { shrinkPng } from './shrink-png.ts'

const themes = ['light', 'sepia', 'dark'] as const
const wide = { width: 1440, height: 900 }
const narrow = { width: 900, height: 800 }
const small = { width: 400, height: 800 }

/** Puts a page in a theme as its own settings would; a program that only reads, or has gone, keeps none. */
async function showTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name
  }, theme)
}

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const path = join(folder, `${name}.png`)
  writeFileSync(path, shrinkPng(await page.screenshot({ animations: 'disabled' })))
  console.log(path)
}

/** Runs a scene in a new program and takes its picture in each theme and size. */
async function pictureScene(
  scene: Scene,
  name: string,
  folder: string,
  sizes: readonly { width: number; height: number }[],
): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bookwheel-pictures-'))
  const programs: Program[] = []
  try {
    for (const size of sizes) {
      const program = await launchLoopback({ dataFolder: mkdtempSync(join(dataFolder, 'data-')) })
      programs.push(program)
      const shown = (await scene.prepare?.(program)) ?? program
      if (shown !== program) programs.push(shown)
      await resizeWindow(shown.page, size)
      await scene.open?.(shown.page, size.width)
      for (const theme of themes) {
        await showTheme(shown.page, theme)
        await takePicture(shown.page, folder, `${name}-${theme}-${size.width}`)
      }
    }
  } finally {
    await Promise.all(programs.map((program) => program.dispose()))
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/**
 * Takes the README's pictures into `folder`, and with `all` those of every state, wide, narrow and small; with names only
 * those of these states.
 */
export async function takePictures(
  folder: string,
  all: boolean,
  names: readonly string[] = [],
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const scenes = { reading, ...otherScenes, ...dialogScenes, ...deskScenes }
  const unknown = names.filter((name) => !Object.hasOwn(scenes, name))
  if (unknown.length > 0) throw new Error(`there is no picture of ${unknown.join(', ')}`)
  try {
    for (const [name, scene] of Object.entries<Scene>(scenes)) {
      if (names.length > 0 ? !names.includes(name) : !all && scene !== reading) continue
      await pictureScene(scene, name, folder, all ? [wide, narrow, small] : [wide])
    }
  } finally {
    await closeSharedChromium()
  }
}
