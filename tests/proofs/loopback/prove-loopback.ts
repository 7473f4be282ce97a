// Starts the built program in browser mode on a folder with notes, attacks it, and puts figures beside goals. Runs in Node.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { explainerId } from '../../end-to-end/corpus-titles.ts'
import { loopbackArguments } from '../../end-to-end/hosts/launch-loopback.ts'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import type { RunningProcess } from '../../end-to-end/hosts/run-process.ts'
import { runProcess } from '../../end-to-end/hosts/run-process.ts'
import { snapshotFolder } from '../../end-to-end/snapshot-folder.ts'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'
import type { Figure } from '../shared/figures.ts'
import { boundFigure, countFigure, reportFigure, reportSkip } from '../shared/figures.ts'
import {
  attackProgram,
  callWell,
  knock,
  openSilently,
  readOwnAddresses,
  sendSlowly,
  tryTokens,
} from './attack-program.ts'
import type { Target } from './list-attacks.ts'

/** Connections that say nothing, all open at once. */
const silentConnections = 1000

/** A running program and how to reach it. */
interface RunningProgram {
  process: RunningProcess
  target: Target
}

async function start(dataFolder: string): Promise<RunningProgram> {
  const process = runProcess({ args: loopbackArguments(projectFolder, dataFolder) })
  const { port, hash } = new URL(await process.firstLine)
  return { process, target: { port: Number(port), token: hash.slice('#t='.length) } }
}

async function stop({ process }: RunningProgram): Promise<void> {
  process.signal('SIGINT')
  await process.ended
}

async function call({ port, token }: Target, operation: string, input: unknown): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/api/call/${operation}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return z.object({ ok: z.literal(true), value: z.unknown() }).parse(await response.json()).value
}

/** Leaves a note in the folder, and the backup of it that each run's end brings: later runs have nothing to write. */
async function writeNote(dataFolder: string): Promise<void> {
  const program = await start(dataFolder)
  try {
    const article = await call(program.target, 'readArticle', { articleId: explainerId })
    const { contentHash } = z.object({ contentHash: z.string() }).parse(article)
    const draft = { id: randomUUID(), articleId: explainerId, revision: 0, contentHash }
    const note = { start: 0, end: 20, colour: 'yellow', note: 'What nobody else may read.' }
    await call(program.target, 'saveAnnotation', { ...draft, ...note })
  } finally {
    await stop(program)
  }
}

/** What was found out of reach, or the reason that nothing could be tried. */
async function knockFromOutside(port: number): Promise<Figure> {
  const addresses = [...readOwnAddresses(), '::1', '127.0.0.2']
  if (addresses.length === 2)
    reportSkip('this machine from outside', 'it has no address that others could reach')
  return countFigure('other addresses of this machine are refused', 2, await knock(port, addresses))
}

async function readFigures({ process, target }: RunningProgram, dataFolder: string): Promise<Figure[]> {
  const before = snapshotFolder(dataFolder)
  const logBefore = process.errorOutput()
  const slow = sendSlowly(target)
  const { checks, leakedBytes } = await attackProgram(target)
  const knocks = await knockFromOutside(target.port)
  const tokens = await tryTokens(target)
  // Before the silent ones, which would push out whoever has sent no whole head.
  const late = await slow
  const silent = await openSilently(target, silentConnections)
  const alive: Check[] = [await callWell(target), expectSame('its log', process.errorOutput(), logBefore)]
  const after = snapshotFolder(dataFolder)
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return [
    countFigure('attacks answered with exactly their status and every security header', 60, checks),
    boundFigure('bytes of data in refusals', 0, leakedBytes, ' bytes'),
    countFigure('guessing the token is stopped after twenty, the page goes on', 2, tokens),
    countFigure('slow senders are turned away with 408', 2, late),
    countFigure(
      `good calls are answered within a second beside up to ${silentConnections} silent connections`,
      10,
      silent,
    ),
    knocks,
    countFigure('the program goes on as if nothing had been', 1, alive),
    countFigure(
      'files and folders of the data folder are as before, to the byte',
      5,
      paths.map((path) => expectSame(path, after[path], before[path])),
    ),
  ]
}

/** Proves it and answers the exit code. */
export async function proveLoopback(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-proof-'))
  const dataFolder = join(folder, 'data')
  try {
    await writeNote(dataFolder)
    const program = await start(dataFolder)
    try {
      // The port file is written once the program listens; the library is read by the time of the first answer.
      await call(program.target, 'listLibrary', {})
      return (await readFigures(program, dataFolder)).map(reportFigure).every(Boolean) ? 0 : 1
    } finally {
      await stop(program)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
