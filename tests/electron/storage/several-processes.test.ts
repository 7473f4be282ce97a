// Real processes on one data folder: racing for its lock, and killed while they write.
import type { ChildProcessByStdio } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOwnIdentity } from '../../../electron/storage/process-identity.ts'
import { buildForNode } from '../build-for-node.ts'
import { openRealStores } from './open-real-stores.ts'
import { readTree } from './read-tree.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const program = buildForNode(join(import.meta.dirname, 'child-program.ts'))

interface Child {
  process: ChildProcessByStdio<Writable, Readable, null>
  /** Answers line by line. */
  lines: AsyncIterator<string>
}

const children: Child[] = []
afterAll(() => {
  for (const child of children) child.process.kill('SIGKILL')
})

function startChild(...arguments_: string[]): Child {
  const child = spawn(process.execPath, [program.path, ...arguments_], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const started = { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
  children.push(started)
  return started
}

async function nextLine({ lines }: Child): Promise<string> {
  const { value, done } = await lines.next()
  if (done === true) throw new Error('The process ended without an answer.')
  return value
}

/** Starting processes takes its time on a busy machine. */
const patience = 60_000

describe('a race for the lock', () => {
  const dead = JSON.stringify({ ...readOwnIdentity(), pid: 0x7ffffffe, shell: 'loopback' })
  const rounds = 20
  let racers: Child[]
  /** The racers let go of what they hold, if anything. */
  async function release(): Promise<void> {
    for (const child of racers) child.process.stdin.write('\n')
    await Promise.all(racers.map(nextLine))
  }

  beforeAll(async () => {
    racers = [startChild('race'), startChild('race')]
    // From their first answer on they are quick.
    await release()
  }, patience)

  it.each([
    ['that a dead process left', dead],
    ['that is garbled', '{"pid":'],
    ['that is not there', null],
  ])(
    'has exactly one winner, each time, over a lock %s',
    async (_, stale) => {
      const outcomes: string[][] = []
      for (let round = 0; round < rounds; round += 1) {
        const folder = makeTemporaryFolder()
        if (stale !== null) leaveOldLock(folder, stale)
        const moment = Date.now() + 3
        for (const child of racers) child.process.stdin.write(`${moment} ${folder}\n`)
        const answers = await Promise.all(racers.map(nextLine))
        outcomes.push([...answers.toSorted(), ...readdirSync(folder)])
        await release()
      }
      expect(outcomes).toEqual(Array.from({ length: rounds }, () => ['held', 'taken', 'bookwheel.lock']))
    },
    patience,
  )
})

function leaveOldLock(folder: string, content: string): void {
  const path = join(folder, 'bookwheel.lock')
  writeFileSync(path, content)
  utimesSync(path, 0, 0)
}

describe('a process that is killed while it writes', () => {
  it(
    'loses no write that it acknowledged and leaves nothing behind, 20 times',
    async () => {
      const folders = [1, 2, 3, 4].map(() => makeTemporaryFolder())
      const survived = await Promise.all(folders.map((folder) => killRepeatedly(folder, 5)))
      expect(survived).toEqual([5, 5, 5, 5])
    },
    patience,
  )
})

/**
 * Kills one process after the other in the same folder and looks at it each time as the next start would. Answers
 * how many kills the folder survived.
 */
async function killRepeatedly(folder: string, kills: number): Promise<number> {
  let survived = 0
  for (; survived < kills; survived += 1) {
    const acknowledged = await writeAndKill(folder, 1 + survived)
    const stores = openRealStores(folder)
    const numbers = stores
      .annotations('treaty')
      .read()
      .map(({ id }) => Number(id.slice(-12)))
    stores.close()
    expect({ readOnly: stores.readOnly, notices: stores.notices() }).toEqual({ readOnly: null, notices: [] })
    expect(numbers.length).toBeGreaterThanOrEqual(acknowledged)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(Object.keys(readTree(folder, []))).toEqual(['annotations', 'annotations/treaty.json'])
  }
  return survived
}

/** Answers the number of the last write that the process acknowledged before it died. */
async function writeAndKill(folder: string, writes: number): Promise<number> {
  const child = startChild('write', folder)
  const ended = once(child.process, 'exit')
  let last = 0
  for (let write = 0; write < writes; write += 1) last = Number(await nextLine(child))
  child.process.kill('SIGKILL')
  for (;;) {
    const { value, done } = await child.lines.next()
    if (done === true) break
    last = Number(value)
  }
  await ended
  return last
}
