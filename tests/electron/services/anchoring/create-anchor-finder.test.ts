// Anchors are found beside the program's own work, within a time, whatever becomes of the worker.
import { basename, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AnchorFinder } from '../../../../electron/services/anchoring/create-anchor-finder.ts'
import { createAnchorFinder } from '../../../../electron/services/anchoring/create-anchor-finder.ts'
import { placeAnchors } from '../../../../electron/services/anchoring/place-anchors.ts'
import type { AnchoringTask } from '../../../../electron/services/anchoring/placement.ts'
import { buildForNode } from '../../build-for-node.ts'
import { quote } from './quote-in.ts'

const entry = resolve(import.meta.dirname, '../../../../electron/services/anchoring/anchoring-worker.ts')

const oldText =
  'The guest replied that trade had grown for five years. No date has been named for the next meeting.'
const task: AnchoringTask = {
  oldText,
  newText: `Foreword. ${oldText.replace('five', 'six')}`,
  anchors: [quote(oldText, 'trade had grown for five years'), quote(oldText, 'next meeting')],
}
const expected = placeAnchors(task)
/** No task looks like this; it only serves to make the work fail. */
const broken: AnchoringTask = JSON.parse('{"oldText": 5, "newText": "a", "anchors": [{"exact": "a"}]}')
const undecided = task.anchors.map(() => ({ kind: 'undecided' }))

const built = buildForNode(entry)

let lines: string[] = []
let causes: unknown[] = []
let workers: Worker[] = []
let finder: AnchorFinder | null = null

beforeEach(() => {
  lines = []
  causes = []
  workers = []
})

afterEach(async () => {
  await finder?.close()
  finder = null
})

function open(createWorker: () => Worker = () => new Worker(built.path), timeLimit?: number): AnchorFinder {
  finder = createAnchorFinder({
    startWorker: () => {
      const worker = createWorker()
      workers.push(worker)
      return worker
    },
    log: {
      info: (message) => lines.push(message),
      error: (message, cause) => {
        lines.push(message)
        causes.push(cause)
      },
    },
    ...(timeLimit === undefined ? {} : { timeLimit }),
  })
  return finder
}

function catchFailure(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('that did not fail')
}

const evaluated = (source: string): Worker => new Worker(source, { eval: true })

describe('the anchor finder', () => {
  it('starts no worker before it is asked', async () => {
    const opened = open()
    expect(workers).toHaveLength(0)
    await opened.place(task)
    expect(workers).toHaveLength(1)
  })

  it('answers as the function in one thread does, each task with its own', async () => {
    const opened = open()
    const other = { ...task, anchors: [quote(oldText, 'The guest')] }
    const answers = await Promise.all([opened.place(task), opened.place(other), opened.place(task)])
    expect(answers).toEqual([expected, placeAnchors(other), expected])
    expect(expected.map(({ kind }) => kind)).toEqual(['moved', 'exact'])
    expect(workers).toHaveLength(1)
    expect(lines).toEqual([])
  })

  it('gives its worker one task after another, each of them once', async () => {
    // Answers with as many placements as it has been asked for.
    const counting = `const { parentPort } = require('node:worker_threads')
      let asked = 0
      parentPort.on('message', ({ id }) => {
        asked += 1
        parentPort.postMessage({ id, kind: 'placed', placements: Array(asked).fill({ kind: 'unanchored' }) })
      })`
    const opened = open(() => evaluated(counting))
    const answers = await Promise.all([opened.place(task), opened.place(task), opened.place(task)])
    expect(answers.map(({ length }) => length)).toEqual([1, 2, 3])
  })

  it('leaves undecided what takes longer than the limit', async () => {
    expect(await open(undefined, 0).place(task)).toEqual(undecided)
    expect(lines).toEqual([])
  })

  it('ends a worker that does not answer, and goes on with a new one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let turn = 0
    const opened = open(() => {
      turn += 1
      return turn === 1 ? evaluated('for (;;) {}') : new Worker(built.path)
    }, 500)
    const answering = Promise.all([opened.place(task), opened.place(task)])
    // Its own limit, and the time that it has to say so.
    vi.advanceTimersByTime(2499)
    expect(workers).toHaveLength(1)
    vi.advanceTimersByTime(1)
    const answers = await answering
    expect(answers).toEqual([undecided, expected])
    expect(workers).toHaveLength(2)
    expect(lines).toEqual([])
  })

  it('rejects on an unforeseen error, with the worker’s words and place, and goes on', async () => {
    const opened = open()
    const failure = await opened.place(broken).then(
      () => null,
      (error: unknown) => error,
    )
    const { message } = catchFailure(() => placeAnchors(broken))
    expect(failure).toMatchObject({
      message: `The anchoring worker failed: ${message}`,
      stack: expect.stringContaining(basename(built.path)),
    })
    expect(await opened.place(task)).toEqual(expected)
  })

  it('has no clock running once it has answered', async () => {
    const opened = open()
    await opened.place(task)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    await opened.place(task)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends its worker when it is closed, and then refuses', async () => {
    const opened = open()
    await opened.place(task)
    const [owed] = await Promise.allSettled([opened.place(task), opened.close()])
    expect(owed).toMatchObject({ status: 'rejected', reason: { message: 'The anchor finder is closed' } })
    expect(workers[0]?.threadId).toBe(-1)
    await expect(opened.place(task)).rejects.toThrow('closed')
    expect(lines).toEqual([])
  })
})

describe('the anchor finder without a worker', () => {
  const withoutWorker = ['The anchoring worker does not run; anchors are found in the main thread']

  it.each([
    [
      'cannot be made',
      () => {
        throw new Error('no threads here')
      },
    ],
    ['has no file', () => new Worker(`${built.path}.missing.mjs`)],
    ['throws at its start', () => evaluated('throw new Error("no memory")')],
    [
      'ends without an answer',
      () => evaluated('require("node:worker_threads").parentPort.once("message", () => {})'),
    ],
  ])('answers in this thread where it %s, and logs one line', async (_, createWorker) => {
    const opened = open(createWorker)
    expect(await Promise.all([opened.place(task), opened.place(task)])).toEqual([expected, expected])
    expect(await opened.place(task)).toEqual(expected)
    expect(lines).toEqual(withoutWorker)
    expect(causes).toEqual([expect.any(Error)])
    expect(workers.length).toBeLessThanOrEqual(1)
  })

  it('keeps to the limit there too', async () => {
    const opened = open(() => {
      throw new Error('no threads here')
    }, 0)
    expect(await opened.place(task)).toEqual(undecided)
  })

  it('rejects on an unforeseen error there too, and goes on', async () => {
    const opened = open(() => {
      throw new Error('no threads here')
    })
    await expect(opened.place(broken)).rejects.toThrow(catchFailure(() => placeAnchors(broken)).message)
    expect(await opened.place(task)).toEqual(expected)
  })

  it('answers when a worker that has served is gone', async () => {
    const opened = open()
    await opened.place(task)
    await workers[0]?.terminate()
    expect(await opened.place(task)).toEqual(expected)
    expect(lines).toEqual(withoutWorker)
  })

  it('has no clock running once a worker is gone that owed an answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const opened = open(() =>
      evaluated('require("node:worker_threads").parentPort.once("message", () => {})'),
    )
    expect(await opened.place(task)).toEqual(expected)
    expect(vi.getTimerCount()).toBe(0)
  })
})
