// Runs before each file of unit tests: whatever would leave this process over the network throws, and the test that let it
// happen fails, even where the code under test keeps the error to itself. Runs in Node.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { afterAll, afterEach } from 'vitest'

/** An attempt to reach another machine, or to look up a name. */
export class NetworkForbidden extends Error {
  override readonly name = 'NetworkForbidden'

  constructor(attempt: string) {
    super(`tests reach no network: ${attempt}`)
  }
}

const attempts: string[] = []
const allowedHosts = new Set<string>()

/**
 * Allows the calling file to connect to these numeric addresses, which must be this machine's own: for tests of what
 * listens there. Names stay forbidden, `localhost` among them.
 */
export function allowConnectionsTo(...hosts: readonly string[]): void {
  for (const host of hosts) {
    if (net.isIP(host) === 0) throw new Error(`${host} is not a numeric address`)
    allowedHosts.add(host)
  }
}

/** The attempts of the test at hand so far, which then no longer fail it: for the tests of this guard. */
export function takeAttempts(): string[] {
  return attempts.splice(0)
}

function forbid(attempt: string): never {
  attempts.push(attempt)
  throw new NetworkForbidden(attempt)
}

/** Where `connect` was asked to go, or `null` where it stays on this machine: a pipe, or an address that is allowed. */
function foreignTarget(given: readonly unknown[]): string | null {
  // Node's own callers hand over their arguments as one list.
  const [first, second] = Array.isArray(given[0]) ? (given[0] as readonly unknown[]) : given
  const options: { host?: unknown; port?: unknown; path?: unknown } =
    typeof first === 'object' && first !== null
      ? first
      : isPort(first)
        ? { port: first, host: second }
        : { path: first }
  if (options.path !== undefined && options.port === undefined) return null
  const host = typeof options.host === 'string' ? options.host : 'localhost'
  return allowedHosts.has(host) ? null : `${host}:${String(options.port)}`
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
}

/** Everything in Node's own modules by which a name is looked up; a numeric address needs none. */
const lookups = [
  'lookup',
  'lookupService',
  'resolve',
  'resolve4',
  'resolve6',
  'resolveAny',
  'resolveTxt',
  'reverse',
] as const

const originals: (() => void)[] = []

/** Puts `make`'s function in the place of a member, until the file has ended. */
function replace<Owner extends object>(
  owner: Owner,
  name: keyof Owner & string,
  make: (original: Function) => (this: unknown, ...given: unknown[]) => unknown,
): void {
  const original = Reflect.get(owner, name)
  if (typeof original !== 'function') throw new Error(`there is no ${name} to forbid`)
  Reflect.set(owner, name, make(original))
  originals.push(() => Reflect.set(owner, name, original))
}

// Below all of `net.connect`, `http.request`, `https.request`, `tls.connect` and `fetch` lies this one function.
replace(
  net.Socket.prototype,
  'connect',
  (original) =>
    function connect(this: unknown, ...given) {
      const target = foreignTarget(given)
      return target === null ? Reflect.apply(original, this, given) : forbid(`a connection to ${target}`)
    },
)
for (const name of ['send', 'connect'] as const) {
  replace(dgram.Socket.prototype, name, () => () => forbid('a datagram'))
}
for (const owner of [dns, dns.promises]) {
  for (const name of lookups) {
    replace(
      owner,
      name,
      (original) =>
        function lookup(this: unknown, ...given) {
          const [host] = given
          const isNumeric = name === 'lookup' && typeof host === 'string' && net.isIP(host) !== 0
          return isNumeric ? Reflect.apply(original, this, given) : forbid(`the name ${String(host)}`)
        },
    )
  }
}
// Named imports of these modules see what they are made of now.
syncBuiltinESMExports()

afterEach(() => {
  const [attempt] = takeAttempts()
  if (attempt !== undefined) throw new NetworkForbidden(attempt)
})

afterAll(() => {
  for (const restore of originals.toReversed()) restore()
  syncBuiltinESMExports()
})
