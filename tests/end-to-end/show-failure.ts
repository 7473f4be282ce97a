// What stood on the pages of a spec when it failed: a picture of each, and its parts in words in the report.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectFolder } from './hosts/program-folder.ts'
import type { Program } from './program.ts'

/** Absolute path of the folder for the pictures; nothing there is kept by git. */
const pictureFolder = join(projectFolder, 'node_modules', '.cache', 'failed-specs')

/** Milliseconds for each look: a page that hangs is no reason to wait. */
const patience = 3000

/** Characters of a line that are enough to know a paragraph by. */
const lineLength = 120

/** All pages of the browsers that these programs show themselves in, each once; not the empty ones that keep a context alive. */
function openPages(programs: readonly Program[]): Page[] {
  const browsers = new Set(programs.map(({ page }) => page.context().browser()))
  const pages = [...browsers].flatMap(
    (browser) => browser?.contexts().flatMap((context) => context.pages()) ?? [],
  )
  return pages.filter((page) => page.url() !== 'about:blank')
}

async function describePage(page: Page, picture: string): Promise<string> {
  const words = page.locator('body').ariaSnapshot({ timeout: patience })
  await page.screenshot({ path: picture, timeout: patience })
  const lines = (await words).split('\n').map((line) => line.slice(0, lineLength))
  return [picture, ...lines].join('\n')
}

/** Takes the pictures and writes the report to the standard error stream. `name` is that of the test. */
export async function showFailure(name: string, programs: readonly Program[]): Promise<void> {
  mkdirSync(pictureFolder, { recursive: true })
  const fileName = name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)
  const looks = openPages(programs).map((page, at) =>
    describePage(page, join(pictureFolder, `${fileName}-${at + 1}.png`)).catch(
      (cause: unknown) => `a page that could not be looked at: ${String(cause)}`,
    ),
  )
  console.error([`when “${name}” failed:`, ...(await Promise.all(looks))].join('\n\n'))
}
