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
import { measureHighlighting, measureRivalKeeping } from './measure-highlighting.ts'
import type { Contestant } from './measure-start.ts'
import { startContestant } from './measure-start.ts'
import { measureTyping } from './measure-typing.ts'
import { median, p95 } from './statistics.ts'

/** One line of the table. */
interface Row {
  what: string
  /** Measurements in `unit`; one where nothing varies. */
  own: readonly number[]
  unit: 'ms' | 'KB'
  budget: number
  /** Which figure the budget bounds. */
  bounds: 'median' | 'p95'
  rival?: { what: string; measurements: readonly number[] }
}

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

async function benchHighlighting(browser: Browser, folder: string): Promise<Row> {
  const dataFolder = mkdtempSync(join(folder, 'highlighting-'))
  const started = await startContestant(browser, program(dataFolder))
  const own = await measureHighlighting(started.page)
  await started.end()
  const { size } = statSync(join(dataFolder, 'annotations', `${explainerId}.json`))
  const other = await startContestant(browser, rival(folder, size))
  const measurements = await measureRivalKeeping(other.page)
  await other.end()
  const what = `${(size / 1000).toFixed(0)} KB sent for, written and flushed`
  return {
    what: 'highlight to “on disk”',
    own,
    unit: 'ms',
    budget: 10,
    bounds: 'p95',
    rival: { what, measurements },
  }
}

/** A budget that even the rival misses says something of the machine, not of the program. */
function judge({ own, budget, bounds, rival: other }: Row): string {
  const bounded = bounds === 'median' ? median : p95
  if (bounded(own) <= budget) return 'kept'
  return other !== undefined && bounded(other.measurements) > budget ? 'over, rival too' : 'MISSED'
}

function formatRow(row: Row): string[] {
  const { what, own, unit, budget, bounds, rival: other } = row
  const figure = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`
  const ratio = other === undefined ? '' : `${(median(own) / median(other.measurements)).toFixed(1)} ×`
  return [
    what,
    `${own.length}`,
    figure(median(own)),
    own.length > 1 ? figure(p95(own)) : '',
    `${figure(budget)}${bounds === 'p95' ? ' (p95)' : ''}`,
    judge(row),
    other === undefined ? '' : `${figure(median(other.measurements))}, ${ratio}`,
    other?.what ?? '',
  ]
}

function printTable(rows: readonly string[][]): void {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
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
      await benchHighlighting(browser, folder),
    ]
    const head = ['', 'n', 'median', 'p95', 'budget', '', 'rival', '']
    printTable([head, ...rows.map(formatRow)])
    console.log('\nThe machine may be shared: the ratio to a rival in the same run tells more than the time.')
  } finally {
    await closeSharedChromium()
    rmSync(folder, { recursive: true, force: true })
  }
}
