// The table in which a bench tells its figures beside their budgets and rivals. Runs in Node.
import { longest, median, p95 } from './statistics.ts'

/** One line of the table. */
export interface Row {
  what: string
  /** Measurements in `unit`; one where nothing varies. */
  own: readonly number[]
  unit: 'ms' | 'KB'
  /** Absent where the figure only explains another one. */
  budget?: number
  /** Which figure the budget bounds. */
  bounds: 'median' | 'p95' | 'longest'
  rival?: { what: string; measurements: readonly number[] }
}

const figures = { median, p95, longest }

/** Whether the bounded figure is over its budget, and the rival's is not. */
export function isMissed(row: Row): boolean {
  return judge(row) === 'MISSED'
}

/** A budget that even the rival misses says something of the machine, not of the program. */
function judge({ own, budget, bounds, rival }: Row): string {
  if (budget === undefined) return ''
  const bounded = figures[bounds]
  if (bounded(own) <= budget) return 'kept'
  return rival !== undefined && bounded(rival.measurements) > budget ? 'over, rival too' : 'MISSED'
}

function formatRow(row: Row): string[] {
  const { what, own, unit, budget, bounds, rival } = row
  const figure = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`
  const ratio = rival === undefined ? '' : `${(median(own) / median(rival.measurements)).toFixed(1)} ×`
  return [
    what,
    `${own.length}`,
    figure(median(own)),
    own.length > 1 ? figure(p95(own)) : '',
    budget === undefined
      ? ''
      : `${figure(budget)}${bounds === 'median' ? '' : ` (${bounds}${bounds === 'longest' ? ` ${figure(longest(own))}` : ''})`}`,
    judge(row),
    rival === undefined ? '' : `${figure(median(rival.measurements))}, ${ratio}`,
    rival?.what ?? '',
  ]
}

/** Prints the table on the standard output. */
export function printReport(rows: readonly Row[]): void {
  const lines = [['', 'n', 'median', 'p95', 'budget', '', 'rival', ''], ...rows.map(formatRow)]
  const widths = (lines[0] ?? []).map((_cell, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  for (const line of lines)
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  console.log('\nThe machine may be shared: the ratio to a rival in the same run tells more than the time.')
}
