// Speaks HTTP by hand over a bare socket, so that tests can send what no client library would.
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A parsed answer; header names in lower case. */
export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Connects to a port of this machine. */
export function openSocket(port: number, host = '127.0.0.1'): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      // A server that cuts the connection is what some tests wait for.
      socket.on('error', () => undefined)
      resolve(socket)
    })
  })
}

/** Everything that the server sends until it closes the connection. */
export async function readToEnd(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((resolve) => socket.once('close', resolve))
  return Buffer.concat(chunks).toString('utf8')
}

/** Parses one answer; throws where the text is none. */
export function parseAnswer(text: string): RawAnswer {
  const headEnd = text.indexOf('\r\n\r\n')
  const [statusLine = '', ...headerLines] = text.slice(0, headEnd).split('\r\n')
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]
  if (headEnd < 0 || status === undefined) throw new Error(`not an HTTP answer: ${JSON.stringify(text)}`)
  const headers = headerLines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { status: Number(status), headers: Object.fromEntries(headers), body: text.slice(headEnd + 4) }
}

/** Sends text and reads the one answer, after which the server must close. */
export async function sendText(port: number, text: string | Buffer): Promise<RawAnswer> {
  const socket = await openSocket(port)
  socket.write(text)
  return parseAnswer(await readToEnd(socket))
}

/** A request by its parts, each written out as it stands; `Connection: close` is added. */
export interface RawRequest {
  method?: string
  target?: string
  headers?: readonly (readonly [name: string, value: string])[]
  body?: string
}

/** Sends a request made of `request`'s parts and nothing else: no header is added but `Connection: close`. */
export function sendRequest(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', target = '/', headers = [], body = '' } = request
  const lines = [...headers, ['Connection', 'close']].map(([name, value]) => `${name}: ${value}\r\n`)
  return sendText(port, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
