// Bytes as text, for requests and answers, which are JSON. Runs everywhere.

/** Bytes that are turned into characters at one go: a function takes only so many arguments. */
const stretch = 0x6000

/** The bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += stretch) {
    // A multiple of three bytes, so that the parts can be joined.
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + stretch))))
  }
  return parts.join('')
}

/** The bytes that a text in base64 stands for. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  // Written out: `Uint8Array.from` takes thirty times as long over a text.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at)
  return bytes
}
