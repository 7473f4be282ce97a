// Measures the program beside its budgets and its rivals, and prints the table. Runs in Node.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { explainerId } from '../../end-to-end/corpus-titles.ts'
import { loopbackArguments } from '../../end-to-end/hosts/launch-loopback.ts'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import { closeSharedChromium, openSharedChromium } from '../../end-to-end/hosts/shared-chromium.ts'
import { searchField } from '../../end-to-end/page-parts.ts'
import { measureKeeping, measureRivalKeeping } from '../shared/measure-keeping.ts'
import type { Contestant } from '../shared/measure-start.ts'
import { startContestant } from '../shared/measure-start.ts'
import type { Row } from '../shared/report-table.ts'
import { printReport } from '../shared/report-table.ts'
import { measureHighlighting, measureRivalPage } from './measure-highlighting.ts'
import { measureTyping } from './measure-typing.ts'

const starts = 7

/** `bytes` is how much it writes to disk at a key. */
const rival = (folder: string, bytes = 0): Contestant => ({
  args: [join(import.meta.dirname, 'bare-server.mjs'), folder, `${bytes}`],
  parts: { 'input[type=search]': 1, main: 1 },
})

const program = (dataFolder: string): Contestant => ({
  args: loopbackArguments(projectFolder, dataFolder),
  parts: { 'input[type=search]': 1, 'section article': 2 },
})

async function measureStarts(browser: Browser, contestant: () => Contestant): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < starts; run += 1) {
    const started = await startContestant(browser, contestant())
    times.push(started.time)
    await started.end()
  }
  return times
}

async function benchStarting(browser: Browser, folder: string): Promise<Row> {
  const own = await measureStarts(browser, () => program(mkdtempSync(join(folder, 'start-'))))
  const measurements = await measureStarts(browser, () => rival(folder))
  const what = 'a bare server and page'
  return {
    what: 'start to usable paint',
    own,
    unit: 'ms',
    budget: 1000,
    bounds: 'median',
    rival: { what, measurements },
  }
}

function weighScripts(): Row {
  const folder = join(projectFolder, 'out', 'renderer', 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length)
  const kilobytes = bytes.reduce((sum, each) => sum + each, 0) / 1000
  return { what: 'page’s script, gzipped', own: [kilobytes], unit: 'KB', budget: 350, bounds: 'median' }
}

async function benchTyping(browser: Browser, folder: string): Promise<Row> {
  const own = await startContestant(browser, program(mkdtempSync(join(folder, 'typing-'))))
  const library = own.page.getByRole('navigation', { name: 'Library and search' })
  const times = await measureTyping(own.page, searchField(own.page), library.locator('.library-scroll'))
  await own.end()
  const other = await startContestant(browser, rival(folder))
  const { page } = other
  const measurements = await measureTyping(page, page.getByRole('searchbox'), page.getByRole('main'))
  await other.end()
  const what = 'a fixed text fetched and shown'
  return {
    what: 'keystroke to painted results',
    own: times,
    unit: 'ms',
    budget: 1000 / 60,
    bounds: 'median',
    rival: { what, measurements },
  }
}

async function benchHighlighting(browser: Browser, folder: string): Promise<Row[]> {
  const dataFolder = mkdtempSync(join(folder, 'keeping-'))
  const own = await measureKeeping(loopbackArguments(projectFolder, dataFolder), explainerId)
  const { size } = statSync(join(dataFolder, 'annotations', `${explainerId}.json`))
  const other = rival(folder, size)
  const what = `${(size / 1000).toFixed(0)} KB sent for, written and flushed`
  const measurements = await measureRivalKeeping(other.args)
  const started = await startContestant(browser, program(mkdtempSync(join(folder, 'highlighting-'))))
  const inPage = await measureHighlighting(started.page)
  await started.end()
  const rivalStarted = await startContestant(browser, other)
  const rivalPage = await measureRivalPage(rivalStarted.page)
  await rivalStarted.end()
  return [
    {
      what: 'highlight acknowledged as on disk',
      own,
      unit: 'ms',
      budget: 10,
      bounds: 'p95',
      rival: { what, measurements },
    },
    {
      what: 'from the key to that word in a page',
      own: inPage,
      unit: 'ms',
      bounds: 'p95',
      rival: { what, measurements: rivalPage },
    },
  ]
}

/** Measures everything and prints the table on the standard output. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-bench-'))
  try {
    const browser = await openSharedChromium()
    const rows = [
      await benchStarting(browser, folder),
      weighScripts(),
      await benchTyping(browser, folder),
      ...(await benchHighlighting(browser, folder)),
    ]
    printReport(rows)
  } finally {
    await closeSharedChromium()
    rmSync(folder, { recursive: true, force: true })
  }
}
