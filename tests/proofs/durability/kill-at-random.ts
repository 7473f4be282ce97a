// Kills a writing process at random moments, and looks each time at what the next start finds. Runs in Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { annotationsFormat } from '../../../electron/storage/document-formats.ts'
import { openWholly } from './open-wholly.ts'
import { readStore } from '../../../electron/storage/read-store.ts'
import type { Check } from '../shared/check.ts'
import type { StoreBundle } from './bundle-programs.ts'
import type { NoteState } from './changing-notes.ts'
import { isIntact } from './changing-notes.ts'
import { isLeftover, readFolder } from './read-folder.ts'

/** What many kills came to. */
export interface KillFigures {
  /** One for each kill. */
  checks: Check[]
  /** How many writes were acknowledged. */
  acknowledged: number
  /** How many kills left a temporary file, so that they fell into the middle of a write or a backup. */
  midWrite: number
}

/**
 * A process is killed when it has acknowledged some number of writes below this, and so many milliseconds later: the
 * first spreads the kills however busy the machine is, the second over all that lies between two writes.
 */
const spread = { writes: 8, milliseconds: 15 } as const

/** In each folder so many processes are killed one after the other. */
const killsPerFolder = 50

/** Kills so many processes, three at a time: they wait for the disk as much as they compute. */
export async function killAtRandom(bundle: StoreBundle, kills: number, folder: string): Promise<KillFigures> {
  const figures: KillFigures = { checks: [], acknowledged: 0, midWrite: 0 }
  let begun = 0
  async function lane(name: string): Promise<void> {
    const known = new Map<string, NoteState>()
    let count = 0
    while (begun < kills) {
      begun += 1
      count += 1
      const data = join(folder, `${name}-${Math.floor(count / killsPerFolder)}`)
      if (count % killsPerFolder === 0) known.clear()
      mkdirSync(data, { recursive: true })
      const acknowledged = await writeAndKill(bundle.program, data, known)
      figures.acknowledged += acknowledged
      if ([...readFolder(data).keys()].some((path) => path.endsWith('.bookwheel-tmp'))) figures.midWrite += 1
      const faults = findFaults(bundle, data, known)
      figures.checks.push({
        name: `${bundle.storePackage}, kill ${begun}`,
        holds: faults.length === 0,
        detail: faults.join('; '),
      })
    }
  }
  await Promise.all([lane('a'), lane('b'), lane('c')])
  return figures
}

/** Answers how many writes were acknowledged, and puts their notes down in `known`. */
async function writeAndKill(program: string, data: string, known: Map<string, NoteState>): Promise<number> {
  const child = spawn(process.execPath, [program, 'write', data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const output: string[] = []
  const awaitedLines = Math.floor(Math.random() * spread.writes) + 1
  const enough = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.push(text)
      if (output.join('').split('\n').length > awaitedLines) resolve()
    })
  })
  // One in ten dies at some moment of its start, when it may be cleaning up after the one before.
  if (Math.random() < 0.1) await pause(Math.random() * 150)
  else {
    await Promise.race([enough, closed])
    await pause(Math.random() * spread.milliseconds)
  }
  child.kill('SIGKILL')
  await closed
  // What stands behind the last line feed was cut off, and so was never acknowledged.
  const lines = output.join('').split('\n').slice(0, -1)
  const acknowledged = lines.filter((line) => line !== 'open')
  for (const line of acknowledged) {
    const [article = '', number, revision] = line.split(' ')
    known.set(`${article} ${number}`, { article, number: Number(number), revision: Number(revision) })
  }
  return acknowledged.length
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** What is wrong with a folder when it is opened after a kill; the second look is at what is left when it is closed. */
function findFaults(
  { StoreClass }: StoreBundle,
  data: string,
  known: ReadonlyMap<string, NoteState>,
): string[] {
  const faults: string[] = []
  const stores = openWholly({ folder: data, StoreClass, shell: 'loopback', clock: Date.now })
  if (stores.readOnly !== null) faults.push(`read-only: ${stores.readOnly.kind}`)
  for (const notice of stores.notices()) faults.push(JSON.stringify(notice))
  for (const { article, number, revision } of known.values()) {
    const found = stores.annotations(article).read()[number - 1]
    if (found === undefined || found.revision < revision) {
      faults.push(`${article} ${number} is at ${found?.revision ?? 'nothing'}, acknowledged was ${revision}`)
    }
  }
  for (const article of stores.annotatedArticles()) {
    if (!stores.annotations(article).read().every(isIntact)) faults.push(`words of ${article} are mixed up`)
  }
  stores.close()
  for (const path of readFolder(data).keys()) {
    if (isLeftover(path)) faults.push(`left behind: ${path}`)
    const article = /^backups\/annotations\/([^/]+)\//.exec(path)?.[1]
    if (article !== undefined && !isSound(join(data, path), article)) faults.push(`damaged backup: ${path}`)
  }
  return faults
}

function isSound(path: string, article: string): boolean {
  const reading = readStore(path, annotationsFormat(article))
  return reading.kind === 'usable' && reading.dropped.length === 0 && reading.value.every(isIntact)
}
