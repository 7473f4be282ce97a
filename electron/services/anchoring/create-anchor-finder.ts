// Anchoring behind a worker thread, under a time limit. The worker is started by the first request; where none can
// start, or it dies, the work is done in this thread. Plain Node.
import type { Worker } from 'node:worker_threads'
import type { Log } from '../ports.ts'
import type { AnchoringReply, AnchoringRequest } from './anchoring-messages.ts'
import { placeInTime } from './place-in-time.ts'
import type { AnchoringTask, Placement } from './placement.ts'

/** Finds the places of anchors in a new text, one task after another. */
export interface AnchorFinder {
  /**
   * A placement for each anchor of the task, in their order; `undecided` for those that the time did not suffice for:
   * never a place that was not fully thought through. Rejects after `close`, and with a defect of the program.
   */
  place(task: AnchoringTask): Promise<Placement[]>
  /** Ends the worker; what is still owed is rejected. */
  close(): Promise<void>
}

/** What a finder needs. The shells know where the build put the worker of `anchoring-worker.ts`. */
export interface AnchorFinderParts {
  startWorker: () => Worker
  log: Log
  /** Milliseconds that a task may take. */
  timeLimit?: number
}

/** Enough for a text of a megabyte on a slow machine. */
const defaultTimeLimit = 10_000
/** In this thread everything else waits meanwhile. Milliseconds. */
const longestInThisThread = 1000
/** A worker that keeps the limit itself has this long to say so; one that does not is ended. Milliseconds. */
const grace = 2000

interface Owed {
  task: AnchoringTask
  resolve: (placements: Placement[]) => void
  reject: (error: unknown) => void
}

const closedError = (): Error => new Error('The anchor finder is closed')

/** Makes a finder with a worker of its own. */
export function createAnchorFinder(parts: AnchorFinderParts): AnchorFinder {
  const { startWorker, log, timeLimit = defaultTimeLimit } = parts
  /** In the order in which they were asked; only the first is with the worker. */
  const queue: Owed[] = []
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  let lastId = 0
  let isWithoutWorker = false
  let closed = false

  function start(): Worker | null {
    try {
      const started = startWorker()
      started.on('message', settle)
      for (const event of ['messageerror', 'error'] as const) {
        started.on(event, (cause) => doWithout(started, cause))
      }
      started.on('exit', (code) => doWithout(started, new Error(`The worker ended with exit code ${code}`)))
      return started
    } catch (error) {
      log.error(withoutWorker, error)
      isWithoutWorker = true
      return null
    }
  }

  function sendNext(): void {
    const [owed] = queue
    if (owed === undefined || closed) return
    if (!isWithoutWorker) worker ??= start()
    if (worker === null) {
      doHere(owed)
      return
    }
    lastId += 1
    const request: AnchoringRequest = { id: lastId, task: owed.task, timeLimit }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(request)
    timer = setTimeout(giveUp, timeLimit + grace)
  }

  function finish(): Owed | undefined {
    if (timer !== null) clearTimeout(timer)
    timer = null
    return queue.shift()
  }

  function settle(reply: AnchoringReply): void {
    if (reply.id !== lastId || timer === null) return
    const owed = finish()
    if (reply.kind === 'placed') owed?.resolve(reply.placements)
    else owed?.reject(rebuildError(reply))
    sendNext()
  }

  /** The worker does not answer in time: it is ended, the next task gets a new one. */
  function giveUp(): void {
    const hung = worker
    worker = null
    void hung?.terminate()
    const owed = finish()
    owed?.resolve(owed.task.anchors.map(() => ({ kind: 'undecided' })))
    sendNext()
  }

  function doWithout(ended: Worker, cause: unknown): void {
    if (closed || worker !== ended) return
    log.error(withoutWorker, cause)
    isWithoutWorker = true
    worker = null
    void ended.terminate()
    if (timer !== null) clearTimeout(timer)
    timer = null
    sendNext()
  }

  function doHere(owed: Owed): void {
    setImmediate(() => {
      if (closed) return
      queue.shift()
      try {
        owed.resolve(placeInTime(owed.task, Math.min(timeLimit, longestInThisThread)))
      } catch (error) {
        owed.reject(error)
      }
      sendNext()
    })
  }

  return {
    place(task) {
      if (closed) return Promise.reject(closedError())
      return new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject })
        if (queue.length === 1) sendNext()
      })
    },
    async close() {
      if (closed) return
      closed = true
      if (timer !== null) clearTimeout(timer)
      for (const { reject } of queue.splice(0)) reject(closedError())
      await worker?.terminate()
    },
  }
}

const withoutWorker = 'The anchoring worker does not run; anchors are found in the main thread'

function rebuildError({ message, stack }: Extract<AnchoringReply, { kind: 'broken' }>): Error {
  const error = new Error(`The anchoring worker failed: ${message}`)
  if (stack !== null) error.stack = `${error.message}\n${stack}`
  return error
}
