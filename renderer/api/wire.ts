// Where what comes from the program takes its types: the only place in the page that trusts a shape.
import type { Result } from '../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import { RequestFailure } from './transport.ts'

function hasMember<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && name in value
}

/**
 * The result of an operation. What the program answers was checked against the contract when both were built;
 * anything without the envelope did not come from the program, which counts as out of reach.
 */
export function asResult(answer: unknown): Result<unknown> {
  if (!hasMember(answer, 'ok')) throw new RequestFailure({ code: 'program-unreachable' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the envelope is there; see above
  return answer as Result<unknown>
}

/** An event of the program, or `null` where the message is none. */
export function asEvent(message: unknown): BookwheelEvent | null {
  if (!hasMember(message, 'type')) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the program can send on this channel
  return message as unknown as BookwheelEvent
}
