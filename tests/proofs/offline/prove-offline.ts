// Takes a tour through every feature of both shells while somebody watches, and puts figures beside goals. Runs in Node.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operationNames } from '../../../electron/contract/operation-names.ts'
import { findReporting, findUnnamedAddresses, readShippedFiles } from '../../end-to-end/read-shipped-code.ts'
import type { Check } from '../shared/check.ts'
import type { Figure } from '../shared/figures.ts'
import { boundFigure, countFigure, reportFigure, reportSkip } from '../shared/figures.ts'
import type { Trace } from './read-trace.ts'
import { tourSteps } from './tour-steps.ts'
import type { TourRun } from './watch-tour.ts'
import { demandStrace, findUnshare, isolateTour, watchTour } from './watch-tour.ts'

const shells = ['loopback', 'desktop'] as const

/** How many steps a shell must pass: all but those that only the other has. */
function expectedSteps(shell: string): number {
  return tourSteps.filter(({ only }) => only === undefined || only.shell === shell).length
}

function stepFigure(title: string, shell: string, run: TourRun): Figure {
  const checks: Check[] = run.reports.flatMap((report) =>
    report.kind === 'step'
      ? [{ name: report.name, holds: report.problem === null, detail: report.problem ?? '' }]
      : [],
  )
  const hasEnded = run.exitCode === 0 && run.reports.at(-1)?.kind === 'end'
  const end = { name: 'the end of the tour', holds: hasEnded, detail: run.errorOutput.slice(-500) }
  return countFigure(title, expectedSteps(shell) + 1, [...checks, end])
}

function tellSkips({ reports }: TourRun, shell: string): void {
  for (const report of reports) {
    if (report.kind === 'skip') reportSkip(`${shell}: ${report.name}`, report.reason)
  }
}

/** An empty list of addresses is the goal; what is in it is told. */
function emptyFigure(title: string, found: readonly string[]): Figure {
  const figure = boundFigure(title, 0, found.length)
  return { ...figure, failed: found.map((name) => ({ name, holds: false, detail: 'seen' })) }
}

function traceFigures(shell: string, trace: Trace): Figure[] {
  const title = `${shell}: connections within this machine, so that the figures above say something`
  return [
    emptyFigure(`${shell}: addresses of other machines that anything was sent to`, trace.foreign),
    emptyFigure(`${shell}: ways in which a name was looked up`, trace.lookups),
    emptyFigure(`${shell}: attempts of Chromium's to leave, which met the dead proxy`, trace.deadEnds),
    { title, goal: 'at least 1', found: `${trace.ownCount}`, isMet: trace.ownCount >= 1, failed: [] },
  ]
}

/** Every operation is a way to make the program do something: one that no step leads to has not been watched. */
function operationFigure(run: TourRun): Figure {
  const report = run.reports.find(({ kind }) => kind === 'rest')
  const rest = report?.kind === 'rest' ? report.operations : operationNames
  const checks = operationNames.map((name) => ({
    name,
    holds: !rest.includes(name),
    detail: 'no step of the tour asks for it',
  }))
  return countFigure('operations of the contract that the tour has asked for', operationNames.length, checks)
}

function shippedFigures(): Figure[] {
  const files = readShippedFiles()
  const check = (find: (file: (typeof files)[number]) => string | null): Check[] =>
    files.map((file) => ({ name: file.path, holds: find(file) === null, detail: find(file) ?? '' }))
  return [
    countFigure(
      'files of the built program name no address but those that nobody connects to',
      5,
      check((file) => findUnnamedAddresses(file)[0] ?? null),
    ),
    countFigure('hold nothing that reports, counts or updates', 5, check(findReporting)),
  ]
}

async function watched(folder: string): Promise<Figure[]> {
  const reason = demandStrace()
  if (reason !== null) {
    reportSkip('the tour under strace', reason)
    return []
  }
  const figures: Figure[] = []
  for (const shell of shells) {
    const run = await watchTour(shell, join(folder, `watched-${shell}`))
    tellSkips(run, shell)
    const { probes } = run.trace
    console.log(
      `       ${shell}: sockets by which Chromium asks for a road to IPv6, sending nothing: ${probes.join(', ') || 'none'}`,
    )
    figures.push(stepFigure(`${shell}: steps of the tour pass under strace`, shell, run))
    figures.push(...traceFigures(shell, run.trace))
    if (shell === 'loopback') figures.push(operationFigure(run))
  }
  return figures
}

async function isolated(folder: string): Promise<Figure[]> {
  const unshare = process.platform === 'linux' ? findUnshare() : null
  if (unshare === null) {
    reportSkip('the tour without a network', 'this system gives no network namespace (unshare -n)')
    return []
  }
  const figures: Figure[] = []
  for (const shell of shells) {
    const run = await isolateTour(shell, join(folder, `isolated-${shell}`), unshare)
    figures.push(stepFigure(`${shell}: steps of the tour pass where there is no network at all`, shell, run))
  }
  return figures
}

/** Proves it and answers the exit code. */
export async function proveOffline(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-proof-'))
  try {
    const figures = [...shippedFigures(), ...(await watched(folder)), ...(await isolated(folder))]
    return figures.map(reportFigure).every(Boolean) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
