// Reads what strace has seen: which addresses were connected to or sent to, and which names were looked up. Pure.

/** What a trace holds. Each list names every address once. */
export interface Trace {
  /** Addresses of other machines. */
  foreign: string[]
  /** Ways to have a name looked up: port 53 and its like, or the system's own resolver. */
  lookups: string[]
  /** Connections to the dead proxy behind which Chromium is put: it tried to leave. */
  deadEnds: string[]
  /** Sockets by which Chromium asks the kernel, sending nothing, whether there is a road to IPv6. */
  probes: string[]
  /** Connections within this machine, to show that the trace has seen anything. */
  ownCount: number
}

/** Calls that name an address to go to; `bind` and those that receive do not. */
const goingCall = /\b(connect|sendto|sendmsg|sendmmsg)\(/
const addressFour = /sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/g
const addressSix = /sin6_port=htons\((\d+)\)[^}]*?inet_pton\(AF_INET6, "([^"]+)"/g
/** Sockets of systemd-resolved, nscd and avahi; one that is not there answers ENOENT, and nobody was asked. */
const resolverSocket = /sun_path="([^"]*(?:resolve|nscd|avahi|mdns)[^"]*)"/
const resolverPorts = new Set(['53', '853', '5353', '5355', '137'])

/** Where Chromium looks for a road to IPv6: Google's public resolver, by a datagram socket that it never writes to. */
const probeAddress = '2001:4860:4860::8888'
/** See `shared-chromium.ts`. */
const deadProxy = '127.0.0.1:9'

function isOwn(host: string): boolean {
  return host.startsWith('127.') || host === '::1' || host.startsWith('::ffff:127.')
}

/** The thread and the number of the socket that a line is about, as one name. */
function socketOf(line: string): string {
  const [, thread = '', descriptor = ''] = /^(\d+) +\w+\((\d+)/.exec(line) ?? []
  return `${thread} ${descriptor}`
}

/** Reads the lines of `strace -f -e trace=network`. What is sent through a socket of a probe makes it no probe. */
export function readTrace(lines: Iterable<string>): Trace {
  const foreign = new Set<string>()
  const lookups = new Set<string>()
  const deadEnds = new Set<string>()
  const probes = new Set<string>()
  const probing = new Set<string>()
  let ownCount = 0
  for (const line of lines) {
    if (!goingCall.test(line)) continue
    if (probing.has(socketOf(line)) && /\bsend/.test(line)) foreign.add(`[${probeAddress}], written to`)
    const resolver = resolverSocket.exec(line)?.[1]
    // The system gives the number of a closed socket to the next one.
    if (/\bconnect\(/.test(line)) probing.delete(socketOf(line))
    if (resolver !== undefined && !/ENOENT|ECONNREFUSED/.test(line)) lookups.add(resolver)
    for (const [, port = '', host = ''] of [...line.matchAll(addressFour), ...line.matchAll(addressSix)]) {
      const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
      if (resolverPorts.has(port)) lookups.add(address)
      if (address === deadProxy) deadEnds.add(address)
      else if (isOwn(host)) ownCount += 1
      else if (host === probeAddress && /\bconnect\(/.test(line)) {
        probes.add(address)
        probing.add(socketOf(line))
      } else foreign.add(address)
    }
  }
  return {
    foreign: [...foreign],
    lookups: [...lookups],
    deadEnds: [...deadEnds],
    probes: [...probes],
    ownCount,
  }
}
