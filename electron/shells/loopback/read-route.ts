// Reads what a request asks for out of its target. Loopback shell; pure.

/** What a request may ask for. `path` keeps its percent-encoding. */
export type Route =
  | { kind: 'call'; operation: string }
  | { kind: 'events' }
  | { kind: 'unknown-api' }
  | { kind: 'page'; path: string }

const callPrefix = '/api/call/'

/**
 * The route of a request's target, its query left out: no route has one. Answers `null` for the forms that
 * speak to proxies (`http://elsewhere/`, `host:port`, `*`).
 */
export function readRoute(target: string): Route | null {
  if (!target.startsWith('/')) return null
  const path = target.split('?', 1).join('')
  if (path.startsWith(callPrefix)) return readCall(path.slice(callPrefix.length))
  if (path === '/api/events') return { kind: 'events' }
  if (path === '/api' || path.startsWith('/api/')) return { kind: 'unknown-api' }
  return { kind: 'page', path }
}

function readCall(operation: string): Route {
  // Whether there is such an operation is for the dispatcher to say; this only keeps rubbish out of its answer.
  return /^[A-Za-z]{1,64}$/.test(operation) ? { kind: 'call', operation } : { kind: 'unknown-api' }
}

/** The methods that a route takes. */
export function routeMethods(route: Route): readonly string[] {
  switch (route.kind) {
    case 'call':
      return ['POST']
    case 'events':
      return ['GET']
    case 'unknown-api':
      return ['GET', 'POST']
    case 'page':
      return ['GET', 'HEAD']
  }
}
