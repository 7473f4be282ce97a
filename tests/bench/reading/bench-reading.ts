// Measures reading at its largest beside the budgets and a bare page, and prints the table. Runs in Node.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { loopbackArguments } from '../../end-to-end/hosts/launch-loopback.ts'
import { runProcess } from '../../end-to-end/hosts/run-process.ts'
import { closeSharedChromium, openSharedChromium } from '../../end-to-end/hosts/shared-chromium.ts'
import { articleIn, choice, libraryList, notebook, openButton } from '../../end-to-end/page-parts.ts'
import { writeNotes } from '../notes/make-notes.ts'
import type { Row } from '../shared/report-table.ts'
import { isMissed, printReport } from '../shared/report-table.ts'
import { long, makeLongNotes, makeProgram, writeParagraphs } from './make-long-library.ts'
import {
  measureBareClicks,
  measureBarePage,
  measureScrolling,
  noteHighlights,
  timeFromClick,
} from './measure-page.ts'

const openings = 7
const clicks = 15
/** Down the whole article and far down the notebook, as fast as a wheel that is turned hard. */
const scrolling = { step: 400, frames: 150 }

interface Started {
  page: Page
  end: () => Promise<void>
}

async function start(browser: Browser, programFolder: string, dataFolder: string): Promise<Started> {
  // Each begins with the desk of the first run.
  rmSync(join(dataFolder, 'workspace.json'), { force: true })
  const process = runProcess({ args: loopbackArguments(programFolder, dataFolder) })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  await context.addInitScript(noteHighlights, lastParagraph)
  const page = await context.newPage()
  await page.goto(await process.firstLine, { waitUntil: 'commit' })
  await articleIn(page, 1).waitFor()
  return {
    page,
    async end() {
      await context.close()
      process.signal('SIGKILL')
      await process.ended
    },
  }
}

/** What only the long article has: it is there when its five hundredth paragraph is. */
const lastParagraph = '[data-number="500"]'

/** Opens it and answers the milliseconds until it was painted. */
const openLong = (page: Page): Promise<number> =>
  timeFromClick(page, `[aria-label="Pane 1"] article ${lastParagraph}`, () =>
    openButton(libraryList(page), long.title).click(),
  )

/** Each opening on a page of its own, which has read nothing of the article yet. */
async function measureOpening(browser: Browser, programFolder: string, folder: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < openings; run += 1) {
    const { page, end } = await start(browser, programFolder, join(folder, `opening-${run}`))
    times.push(await openLong(page))
    await end()
  }
  return times
}

async function measurePainting(
  browser: Browser,
  programFolder: string,
  dataFolder: string,
): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < openings; run += 1) {
    const { page, end } = await start(browser, programFolder, dataFolder)
    await openButton(libraryList(page), long.title).click()
    const noted = await page.waitForFunction(() => {
      const { paintedHighlights: all } = window
      return all && all.count >= 20 && all.painted > all.last ? all.painted - all.first : null
    })
    times.push((await noted.jsonValue()) ?? Number.NaN)
    await end()
  }
  return times
}

/** Clicks on highlights here and there in the article and answers how soon each popover was painted. */
async function measureClicks(page: Page): Promise<number[]> {
  const times: number[] = []
  const scroller = page.locator('.pane-scroll').first()
  for (let click = 0; click < clicks; click += 1) {
    await scroller.evaluate(
      (element, share) => (element.scrollTop = element.scrollHeight * share),
      (click + 0.5) / clicks,
    )
    const place = await scroller.evaluate(findHighlight)
    times.push(
      await timeFromClick(page, '.annotation-popover .card', () => page.mouse.click(place.x, place.y)),
    )
    await page.keyboard.press('Escape')
    await page.locator('.annotation-popover').waitFor({ state: 'detached' })
  }
  return times
}

/** Runs in the page: the middle of a highlight that is in view. */
function findHighlight(scroller: Element): { x: number; y: number } {
  const view = scroller.getBoundingClientRect()
  for (const [name, highlight] of CSS.highlights) {
    if (!name.endsWith('yellow')) continue
    for (const range of highlight) {
      if (!(range instanceof Range)) continue
      const [box] = range.getClientRects()
      if (box && box.top > view.top + 80 && box.bottom < view.bottom - 300)
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    }
  }
  throw new Error('no highlight is in view')
}

const frames = (what: string, own: readonly number[], rival: Row['rival']): Row => ({
  what,
  own,
  unit: 'ms',
  budget: 50,
  bounds: 'longest',
  ...(rival && { rival }),
})

/** Measures everything and prints the table on the standard output; answers whether every budget was kept. */
export async function benchReading(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-bench-'))
  try {
    const programFolder = makeProgram(join(folder, 'program'))
    const full = join(folder, 'full')
    writeNotes(full, await makeLongNotes(programFolder))
    const browser = await openSharedChromium()

    const bare = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const paragraphs = writeParagraphs()
    const bareOpenings: number[] = []
    for (let run = 0; run < openings; run += 1) bareOpenings.push(await measureBarePage(bare, paragraphs))
    const bareClicks = await measureBareClicks(bare, clicks)
    const bareFrames = await measureScrolling(bare.locator('#all'), scrolling)
    await bare.close()

    const opening = await measureOpening(browser, programFolder, folder)
    const painting = await measurePainting(browser, programFolder, full)
    const { page, end } = await start(browser, programFolder, full)
    await openLong(page)
    const reading = await measureScrolling(page.locator('.pane-scroll').first(), scrolling)
    const clicked = await measureClicks(page)
    await choice(notebook(page), 'Everything').click()
    await notebook(page).getByText('10,000 highlights').waitFor()
    const listed = await measureScrolling(page.locator('.notebook-scroll'), scrolling)
    await end()

    const rival = { what: 'the text as bare paragraphs', measurements: bareFrames }
    const rows: Row[] = [
      {
        what: 'opening 50,000 words to paint',
        own: opening,
        unit: 'ms',
        budget: 300,
        bounds: 'median',
        rival: { what: rival.what, measurements: bareOpenings },
      },
      frames('frames of scrolling them', reading, rival),
      { what: '2,000 highlights to paint', own: painting, unit: 'ms', budget: 100, bounds: 'median' },
      {
        what: 'click on one of them to its card',
        own: clicked,
        unit: 'ms',
        budget: 50,
        bounds: 'median',
        rival: { what: 'a box on a bare page', measurements: bareClicks },
      },
      frames('frames of scrolling 10,000 entries', listed, rival),
    ]
    printReport(rows)
    return rows.every((row) => !isMissed(row))
  } finally {
    await closeSharedChromium()
    rmSync(folder, { recursive: true, force: true })
  }
}
