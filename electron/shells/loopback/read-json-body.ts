// Reads the JSON that a request brings, up to a limit. Loopback shell.
import type { IncomingMessage } from 'node:http'

/** The body's value, or the HTTP status that says what is wrong: 413 too large, 400 not JSON in UTF-8. */
export type JsonBody = { ok: true; value: unknown } | { ok: false; status: 400 | 413 }

/**
 * Reads a body of at most `limit` bytes. A larger one is refused at once where the request states its size, else
 * after it has gone by unkept: cutting the connection would cost the sender the answer. Throws where the sender leaves.
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<JsonBody> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { ok: false, status: 413 }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes: Buffer = chunk
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
    else chunks.length = 0
  }
  return size > limit ? { ok: false, status: 413 } : parseJson(Buffer.concat(chunks))
}

function parseJson(bytes: Buffer): JsonBody {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    // Whatever stands in the way of reading them, the sender's bytes are at fault, and the answer says so.
    return { ok: false, status: 400 }
  }
}
