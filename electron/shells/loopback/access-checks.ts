// Decides whether a request may come in at all. Every web page that the user opens can send requests to this
// address, and so can every user of the machine: nothing is trusted but our own page with the token. Loopback shell.
import type { IncomingMessage } from 'node:http'
import type { TokenVerdict } from './access-token.ts'
import type { Route } from './read-route.ts'
import { routeMethods } from './read-route.ts'

/** Why a request is turned away: an HTTP status, and the methods to name where it is 405. */
export interface Refusal {
  status: number
  methods?: readonly string[]
}

/** What requests are checked against. */
export interface AccessRules {
  /** The one address of the program, as browsers write it: `http://127.0.0.1:<port>`. */
  origin: string
  judgeToken: (header: string | undefined) => TokenVerdict
}

/** Headers that decide something here. A second copy means that somebody hopes two readers will differ. */
const decisiveHeaders = ['host', 'origin', 'authorization', 'content-type', 'sec-fetch-site']

const forbidden: Refusal = { status: 403 }

/** Answers why a request to `route` is refused (`null`: its target names no route), or `null` where it is welcome. */
export function findRefusal(
  request: IncomingMessage,
  route: Route | null,
  rules: AccessRules,
): Refusal | null {
  return (
    refuseSender(request, route, rules) ??
    refuseMethod(request, route) ??
    (route === null || route.kind === 'page' ? null : refuseCall(request, route, rules))
  )
}

/** Who sends this, and through which door? Answers 403 to other sites, other names for this machine, and proxies. */
function refuseSender(request: IncomingMessage, route: Route | null, rules: AccessRules): Refusal | null {
  const { headers, headersDistinct } = request
  if (decisiveHeaders.some((name) => (headersDistinct[name]?.length ?? 0) > 1)) return { status: 400 }
  // A page at another name that resolves to 127.0.0.1 (DNS rebinding) would count as our own site.
  if (route === null || headers.host !== new URL(rules.origin).host) return forbidden
  if (headers.origin !== undefined && headers.origin !== rules.origin) return forbidden
  // No preflight is answered and no WebSocket offered: nothing of ours asks for either.
  if (request.method === 'OPTIONS' || headers.upgrade !== undefined) return forbidden
  return isSiteAllowed(request, route) ? null : forbidden
}

/**
 * Browsers tell where a request comes from. Data is for our own page only; the page itself may also be asked
 * for from the address bar (`none`) and, at `/`, by opening it as a page: the browser comes from a local file.
 */
function isSiteAllowed(request: IncomingMessage, route: Route): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return true
  if (route.kind !== 'page') return false
  if (site === 'none') return true
  const opensPage =
    request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document'
  return opensPage && route.path === '/'
}

function refuseMethod(request: IncomingMessage, route: Route | null): Refusal | null {
  if (route === null) return forbidden
  const methods = routeMethods(route)
  return methods.includes(request.method ?? '') ? null : { status: 405, methods }
}

function refuseCall(request: IncomingMessage, route: Route, rules: AccessRules): Refusal | null {
  const verdict = rules.judgeToken(request.headers.authorization)
  if (verdict === 'too-many-wrong') return { status: 429 }
  if (verdict !== 'right') return { status: 401 }
  if (route.kind === 'unknown-api') return { status: 404 }
  return route.kind === 'call' && !isPlainJson(request) ? { status: 415 } : null
}

/** A form cannot send this type, so another site's page cannot without a preflight, which we refuse. */
function isPlainJson({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  return /^application\/json(; ?charset=utf-8)?$/i.test(type) && headers['content-encoding'] === undefined
}
