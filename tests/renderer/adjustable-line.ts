// The line between a page and the program, with knobs: answers can be held and let go in any order, requests made to
// fail, the whole line cut. It is a real Transport: what goes over it is copied.
import type { Result } from '../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import type { OperationName } from '../../electron/contract/operation-names.ts'
import type { Connection, PageError, Transport } from '../../renderer/api/transport.ts'
import { RequestFailure } from '../../renderer/api/transport.ts'

/** Answers of one operation that are kept back. The operation itself was carried out at once. */
export interface HeldAnswers {
  /** How many wait. */
  waiting(): number
  /** Sends the one at this place among those that wait; the oldest unless told. */
  release(index?: number): void
  /** Loses it on the way: the page learns that the program does not answer. */
  lose(index?: number): void
  /** Sends all that wait and holds no more. */
  stop(): void
}

/** A line to the program, and what a test can do to it. */
export interface AdjustableLine {
  transport: Transport
  /** What was asked over it for one operation, in order. */
  inputsOf(operation: OperationName): unknown[]
  hold(operation: OperationName): HeldAnswers
  /** Makes the next request of this operation fail; it is not carried out. */
  failNext(operation: OperationName, error: PageError): void
  /** Out of reach: requests fail, events are missed. */
  goAway(): void
  /** Out of reach, and another run of the program in its place, which does not know the page's key. */
  giveWay(): void
  comeBack(): void
  /** Hands an event to the page; lost while the program is out of reach. */
  deliver(event: BookwheelEvent): void
}

interface Subscriber {
  listener: (event: BookwheelEvent) => void
  onConnection: (connection: Connection) => void
}

type Settle = (arrived: boolean) => void

function refuse(error: PageError): Result<never> {
  if (error.code === 'program-unreachable' || error.code === 'access-denied') throw new RequestFailure(error)
  return { ok: false, error }
}

function holdIn(holds: Map<OperationName, Settle[]>, operation: OperationName): HeldAnswers {
  const held: Settle[] = []
  holds.set(operation, held)
  const settle = (index: number, arrived: boolean): void => {
    const [answer] = held.splice(index, 1)
    if (!answer) throw new Error(`no answer of ${operation} waits at place ${index}`)
    answer(arrived)
  }
  return {
    waiting: () => held.length,
    release: (index = 0) => settle(index, true),
    lose: (index = 0) => settle(index, false),
    stop() {
      holds.delete(operation)
      for (const answer of held.splice(0)) answer(true)
    },
  }
}

/** Makes a line to a program that carries requests out. */
export function createAdjustableLine(
  carryOut: (operation: OperationName, input: unknown) => Promise<Result<unknown>>,
  outlivesPage = false,
): AdjustableLine {
  const subscribers = new Set<Subscriber>()
  const requests: { operation: OperationName; input: unknown }[] = []
  const failures = new Map<OperationName, PageError[]>()
  const holds = new Map<OperationName, Settle[]>()
  let connection: Connection = 'there'
  const isReachable = (): boolean => connection === 'there'

  async function call(operation: OperationName, input: unknown): Promise<unknown> {
    requests.push({ operation, input: structuredClone(input) })
    // Over a line nothing happens within the call itself.
    await Promise.resolve()
    if (connection === 'denied') return refuse({ code: 'access-denied' })
    if (!isReachable()) return refuse({ code: 'program-unreachable' })
    const failure = failures.get(operation)?.shift()
    if (failure) return refuse(failure)
    const answer = await carryOut(operation, structuredClone(input))
    const held = holds.get(operation)
    const arrived = held ? await new Promise<boolean>((settle) => held.push(settle)) : true
    return arrived ? structuredClone(answer) : refuse({ code: 'program-unreachable' })
  }

  function connect(wish: Connection): void {
    connection = wish
    for (const { onConnection } of subscribers) onConnection(wish)
  }

  return {
    transport: {
      outlivesPage,
      call,
      subscribe(listener, onConnection) {
        const subscriber = { listener, onConnection }
        subscribers.add(subscriber)
        return () => subscribers.delete(subscriber)
      },
    },
    inputsOf: (operation) =>
      requests.filter((request) => request.operation === operation).map(({ input }) => input),
    hold: (operation) => holdIn(holds, operation),
    failNext: (operation, error) => failures.set(operation, [...(failures.get(operation) ?? []), error]),
    goAway: () => connect('lost'),
    giveWay: () => connect('denied'),
    comeBack: () => connect('there'),
    deliver(event) {
      if (isReachable()) for (const { listener } of subscribers) listener(structuredClone(event))
    },
  }
}
