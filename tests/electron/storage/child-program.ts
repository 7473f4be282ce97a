// Runs as a process of its own, to be raced against others or killed: see several-processes.test.ts. It is bundled first.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Conf from 'conf'
import type { LockAttempt } from '../../../electron/storage/lock.ts'
import { takeLock } from '../../../electron/storage/lock.ts'
import { openStores } from '../../../electron/storage/open-stores.ts'
import { sampleAnnotation } from './sample-annotation.ts'

/** Written at once and whole, so that no answer can be lost with the process. */
function answer(line: string): void {
  writeSync(1, `${line}\n`)
}

/**
 * For each line `<moment> <folder>` waits for that moment (milliseconds since 1970), then tries for the folder's
 * lock and says how that ended; an empty line gives the lock back.
 */
function race(): void {
  let attempt: LockAttempt | null = null
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === '') {
      if (attempt?.kind === 'taken') attempt.release()
      answer('released')
      return
    }
    const gap = line.indexOf(' ')
    const moment = Number(line.slice(0, gap))
    while (performance.timeOrigin + performance.now() < moment);
    attempt = takeLock(line.slice(gap + 1), 'loopback')
    answer(attempt.kind)
  })
}

/** Adds annotations to one article for ever, saying the number of each after it is stored. */
function write(folder: string): void {
  const stores = openStores({ folder, StoreClass: Conf, shell: 'loopback', clock: Date.now })
  if (stores.readOnly !== null) throw new Error(`The folder cannot be written: ${stores.readOnly.kind}`)
  const store = stores.annotations('treaty')
  for (;;) {
    const annotation = sampleAnnotation(store.read().length + 1)
    store.replace([...store.read(), annotation])
    answer(String(store.read().length))
  }
}

const [mode, folder = ''] = process.argv.slice(2)
if (mode === 'race') race()
else write(folder)
