// One end of the bridge between a page's own world and the preload script's. Both see the same DOM, and its events are
// dispatched at once, so that calls across are as immediate as Electron's. Runs in a page.
import type { References, Wire } from './transfer.ts'
import { fromWire, toWire } from './transfer.ts'

type Message =
  | { kind: 'expose'; name: string; value: Wire }
  | { kind: 'call'; id: number; input: Wire[] }
  | { kind: 'returned'; value: Wire }
  | { kind: 'thrown'; message: string }
  | { kind: 'fulfilled'; id: number; value: Wire }
  | { kind: 'rejected'; id: number; reason: Wire }

interface Settler {
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

/** What one world can do to the other. */
export interface WorldLink {
  /** Puts a value on the other world's `window`, frozen. */
  expose(name: string, value: unknown): void
}

/** Links this world to the other one. `outgoing` and `incoming` are the two names that the ends agree on, crossed over. */
export function linkWorlds(outgoing: string, incoming: string): WorldLink {
  const functions = new Map<number, (...input: unknown[]) => unknown>()
  const settlers = new Map<number, Settler>()
  let lastId = 0
  let reply: Message | null = null

  function send(message: Message): void {
    window.dispatchEvent(new CustomEvent(outgoing, { detail: JSON.stringify(message) }))
  }

  const references: References = {
    keepFunction(value) {
      lastId += 1
      functions.set(lastId, value)
      return lastId
    },
    keepPromise(promise) {
      lastId += 1
      const id = lastId
      promise.then(
        (value) => send({ kind: 'fulfilled', id, value: toWire(value, references) }),
        (reason: unknown) => send({ kind: 'rejected', id, reason: toWire(reason, references) }),
      )
      return id
    },
    reachFunction: (id) => {
      return (...input) => {
        send({ kind: 'call', id, input: input.map((item) => toWire(item, references)) })
        const answer = reply
        reply = null
        if (answer?.kind === 'returned') return fromWire(answer.value, references)
        throw new Error(answer?.kind === 'thrown' ? answer.message : 'stand-in: the other world is gone')
      }
    },
    reachPromise: (id) => new Promise((resolve, reject) => settlers.set(id, { resolve, reject })),
  }

  function answerCall(id: number, input: readonly Wire[]): Message {
    try {
      const output = functions.get(id)?.(...input.map((item) => fromWire(item, references)))
      return { kind: 'returned', value: toWire(output, references) }
    } catch (cause) {
      return { kind: 'thrown', message: cause instanceof Error ? cause.message : String(cause) }
    }
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'expose':
        Object.defineProperty(window, message.name, {
          value: freezeDeeply(fromWire(message.value, references)),
          enumerable: true,
        })
        break
      case 'call':
        send(answerCall(message.id, message.input))
        break
      case 'returned':
      case 'thrown':
        reply = message
        break
      case 'fulfilled':
        settlers.get(message.id)?.resolve(fromWire(message.value, references))
        settlers.delete(message.id)
        break
      case 'rejected':
        settlers.get(message.id)?.reject(fromWire(message.reason, references))
        settlers.delete(message.id)
    }
  }

  window.addEventListener(incoming, (event) => {
    if (event instanceof CustomEvent) receive(JSON.parse(String(event.detail)))
  })
  return { expose: (name, value) => send({ kind: 'expose', name, value: toWire(value, references) }) }
}

function freezeDeeply(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freezeDeeply)
    Object.freeze(value)
  }
  return value
}
