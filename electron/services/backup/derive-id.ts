// Makes an id from what it is to name, so that making it again gives the same. Pure, runs everywhere.

/**
 * A UUID (version 8 of RFC 9562: of our own making) from an id and a text, by four FNV-1a sums of 32 bits each. Not
 * for secrets; two texts that one reader has written do not meet by chance.
 */
export function deriveId(id: string, text: string): string {
  const digits = [0, 1, 2, 3].map((salt) => sum(`${salt} ${id} ${text}`)).join('')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

function sum(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
