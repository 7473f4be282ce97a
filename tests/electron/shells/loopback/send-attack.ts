// What the tests of attacks share: a good request to spoil, and what a refusal looks like to the byte.
import { STATUS_CODES } from 'node:http'
import { afterEach, beforeEach, expect } from 'vitest'
import { securityHeaders } from '../../../../electron/shells/security-headers.ts'
import type { RawAnswer, RawRequest } from './send-raw.ts'
import { sendRequest } from './send-raw.ts'
import type { TestServer } from './start-test-server.ts'
import { changeHeaders, startTestServer } from './start-test-server.ts'

/** The server under attack: a new one for each test. */
export let server: TestServer

/** Starts a server before each test of the calling file, and ends it after. */
export function serveEachTest(): void {
  beforeEach(async () => {
    server = await startTestServer()
  })
  afterEach(() => server.end())
}

/** What came of a request. */
export interface Outcome extends RawAnswer {
  /** Operations that got through to the dispatcher so far. */
  reached: number
}

/** Sends a request as it stands. */
export async function send(request: RawRequest): Promise<Outcome> {
  const answer = await sendRequest(server.port, request)
  return { ...answer, reached: server.calls.length }
}

/** A good call with some headers changed (`null` takes one away) and other parts replaced. */
export function attack(changes: Record<string, string | null>, parts: RawRequest = {}): Promise<Outcome> {
  const body = '{}'
  const headers = changeHeaders(server.goodHeaders, { 'Content-Length': String(body.length), ...changes })
  return send({ method: 'POST', target: '/api/call/listLibrary', headers, body, ...parts })
}

/** A request for a page file, as a browser sends it but for the changes. */
export function askPage(changes: Record<string, string | null>, parts: RawRequest = {}): Promise<Outcome> {
  const host: TestServer['goodHeaders'] = [['Host', `127.0.0.1:${server.port}`]]
  return send({ headers: changeHeaders(host, changes), ...parts })
}

/** A refusal: this status, exactly these headers (none lets another site in, none is a cookie), no data, nothing done. */
export function refused(status: number, moreHeaders: Record<string, string> = {}): Outcome {
  return {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-length': expect.any(String),
      connection: 'close',
      date: expect.any(String),
      ...moreHeaders,
    },
    body: `${status} ${STATUS_CODES[status] ?? ''}\n`,
    reached: 0,
  }
}
