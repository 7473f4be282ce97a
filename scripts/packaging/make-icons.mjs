// node scripts/packaging/make-icons.mjs: draws icons/icon.svg at every size that the systems ask for, in the Chromium of the
// tests, and packs them as Windows and the Mac want them. What it makes is tracked, so that packaging needs no browser.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium, thisMachine } from '../find-chromium.mjs'
import { packIcns, packIco } from './pack-icons.mjs'

const folder = join(import.meta.dirname, 'icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/**
 * Draws at each size anew: the drawing itself has fewer parts where it is small.
 * @param {string} svg
 * @returns {Promise<Map<number, Buffer>>} PNG files by their size in pixels
 */
async function draw(svg) {
  const executablePath = await findChromium(thisMachine)
  if (executablePath === null) throw new Error('there is no Chromium to draw in; name one as CHROMIUM_PATH')
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } })
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of sizes) {
    await page.setContent(
      `<style>body { margin: 0; background: transparent }</style><img src="${address}" width="${size}" height="${size}" style="display: block">`,
    )
    await page.waitForFunction(() => document.querySelector('img')?.complete)
    const clip = { x: 0, y: 0, width: size, height: size }
    pictures.set(size, await page.screenshot({ clip, omitBackground: true }))
  }
  await browser.close()
  return pictures
}

const pictures = await draw(readFileSync(join(folder, 'icon.svg'), 'utf8'))
const linux = join(folder, 'linux')
rmSync(linux, { recursive: true, force: true })
mkdirSync(linux)
for (const [size, picture] of pictures) writeFileSync(join(linux, `${size}x${size}.png`), picture)
writeFileSync(join(folder, 'icon.ico'), packIco(pictures))
writeFileSync(join(folder, 'icon.icns'), packIcns(pictures))
