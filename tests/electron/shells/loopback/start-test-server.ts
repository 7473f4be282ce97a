// Starts the real HTTP server on a free port with a small page and a dispatcher that notes what reaches it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dispatch } from '../../../../electron/dispatch.ts'
import { createTokenGuard } from '../../../../electron/shells/loopback/access-token.ts'
import type { EventStream } from '../../../../electron/shells/loopback/event-stream.ts'
import { createEventStream } from '../../../../electron/shells/loopback/event-stream.ts'
import type { HttpServer, ServerLimits } from '../../../../electron/shells/loopback/http-server.ts'
import { startHttpServer } from '../../../../electron/shells/loopback/http-server.ts'
import type { RawAnswer } from './send-raw.ts'
import { sendText } from './send-raw.ts'

/** The token of every test server. */
export const testToken = 'right-token'
/** Stands in every answer that carries data, and must stand in no refusal. */
export const secret = 'what the reader wrote'

/** A server under test. */
export interface TestServer extends HttpServer {
  events: EventStream
  /** Operations that got through, in order. */
  calls: { operation: string; input: unknown }[]
  logged: string[]
  /** Headers of a request that is welcome. */
  goodHeaders: (readonly [string, string])[]
  /** Closes the server and deletes its page. */
  end(): Promise<void>
}

/** Starts a server; `dispatch` answers after the call was noted. */
export async function startTestServer(
  options: { limits?: Partial<ServerLimits>; dispatch?: Dispatch; clock?: () => number } = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-page-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>Page</title>`)
  writeFileSync(join(folder, 'assets', 'page.js'), 'export {}')
  const calls: TestServer['calls'] = []
  const logged: string[] = []
  const events = createEventStream()
  const { dispatch = () => Promise.resolve({ ok: true, value: secret }), clock = Date.now } = options
  const server = await startHttpServer(0, {
    pageFolder: folder,
    judgeToken: createTokenGuard(testToken, clock),
    dispatch(operation, input) {
      calls.push({ operation, input })
      return dispatch(operation, input)
    },
    events,
    log: { info: (message) => logged.push(message), error: (message) => logged.push(message) },
    limits: options.limits ?? {},
  })
  return {
    ...server,
    events,
    calls,
    logged,
    goodHeaders: [
      ['Host', `127.0.0.1:${server.port}`],
      ['Origin', server.origin],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Authorization', `Bearer ${testToken}`],
      ['Content-Type', 'application/json'],
    ],
    async end() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The headers with some set to other values, or taken away by `null`. */
export function changeHeaders(
  headers: TestServer['goodHeaders'],
  changes: Record<string, string | null>,
): TestServer['goodHeaders'] {
  const kept = headers.filter(([name]) => !(name in changes))
  const set = Object.entries(changes).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  )
  return [...kept, ...set]
}

/** Headers as they go over the wire. */
export function formatHeaders(headers: TestServer['goodHeaders']): string {
  return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
}

/** Sends a good call of `search` with a body of any bytes, its length stated, and some headers changed. */
export function sendCall(
  { port, goodHeaders }: TestServer,
  body: string | Buffer,
  changes: Record<string, string | null>,
): Promise<RawAnswer> {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  const headers = changeHeaders(goodHeaders, { ...length, Connection: 'close', ...changes })
  const head = Buffer.from(`POST /api/call/search HTTP/1.1\r\n${formatHeaders(headers)}\r\n`)
  return sendText(port, Buffer.concat([head, Buffer.from(body)]))
}
