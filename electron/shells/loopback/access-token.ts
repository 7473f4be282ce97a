// The secret that tells our page from everybody else on this machine: made anew at each start, never stored. Loopback shell.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../services/ports.ts'

/** Wrong tokens that are answered one by one before a pause begins. */
const patience = 20
/** How long wrong tokens are then turned away unread, in milliseconds. */
const pauseLength = 10_000

/** Makes a token of 256 random bits, in letters that need no escaping in an address. */
export function createAccessToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What a request's `Authorization` header is worth. */
export type TokenVerdict = 'right' | 'missing' | 'wrong' | 'too-many-wrong'

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * Makes the judge of `Authorization` headers. The comparison takes the same time for every wrong token; after 20
 * wrong ones further wrong ones are `too-many-wrong` for ten seconds. The right token is never held up.
 */
export function createTokenGuard(token: string, clock: Clock): (header: string | undefined) => TokenVerdict {
  const expected = digest(`Bearer ${token}`)
  let wrongTokens = 0
  let pausedUntil = 0

  return (header) => {
    if (header === undefined) return 'missing'
    if (timingSafeEqual(digest(header), expected)) return 'right'
    if (clock() < pausedUntil) return 'too-many-wrong'
    wrongTokens += 1
    if (wrongTokens === patience) {
      wrongTokens = 0
      pausedUntil = clock() + pauseLength
    }
    return 'wrong'
  }
}
