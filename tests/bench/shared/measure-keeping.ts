// From a request that puts something on the disk to the answer that it is there, as any client of the program meets it:
// no browser draws meanwhile, so that the figure is the program's and not the machine's. Runs in Node.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnnotationDraft } from '../../../electron/contract/annotation.ts'
import { runProcess } from '../../end-to-end/hosts/run-process.ts'

/** How many are kept; the 95th percentile then has ten above it. */
const count = 200
/** Milliseconds between two, since nobody's hand is faster: what one leaves to be done falls into the pause. */
const between = 25

/** Posts JSON and answers the text of the answer. */
type Post = (path: string, body: unknown) => Promise<string>

function createPost(address: string): Post {
  const { origin, hash } = new URL(address)
  const headers = {
    authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('t')}`,
    'content-type': 'application/json',
  }
  return async (path, body) => {
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.text()
  }
}

async function timeEach(post: Post, path: string, bodyOf: (number: number) => unknown): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < count; number += 1) {
    const body = bodyOf(number)
    const begin = performance.now()
    await post(path, body)
    times.push(performance.now() - begin)
    await sleep(between)
  }
  return times
}

async function withProcess<Result>(
  args: readonly string[],
  act: (post: Post) => Promise<Result>,
): Promise<Result> {
  const process = runProcess({ args })
  try {
    return await act(createPost(await process.firstLine))
  } finally {
    process.signal('SIGKILL')
    await process.ended
  }
}

/** Starts the program and at once makes highlights in one article; milliseconds of each until it is on the disk. */
export function measureKeeping(args: readonly string[], articleId: string): Promise<number[]> {
  return withProcess(args, async (post) => {
    const answer = await post('/api/call/readArticle', { articleId })
    const contentHash = /"contentHash":"([0-9a-f]{64})"/.exec(answer)?.[1]
    if (contentHash === undefined) throw new Error(`the program does not know ${articleId}`)
    return timeEach(post, '/api/call/saveAnnotation', (number): AnnotationDraft => {
      const start = 10 * number
      const place = { articleId, contentHash, start, end: start + 8 }
      return { id: randomUUID(), revision: 0, ...place, colour: 'yellow', note: '' }
    })
  })
}

/** Starts the rival, which writes and flushes as much at each request; milliseconds of each. */
export function measureRivalKeeping(args: readonly string[]): Promise<number[]> {
  return withProcess(args, (post) => timeEach(post, '/keep', () => ({})))
}
