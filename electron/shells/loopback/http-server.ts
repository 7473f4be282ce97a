// The program as a server on this machine's own address: the page's files, the operations and the events. Loopback shell.
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Dispatch } from '../../dispatch.ts'
import type { Log } from '../../services/ports.ts'
import type { ReadPageFile } from '../page-files.ts'
import { createPageFiles } from '../page-files.ts'
import { findRefusal } from './access-checks.ts'
import type { TokenVerdict } from './access-token.ts'
import { brokenRequestStatus, formatRefusal, refuse, sendBody } from './answers.ts'
import type { EventStream } from './event-stream.ts'
import { boundIdleConnections } from './idle-connections.ts'
import { readJsonBody } from './read-json-body.ts'
import type { Route } from './read-route.ts'
import { readRoute } from './read-route.ts'

/** The only address that the server listens on: no other machine can reach it. */
export const loopbackHost = '127.0.0.1'

/** Bounds that keep a hostile or broken sender from stopping the program. Times in milliseconds. */
export interface ServerLimits {
  /** For the whole head of a request to arrive. */
  headTime: number
  /** For the whole request to arrive. */
  requestTime: number
  /** Between two looks at the clock for those who are late. */
  checkTime: number
  /** For answers under way when the server is closed. */
  closeTime: number
  headBytes: number
  bodyBytes: number
  idleConnections: number
}

/** The bounds that hold unless others are given. */
export const defaultLimits: ServerLimits = {
  headTime: 10_000,
  requestTime: 30_000,
  checkTime: 1000,
  closeTime: 2000,
  headBytes: 8192,
  bodyBytes: 1_048_576,
  idleConnections: 256,
}

/** What the server serves, and for whom. */
export interface HttpServerOptions {
  /** Absolute path of the folder with the page's files. */
  pageFolder: string
  judgeToken: (header: string | undefined) => TokenVerdict
  dispatch: Dispatch
  events: EventStream
  log: Log
  limits?: Partial<ServerLimits>
}

/** A server that listens. */
export interface HttpServer {
  port: number
  /** The program's address as browsers write it: `http://127.0.0.1:<port>`. */
  origin: string
  /** Ends the streams, lets answers under way be finished (up to a limit), then cuts what is left. */
  close(): Promise<void>
}

/**
 * Starts to listen at `port` (0: any that is free). Fails with the system's own error (`EADDRINUSE`, `EACCES`)
 * where the port cannot be had.
 */
export async function startHttpServer(port: number, options: HttpServerOptions): Promise<HttpServer> {
  const limits = { ...defaultLimits, ...options.limits }
  const server = createServer({
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headTime,
    requestTimeout: limits.requestTime,
    connectionsCheckingInterval: limits.checkTime,
    // Our own check refuses a missing Host, with our own headers.
    requireHostHeader: false,
  })
  const idle = boundIdleConnections(server, limits.idleConnections)
  answerBrokenRequests(server)

  const actualPort = await listen(server, port)
  const { origin } = new URL(`http://${loopbackHost}:${actualPort}`)
  const answer = createAnswerer(origin, limits, options)
  server.on('request', (request, response) => {
    answer(request, response).catch((cause: unknown) => failAnswer(request, response, options.log, cause))
  })

  return {
    port: actualPort,
    origin,
    close() {
      options.events.close()
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      idle.close()
      setTimeout(() => server.closeAllConnections(), limits.closeTime).unref()
      return closed
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: loopbackHost }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address.port)
    })
  })
}

/** Requests that Node itself cannot read, or that come too slowly, get an answer in the same dress as all others. */
function answerBrokenRequests(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>()
  server.on('request', (request, response) => responses.set(request.socket, response))
  server.on('checkExpectation', (_request, response) => refuse(response, { status: 417 }))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // A second answer behind one that has begun would be read as part of it.
    if (!socket.writable || responses.get(socket)?.headersSent === true) socket.destroy()
    else socket.end(formatRefusal(brokenRequestStatus(error.code)), () => socket.destroy())
  })
}

type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function createAnswerer(origin: string, limits: ServerLimits, options: HttpServerOptions): Answerer {
  const readPageFile = createPageFiles(options.pageFolder)
  return async (request, response) => {
    const route = readRoute(request.url ?? '')
    const refusal = findRefusal(request, route, { origin, judgeToken: options.judgeToken })
    if (refusal !== null || route === null) refuse(response, refusal ?? { status: 403 })
    else await answerRoute(route, request, response, { ...options, limits, readPageFile })
  }
}

/** What answering a welcome request takes. */
interface AnswerParts {
  dispatch: Dispatch
  events: EventStream
  limits: ServerLimits
  readPageFile: ReadPageFile
}

async function answerRoute(
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
  { dispatch, events, limits, readPageFile }: AnswerParts,
): Promise<void> {
  switch (route.kind) {
    case 'call': {
      const body = await readJsonBody(request, limits.bodyBytes)
      if (!body.ok) return refuse(response, { status: body.status })
      const result = await dispatch(route.operation, body.value)
      return sendBody(response, 'application/json; charset=utf-8', JSON.stringify(result))
    }
    case 'events':
      return events.open(response)
    case 'page': {
      const file = await readPageFile(route.path)
      return file === null
        ? refuse(response, { status: 404 })
        : sendBody(response, file.contentType, file.body, file.status)
    }
    case 'unknown-api':
      return refuse(response, { status: 404 })
  }
}

function failAnswer(request: IncomingMessage, response: ServerResponse, log: Log, cause: unknown): void {
  // The sender left, or was cut off by a limit: nobody waits for an answer.
  if (response.destroyed || request.errored !== null) return void response.destroy()
  log.error('a request could not be answered', cause)
  if (response.headersSent) response.destroy()
  else refuse(response, { status: 500 })
}
