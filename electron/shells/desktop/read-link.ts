// Decides whether the address of a link may be handed to the system. Pure.

/** A link that the system may open, once the reader has agreed. */
export interface Link {
  kind: 'web' | 'mail'
  /** As the system gets it: ASCII only, so that letters that look like others show as what they are. */
  address: string
}

/** Longer addresses, in characters, are refused: Windows would cut them short. */
const longestAddress = 2000

/** What a mail link may fill in. Some mail programs take an `attach` that would send a file of the reader's. */
const mailFields = new Set(['subject', 'body', 'cc', 'bcc'])

/**
 * The link behind an address, or `null` where it may not be opened: it is neither `https:` nor `mailto:`, cannot be
 * read as an address, carries a password, or holds characters that no link needs (spaces, control characters,
 * backslashes), by which programs read one address differently.
 */
export function readLink(address: string): Link | null {
  if (address.length > longestAddress || /[\s\p{Cc}\\]/u.test(address)) return null
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.href.length > longestAddress) return null
  if (url.protocol === 'https:') return isWebAddress(address, url) ? { kind: 'web', address: url.href } : null
  if (url.protocol === 'mailto:') return isMailAddress(url) ? { kind: 'mail', address: url.href } : null
  return null
}

/** Written with its two slashes: `https:evil` is read as an address too, but nobody means it. */
function isWebAddress(address: string, { username, password }: URL): boolean {
  return /^https:\/\/[^/]/i.test(address) && username === '' && password === ''
}

function isMailAddress({ pathname, searchParams }: URL): boolean {
  const hasReceiver = /^[^@/]+@[^@/]+$/.test(pathname)
  // An encoded line feed would begin a header of its own.
  const isPlain = !/%0[ad]/i.test(pathname)
  return hasReceiver && isPlain && [...searchParams].every(([name, value]) => isMailField(name, value))
}

function isMailField(name: string, value: string): boolean {
  const field = name.toLowerCase()
  return mailFields.has(field) && (field === 'body' || !/[\r\n]/.test(value))
}
