// From a request that puts something on the disk to the answer that it is there, as any client of the program meets it:
// no browser draws meanwhile, so that the figure is the program's and not the machine's. Runs in Node.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnnotationDraft } from '../../../electron/contract/annotation.ts'
import { runProcess } from '../../end-to-end/hosts/run-process.ts'

/** How many are kept; the 95th percentile then has ten above it. */
const count = 200
/** Milliseconds between two: nobody's hand is faster. */
const between = 25

/** Posts JSON over a connection that is kept open, as a browser does, and answers the text of the answer. */
type Post = (path: string, body: unknown) => Promise<string>

function createPost(address: string, agent: Agent): Post {
  const { origin, hash } = new URL(address)
  const token = new URLSearchParams(hash.slice(1)).get('t')
  return (path, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      }
      const sent = request(new URL(path, origin), { agent, method: 'POST', headers }, (response) => {
        const parts: string[] = []
        response.setEncoding('utf8')
        response.on('data', (part: string) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(parts.join(''))
            : reject(new Error(`${path} answered ${response.statusCode}`)),
        )
      })
      sent.on('error', reject)
      sent.end(text)
    })
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
  const agent = new Agent({ keepAlive: true })
  try {
    return await act(createPost(await process.firstLine, agent))
  } finally {
    agent.destroy()
    process.signal('SIGKILL')
    await process.ended
  }
}

/** Starts the program and at once makes highlights in one article; milliseconds of each until it is on the disk. */
export function measureKeeping(args: readonly string[], articleId: string): Promise<number[]> {
  return withProcess(args, async (post) => {
    const answer: unknown = JSON.parse(await post('/api/call/readArticle', { articleId }))
    const contentHash = /"contentHash":"([0-9a-f]{64})"/.exec(JSON.stringify(answer))?.[1]
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
