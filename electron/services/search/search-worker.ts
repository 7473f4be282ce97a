// The search worker's entry: takes requests, lets the engine do them, sends replies. Runs as a worker thread.
import { parentPort } from 'node:worker_threads'
import { Failure } from '../../contract/errors.ts'
import { createLunrIndex } from './create-lunr-index.ts'
import { performTask } from './perform-task.ts'
import type { SearchOutcome, SearchReply, SearchRequest, SearchTask } from './worker-messages.ts'

const index = createLunrIndex()

async function attempt(task: SearchTask): Promise<SearchOutcome> {
  try {
    return { kind: 'done', yielded: await performTask(index, task) }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', error: error.error }
    if (error instanceof Error) return { kind: 'broken', message: error.message, stack: error.stack ?? null }
    return { kind: 'broken', message: String(error), stack: null }
  }
}

const port = parentPort
if (!port) throw new Error('search-worker only runs as a worker thread')

port.on('message', ({ id, task }: SearchRequest) => {
  void attempt(task).then((outcome) => port.postMessage({ id, outcome } satisfies SearchReply))
})
