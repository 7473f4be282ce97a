import { describe, expect, it } from 'vitest'
import type { BookwheelEvent } from '../../../electron/contract/events.ts'
import { operationNames } from '../../../electron/contract/operation-names.ts'
import type { Bridge } from '../../../renderer/api/ipc-transport.ts'
import { createIpcTransport } from '../../../renderer/api/ipc-transport.ts'

/** A bridge on which every operation is done by `carryOut`. */
function createBridge(carryOut: (operation: string, input: unknown) => Promise<unknown>) {
  const listeners = new Set<(event: unknown) => void>()
  const operations = Object.fromEntries(
    operationNames.map((name) => [name, (input: unknown) => carryOut(name, input)]),
  )
  const bridge: Bridge = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from the list of all names
    operations: operations as Bridge['operations'],
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { bridge, tell: (event: unknown) => listeners.forEach((listener) => listener(event)) }
}

describe('the transport over the bridge', () => {
  it('hands a request to the operation of its name', async () => {
    const { bridge } = createBridge(async (operation, input) => ({ ok: true, value: [operation, input] }))
    expect(await createIpcTransport(bridge).call('readArticle', { articleId: 'a' })).toEqual({
      ok: true,
      value: ['readArticle', { articleId: 'a' }],
    })
  })

  it('tells a request that was not answered as program-unreachable', async () => {
    const { bridge } = createBridge(() => Promise.reject(new Error('reply was never sent')))
    await expect(createIpcTransport(bridge).call('readStatus', {})).rejects.toMatchObject({
      error: { code: 'program-unreachable' },
    })
  })

  it('hands over events until it is told to stop, and nothing that is none', () => {
    const { bridge, tell } = createBridge(async () => null)
    const events: BookwheelEvent[] = []
    const stop = createIpcTransport(bridge).subscribe(
      (event) => events.push(event),
      () => undefined,
    )
    tell({ type: 'library-changed' })
    tell('noise')
    stop()
    tell({ type: 'status-changed' })
    expect(events).toEqual([{ type: 'library-changed' }])
  })
})
