// Runs the tour under strace, or where there is no network at all. Runs in Node, on Linux.
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Program } from '../../end-to-end/program.ts'
import type { TourReport } from './tour.ts'
import type { Trace } from './read-trace.ts'
import { readTrace } from './read-trace.ts'

type ShellName = Program['shell']

const reportSchema: z.ZodType<TourReport> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), name: z.string(), problem: z.string().nullable() }),
  z.object({ kind: z.literal('skip'), name: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('rest'), operations: z.array(z.string()) }),
  z.object({ kind: z.literal('end') }),
])

/** What a tour has told, and how its process ended. */
export interface TourRun {
  reports: TourReport[]
  exitCode: number | null
  errorOutput: string
}

const runner = join(import.meta.dirname, 'run-tour.mjs')

async function run(
  command: string,
  args: readonly string[],
  shell: ShellName,
  folder: string,
): Promise<TourRun> {
  mkdirSync(folder, { recursive: true })
  const child = spawn(command, [...args, process.execPath, runner, shell, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const reports: TourReport[] = []
  let errorOutput = ''
  createInterface(child.stdout).on('line', (line) => reports.push(reportSchema.parse(JSON.parse(line))))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errorOutput += text))
  const [exitCode]: unknown[] = await once(child, 'close')
  return { reports, exitCode: typeof exitCode === 'number' ? exitCode : null, errorOutput }
}

/** Takes the tour under strace and reads what it has seen. `folder` is new. */
export async function watchTour(shell: ShellName, folder: string): Promise<TourRun & { trace: Trace }> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'trace')
  // Only calls to the network stop the processes, so that the tour is not slowed down.
  const args = [
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-s',
    '256',
    '-e',
    'trace=%network',
    '-e',
    'signal=none',
    '-o',
    path,
  ]
  const tour = await run('strace', args, shell, join(folder, 'tour'))
  const lines: string[] = []
  for await (const line of createInterface(createReadStream(path))) lines.push(line)
  return { ...tour, trace: readTrace(lines) }
}

/** Takes the tour in a network namespace of its own, which has the loopback device and nothing else. `folder` is new. */
export function isolateTour(shell: ShellName, folder: string, unshare: readonly string[]): Promise<TourRun> {
  const args = [...unshare.slice(1), 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
  return run(unshare[0] ?? 'unshare', args, shell, folder)
}

/** How a network namespace can be had here, or `null`. Root needs no user namespace, others do. */
export function findUnshare(): readonly string[] | null {
  const ways = [
    ['unshare', '-n'],
    ['unshare', '-r', '-n'],
  ] as const
  return (
    ways.find(([command, ...args]) => succeeds(command, ...args, 'sh', '-c', 'ip link set lo up')) ?? null
  )
}

/** Why strace cannot be had, or `null`. Root has it installed where it is missing, with a line that says so. */
export function demandStrace(): string | null {
  if (process.platform !== 'linux') return 'it is a tool of Linux'
  if (!succeeds('strace', '-V')) {
    if (process.getuid?.() !== 0) return 'it is not installed: apt-get install strace'
    console.log('strace is missing and is being installed (apt-get install strace)')
    if (!succeeds('apt-get', 'install', '-y', 'strace')) return 'it could not be installed'
  }
  return succeeds('strace', '-qq', '-o', '/dev/null', 'true') ? null : 'it may not watch processes here'
}

function succeeds(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
