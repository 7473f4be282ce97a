// The search engine behind a worker thread, so that neither indexing nor searching holds up anything else. If the
// worker cannot start, or dies, the same engine goes on in this thread. Plain Node.
import type { Worker } from 'node:worker_threads'
import type { Article } from '../../contract/article.ts'
import { Failure } from '../../contract/errors.ts'
import type { Log, SearchIndex } from '../ports.ts'
import { createLunrIndex } from './create-lunr-index.ts'
import { performTask } from './perform-task.ts'
import type { SearchOutcome, SearchReply, SearchRequest, SearchTask, SearchYield } from './worker-messages.ts'

interface PendingTask {
  task: SearchTask
  resolve: (yielded: SearchYield) => void
  reject: (error: unknown) => void
}

/** What the worker index needs: a way to start its worker, and where to report that it had to do without. */
export interface WorkerIndexParts {
  /** Starts the worker of `search-worker.ts`; the shells know where the build put it. */
  startWorker: () => Worker
  log: Log
}

/** The error within an outcome, made anew on this side of the thread. */
function rebuildError(outcome: Exclude<SearchOutcome, { kind: 'done' }>, operation: string): Error {
  if (outcome.kind === 'failed') return new Failure(outcome.error)
  const error = new Error(`The search worker failed in ${operation}: ${outcome.message}`)
  if (outcome.stack !== null) error.stack = `${error.message}\n${outcome.stack}`
  return error
}

/** Only a defect can bring it about: every task yields what its own operation yields. */
function mixedUp(expected: SearchTask['operation'], { operation }: SearchYield): Error {
  return new Error(`The search worker answered ${expected} with ${operation}`)
}

async function inThisThread(index: Promise<SearchIndex>, task: SearchTask): Promise<SearchYield> {
  return performTask(await index, task)
}

/** Makes an engine with a worker of its own. Whatever is asked is answered, by the worker or in its place. */
export function createWorkerIndex({ startWorker, log }: WorkerIndexParts): SearchIndex {
  const pending = new Map<number, PendingTask>()
  let lastId = 0
  let articles: readonly Article[] = []
  let worker: Worker | null = null
  let substitute: Promise<SearchIndex> | null = null
  let closed = false

  function start(): void {
    try {
      worker = startWorker()
    } catch (error) {
      doWithout(error)
      return
    }
    worker.on('message', settle)
    worker.on('messageerror', doWithout)
    worker.on('error', doWithout)
    worker.on('exit', (code) => doWithout(new Error(`The worker ended with exit code ${code}`)))
  }

  function settle({ id, outcome }: SearchReply): void {
    const asked = pending.get(id)
    if (!asked) return
    pending.delete(id)
    if (outcome.kind === 'done') asked.resolve(outcome.yielded)
    else asked.reject(rebuildError(outcome, asked.task.operation))
  }

  async function createSubstitute(): Promise<SearchIndex> {
    const index = createLunrIndex()
    await index.replaceArticles(articles)
    return index
  }

  /** Goes on in this thread, with the articles last given, and answers everything that the worker still owed. */
  function doWithout(cause: unknown): void {
    if (closed || substitute) return
    log.error('The search worker does not run; the search goes on in the main thread', cause)
    void worker?.terminate()
    const standIn = createSubstitute()
    standIn.catch((error: unknown) => log.error('The search does not run in the main thread either', error))
    substitute = standIn
    const owed = [...pending.values()]
    pending.clear()
    for (const { task, resolve, reject } of owed) inThisThread(standIn, task).then(resolve, reject)
  }

  function ask(task: SearchTask): Promise<SearchYield> {
    if (substitute && !closed) return inThisThread(substitute, task)
    if (!worker || closed) return Promise.reject(new Error('The search index is closed'))
    const id = ++lastId
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage({ id, task } satisfies SearchRequest)
    return new Promise((resolve, reject) => pending.set(id, { task, resolve, reject }))
  }

  start()

  return {
    async replaceArticles(next) {
      articles = next
      await ask({ operation: 'replaceArticles', articles: next })
    },
    async search(query, limit) {
      const yielded = await ask({ operation: 'search', query, limit })
      if (yielded.operation !== 'search') throw mixedUp('search', yielded)
      return yielded.answer
    },
    async matchArticle(articleId, query) {
      const yielded = await ask({ operation: 'matchArticle', articleId, query })
      if (yielded.operation !== 'matchArticle') throw mixedUp('matchArticle', yielded)
      return yielded.ranges
    },
    async close() {
      if (closed) return
      closed = true
      for (const { reject } of pending.values()) reject(new Error('The search index is closed'))
      pending.clear()
      await worker?.terminate()
    },
  }
}
