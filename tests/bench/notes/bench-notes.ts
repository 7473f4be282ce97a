// Measures the program with a hundred thousand notes beside its budgets and its rivals, and prints the table. Runs in Node.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { explainerId } from '../../end-to-end/corpus-titles.ts'
import { loopbackArguments } from '../../end-to-end/hosts/launch-loopback.ts'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import { runProcess } from '../../end-to-end/hosts/run-process.ts'
import { closeSharedChromium, openSharedChromium } from '../../end-to-end/hosts/shared-chromium.ts'
import { measureKeeping } from '../shared/measure-keeping.ts'
import type { Contestant } from '../shared/measure-start.ts'
import { startContestant } from '../shared/measure-start.ts'
import type { Row } from '../shared/report-table.ts'
import { printReport } from '../shared/report-table.ts'
import { median } from '../shared/statistics.ts'
import { measureHighlighting } from '../start/measure-highlighting.ts'
import { measureTyping } from '../start/measure-typing.ts'
import { makeNotes, writeNotes } from './make-notes.ts'
import { measureFiltering, measureOpening } from './measure-notebook.ts'

const starts = 5
/** Milliseconds after which the program has read all notes on the quiet, at the pace of a slow machine. */
const quietReading = 8000
/** The rival takes about a second for each. */
const rivalSets = 3
/** Milliseconds that a full data folder may add to a start. */
const extraStart = 300

type Notes = ReadonlyMap<string, readonly Annotation[]>

const program = (dataFolder: string): Contestant => ({
  args: loopbackArguments(projectFolder, dataFolder),
  parts: { 'input[type=search]': 1, 'section article': 2 },
})

const bareServer = (folder: string): Contestant => ({
  args: [join(import.meta.dirname, '..', 'start', 'bare-server.mjs'), folder, '0'],
  parts: { 'input[type=search]': 1, main: 1 },
})

async function benchStarting(browser: Browser, full: string, empty: string): Promise<Row> {
  const own: number[] = []
  const measurements: number[] = []
  // By turns, so that a busy moment of the machine meets both.
  for (let run = 0; run < starts; run += 1) {
    for (const [folder, times] of [
      [full, own],
      [empty, measurements],
    ] as const) {
      const started = await startContestant(browser, program(folder))
      times.push(started.time)
      await started.end()
    }
  }
  return {
    what: 'start to usable paint',
    own,
    unit: 'ms',
    budget: median(measurements) + extraStart,
    bounds: 'median',
    rival: { what: 'the same with an empty data folder', measurements },
  }
}

async function measureRivalSets(folder: string, notes: Notes): Promise<number[]> {
  const all = Object.fromEntries([...notes.values()].flat().map((annotation) => [annotation.id, annotation]))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'notes.json'), JSON.stringify(all, undefined, '\t'))
  const args = [join(import.meta.dirname, 'conf-rival.mjs'), folder, `${rivalSets}`]
  const times: unknown = JSON.parse(await runProcess({ args }).firstLine)
  if (!Array.isArray(times)) throw new Error('the rival told no times')
  return times.map(Number)
}

async function measurePage(browser: Browser, dataFolder: string): Promise<number[]> {
  const started = await startContestant(browser, program(dataFolder))
  const times = await measureHighlighting(started.page)
  await started.end()
  return times
}

/** Against itself with nothing else in the folder, and against the plain way of keeping so many. */
async function benchHighlighting(
  browser: Browser,
  dataFolder: string,
  folder: string,
  notes: Notes,
): Promise<Row[]> {
  const own = await measureKeeping(program(dataFolder).args, explainerId)
  const alone = await measureKeeping(program(join(folder, 'kept-alone')).args, explainerId)
  const sets = await measureRivalSets(join(folder, 'rival'), notes)
  const inPage = await measurePage(browser, dataFolder)
  const alonePage = await measurePage(browser, join(folder, 'alone'))
  const row = {
    what: 'highlight acknowledged as on disk',
    own,
    unit: 'ms',
    budget: 10,
    bounds: 'p95',
  } as const
  const empty = 'the same with an empty data folder'
  return [
    { ...row, rival: { what: empty, measurements: alone } },
    { ...row, rival: { what: 'one `set` of conf, all in one store', measurements: sets } },
    {
      what: 'from the key to that word in a page',
      own: inPage,
      unit: 'ms',
      bounds: 'p95',
      rival: { what: empty, measurements: alonePage },
    },
  ]
}

/** The first opening at the first moment at which a reader could ask for it, while most notes have not been read yet. */
async function measureHastyOpening(browser: Browser, dataFolder: string): Promise<number> {
  const started = await startContestant(browser, program(dataFolder))
  const [first = Number.NaN] = await measureOpening(started.page, 1)
  await started.end()
  return first
}

async function benchNotebook(browser: Browser, dataFolder: string, folder: string): Promise<Row[]> {
  const hasty = await measureHastyOpening(browser, dataFolder)
  const started = await startContestant(browser, program(dataFolder))
  await new Promise((resolve) => {
    setTimeout(resolve, quietReading)
  })
  const [first = Number.NaN, ...openings] = await measureOpening(started.page, 15)
  const filtering = await measureFiltering(started.page)
  await started.end()
  const other = await startContestant(browser, bareServer(folder))
  const { page } = other
  const measurements = await measureTyping(page, page.getByRole('searchbox'), page.getByRole('main'))
  await other.end()
  const rival = { what: 'a fixed text fetched and shown', measurements }
  const row = (what: string, own: readonly number[], budget = extraStart): Row => ({
    what,
    own,
    unit: 'ms',
    budget,
    bounds: own.length > 1 ? 'p95' : 'median',
    rival,
  })
  return [
    row('notebook of everything, at once after the start', [hasty]),
    row('notebook of everything, the first time, later', [first]),
    row('notebook of everything, again', openings),
    row('first letter of the first filter', [filtering.first], 1000),
    row('letter of a filter to paint', filtering.others),
  ]
}

/** Measures everything and prints the table on the standard output. */
export async function benchNotes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-bench-'))
  try {
    const notes = await makeNotes(join(projectFolder, 'corpus', 'articles'))
    const full = join(folder, 'full')
    writeNotes(full, notes)
    const written = join(folder, 'written')
    cpSync(full, written, { recursive: true })
    const browser = await openSharedChromium()
    printReport([
      await benchStarting(browser, full, join(folder, 'empty')),
      ...(await benchNotebook(browser, full, folder)),
      ...(await benchHighlighting(browser, written, folder, notes)),
    ])
  } finally {
    await closeSharedChromium()
    rmSync(folder, { recursive: true, force: true })
  }
}
