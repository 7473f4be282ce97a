// Sends the attacks to a running program and judges its answers to the byte. Runs in Node.
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { securityHeaders } from '../../../electron/shells/security-headers.ts'
import type { RawAnswer } from '../../electron/shells/loopback/send-raw.ts'
import { openSocket, parseAnswer, readToEnd, sendRequest } from '../../electron/shells/loopback/send-raw.ts'
import type { Check } from '../shared/check.ts'
import type { Attack, Target } from './list-attacks.ts'
import { goodHeaders, listAttacks } from './list-attacks.ts'

/** What a refusal may say: its own status in words. All that goes beyond it counts as data. */
const refusalText = (status: number): string => `${status} ${STATUS_CODES[status] ?? ''}\n`

/** Headers that would let another page in, or leave something with it. */
const forbiddenHeaders = ['access-control-allow-origin', 'set-cookie', 'location', 'server', 'x-powered-by']

/** What came of all attacks. */
export interface Outcome {
  checks: Check[]
  /** Bytes in the bodies of refusals beyond the words of their status. */
  leakedBytes: number
}

/** Sends them one by one. A refusal must have its exact status, every security header, and no header that invites. */
export async function attackProgram(target: Target): Promise<Outcome> {
  const checks: Check[] = []
  let leakedBytes = 0
  for (const attack of listAttacks(target)) {
    const answer = await send(target.port, attack)
    checks.push(judge(attack, answer))
    leakedBytes += answer === 'closed' ? 0 : countData(answer)
  }
  return { checks, leakedBytes }
}

async function send(port: number, { request }: Attack): Promise<RawAnswer | 'closed'> {
  try {
    return await sendRequest(port, request)
  } catch (cause) {
    if (cause instanceof Error && cause.message === 'not an HTTP answer: ""') return 'closed'
    throw cause
  }
}

function countData({ status, body }: RawAnswer): number {
  return body === refusalText(status) ? 0 : Buffer.byteLength(body)
}

function judge({ name, status }: Attack, answer: RawAnswer | 'closed'): Check {
  if (answer === 'closed' || status === 'closed') {
    return { name, holds: answer === status, detail: JSON.stringify(answer) }
  }
  const isDressed = Object.entries(securityHeaders).every(
    ([header, value]) => answer.headers[header] === value,
  )
  const invites = forbiddenHeaders.filter((header) => header in answer.headers)
  return {
    name,
    holds: answer.status === status && isDressed && invites.length === 0 && countData(answer) === 0,
    detail: JSON.stringify({ expected: status, found: answer.status, isDressed, invites, body: answer.body }),
  }
}

/** A good call, which must be answered all the while. */
export async function callWell(target: Target): Promise<Check> {
  const headers = [...goodHeaders(target), ['Content-Length', '2'] as const]
  const parts = { method: 'POST', target: '/api/call/readSettings', headers, body: '{}' }
  const before = performance.now()
  const { status, body } = await sendRequest(target.port, parts)
  const milliseconds = Math.round(performance.now() - before)
  const holds = status === 200 && body.startsWith('{"ok":true,') && milliseconds < 1000
  return { name: 'a good call', holds, detail: `${status} after ${milliseconds} ms: ${body.slice(0, 200)}` }
}

/** Twenty wrong tokens are answered one by one; then wrong ones are turned away unread, and the right one is not. */
export async function tryTokens(target: Target): Promise<Check[]> {
  const guess = async (token: string): Promise<number> => {
    const headers = goodHeaders({ ...target, token })
    return (await sendRequest(target.port, { method: 'POST', target: '/api/call/readSettings', headers }))
      .status
  }
  const statuses: number[] = []
  for (let count = 0; count < 60; count += 1) statuses.push(await guess(`wrong-${count}`))
  const first = statuses.indexOf(429)
  // The attacks before this one have spent some of the twenty.
  const holds = first >= 0 && first <= 20 && statuses.slice(first).every((status) => status === 429)
  return [
    { name: 'sixty wrong tokens', holds, detail: statuses.join(' ') },
    { ...(await callWell(target)), name: 'the right token meanwhile' },
  ]
}

/** Senders that stop in the middle: a head (ten seconds) and a body (thirty) that never come whole. */
export function sendSlowly({ port, token }: Target): Promise<Check[]> {
  const head = 'GET / HTTP/1.1\r\nHost: 127.0'
  const good = goodHeaders({ port, token }).map(([name, value]) => `${name}: ${value}\r\n`)
  const body = `POST /api/call/readSettings HTTP/1.1\r\n${good.join('')}Content-Length: 100\r\n\r\n{"half`
  return Promise.all([
    awaitTimeout(port, 'a head that does not come whole', head),
    awaitTimeout(port, 'a body that does not come whole', body),
  ])
}

async function awaitTimeout(port: number, name: string, text: string): Promise<Check> {
  const socket = await openSocket(port)
  socket.write(text)
  const answer = parseAnswer(await readToEnd(socket))
  const holds = answer.status === 408 && countData(answer) === 0
  return { name, holds, detail: JSON.stringify(answer) }
}

/** Opens so many connections that say nothing, asks well meanwhile, and lets them go. */
export async function openSilently(target: Target, count: number): Promise<Check[]> {
  const sockets: Socket[] = []
  const checks: Check[] = []
  for (let opened = 0; opened < count; opened += 1) {
    sockets.push(await openSocket(target.port))
    if (sockets.length % 100 !== 0) continue
    checks.push({
      ...(await callWell(target)),
      name: `a good call beside ${sockets.length} silent connections`,
    })
  }
  for (const socket of sockets) socket.destroy()
  return checks
}

/** The addresses at which other machines could reach this one. */
export function readOwnAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((own) => own ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address)
}

/** Knocks at the program's port from there, and at every other name of this machine. */
export async function knock(port: number, addresses: readonly string[]): Promise<Check[]> {
  return Promise.all(
    addresses.map(async (address): Promise<Check> => {
      const found = await openSocket(port, address).then(
        (socket) => {
          socket.destroy()
          return 'connected'
        },
        (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
      )
      return { name: `port ${port} at ${address}`, holds: found !== 'connected', detail: found }
    }),
  )
}
