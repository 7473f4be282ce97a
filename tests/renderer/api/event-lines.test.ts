import { describe, expect, it } from 'vitest'
import { readEventData } from '../../../renderer/api/event-lines.ts'

/** The data of all events in a stream that arrives in these pieces. */
async function read(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]> {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  const data: string[] = []
  for await (const event of readEventData(stream)) data.push(event)
  return data
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

describe('readEventData', () => {
  it('yields the data of each event in order and passes over comments', async () => {
    expect(await read([bytes('data: {"a":1}\n\n: heartbeat\n\ndata: {"b":2}\n\n')])).toEqual([
      '{"a":1}',
      '{"b":2}',
    ])
  })

  it('joins the data lines of one event by line feeds', async () => {
    expect(await read([bytes('event: change\ndata: one\ndata: two\n\n')])).toEqual(['one\ntwo'])
  })

  it('reads the same however the bytes are cut, also within a letter', async () => {
    const whole = bytes('data: «Фонарь» 🏮\n\ndata: two\n\n')
    for (let cut = 0; cut <= whole.length; cut++) {
      expect(await read([whole.slice(0, cut), whole.slice(cut)])).toEqual(['«Фонарь» 🏮', 'two'])
    }
  })

  it('leaves out an event that was cut off', async () => {
    expect(await read([bytes('data: whole\n\ndata: hal')])).toEqual(['whole'])
  })
})
