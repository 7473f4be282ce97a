// The program that is killed. It is bundled with one class of stores and runs as a process of its own, in plain Node.
import { writeSync } from 'node:fs'
import type { FileSystem } from '../../../electron/storage/file-system.ts'
import { nodeFileSystem } from '../../../electron/storage/file-system.ts'
import type { OpenStores } from '../../../electron/storage/open-stores.ts'
import { openWholly } from './open-wholly.ts'
import type { StoreClass } from '../../../electron/storage/safe-store.ts'
import type { Timing } from '../../../electron/storage/timing.ts'
import { articles, changeNotes } from './changing-notes.ts'
import { isScenario, runScenario } from './scenarios.ts'
import { watchCalls } from './watch-calls.ts'

/** Written at once and whole, so that no acknowledgement can be lost with the process. */
function tell(line: string): void {
  writeSync(1, `${line}\n`)
}

/** Backups fall due at once, so that kills meet them too. */
function createHastyTiming(): Timing {
  let now = 0
  return {
    elapsed: () => (now += 1_000_000),
    after(_milliseconds, act) {
      const timer = setImmediate(act)
      return () => clearImmediate(timer)
    },
  }
}

/** Changes notes for ever, saying each change after it is stored. */
async function writeForEver(stores: OpenStores): Promise<never> {
  tell('open')
  for (let turn = 0; ; turn += 1) {
    const article = articles[turn % articles.length] ?? articles[0]
    const store = stores.annotations(article)
    const { notes, changed } = changeNotes(article, store.read())
    store.replace(notes)
    tell(`${article} ${changed.number} ${changed.revision}`)
    if (turn % 4 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Dies before the call to the system with this number. */
function dieBefore(step: number): FileSystem {
  return watchCalls(nodeFileSystem, (_call, number) => {
    if (number !== step) return
    process.kill(process.pid, 'SIGKILL')
    // The signal may take a moment; nothing more may happen until then.
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
  })
}

/** `write <folder>`, or `step <folder> <scenario> <step>`, which says `stored` after each write and `done` at the end. */
export async function runProgram(StoreClass: StoreClass): Promise<void> {
  const [mode, folder = '', scenario = '', step = ''] = process.argv.slice(2)
  const options = { folder, StoreClass, shell: 'loopback', clock: Date.now } as const
  if (mode === 'write') {
    const stores = openWholly({ ...options, timing: createHastyTiming() })
    if (stores.readOnly !== null) throw new Error(`The folder cannot be written: ${stores.readOnly.kind}`)
    await writeForEver(stores)
  }
  if (!isScenario(scenario)) throw new Error(`There is no scenario "${scenario}".`)
  runScenario(scenario, { ...options, fileSystem: dieBefore(Number(step)) }, () => tell('stored'))
  tell('done')
}
