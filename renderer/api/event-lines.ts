// Reads server-sent events from a stream of bytes: EventSource cannot send the token, fetch can.

/** Yields the data of each event of a `text/event-stream`; comments (heartbeats) are passed over. */
export async function* readEventData(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let pending = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    pending += chunk
    for (let end = pending.indexOf('\n\n'); end >= 0; end = pending.indexOf('\n\n')) {
      const lines = pending.slice(0, end).split('\n')
      pending = pending.slice(end + 2)
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6))
      if (data.length > 0) yield data.join('\n')
    }
  }
}
