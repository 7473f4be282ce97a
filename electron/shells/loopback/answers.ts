// Writes answers: every one with the security headers, refusals with nothing but their status. Loopback shell.
import { STATUS_CODES } from 'node:http'
import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../security-headers.ts'
import type { Refusal } from './access-checks.ts'

const textType = 'text/plain; charset=utf-8'

function refusalText(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}\n`
}

/** Sends a whole body. */
export function sendBody(
  response: ServerResponse,
  contentType: string,
  body: string | Uint8Array,
  status = 200,
): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

/** Turns a request away. */
export function refuse(response: ServerResponse, { status, methods }: Refusal): void {
  const text = refusalText(status)
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': textType,
    'content-length': Buffer.byteLength(text),
    ...(methods === undefined ? {} : { allow: methods.join(', ') }),
  })
  response.end(text)
}

/** The same as {@link refuse}, as the bytes of a whole HTTP/1.1 answer: for connections on which no request came through. */
export function formatRefusal(status: number): string {
  const text = refusalText(status)
  const headers = {
    ...securityHeaders,
    'content-type': textType,
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`
}

const brokenRequestStatuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

/** The status for a request that Node could not read; `code` is the code of Node's error. */
export function brokenRequestStatus(code: string | undefined): number {
  return brokenRequestStatuses[code ?? ''] ?? 400
}
