// The one door between a shell and the services: checks every request and turns every outcome into a Result.
// Plain Node; both shells carry it.
import type { BookwheelError, Result } from './contract/errors.ts'
import { Failure } from './contract/errors.ts'
import type { OperationName } from './contract/operation-names.ts'
import { operationNames } from './contract/operation-names.ts'
import type { CheckedInput, Handlers, OperationOutput } from './contract/operations.ts'
import { operationInputs } from './contract/operations.ts'
import type { Log } from './services/ports.ts'

/**
 * Runs one operation for a page. Always answers a Result: it neither throws nor rejects, whatever the page
 * sends. What nobody foresaw is logged once and answered as `internal` with the log line's reference.
 */
export type Dispatch = (operation: string, input: unknown) => Promise<Result<unknown>>

interface Issue {
  path: readonly PropertyKey[]
  message: string
}

/** The schemas, told so that the type of a checked input stays tied to the handler of the same name. */
type InputChecks = {
  [Name in OperationName]: {
    safeParse(
      input: unknown,
    ): { success: true; data: CheckedInput<Name> } | { success: false; error: { issues: readonly Issue[] } }
  }
}

const inputChecks: InputChecks = operationInputs

/** The most faults of one input that are told; a page that sends more has no use for the rest. */
const issueLimit = 20

/** Makes the dispatcher over the services' handlers. The log never holds an input, only its size. */
export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  async function answer<Name extends OperationName>(
    operation: Name,
    input: unknown,
  ): Promise<Result<OperationOutput<Name>>> {
    const checked = inputChecks[operation].safeParse(input)
    if (!checked.success) return refuse(invalidInput(operation, checked.error.issues))
    return { ok: true, value: await handlers[operation](checked.data) }
  }

  function explain(operation: OperationName, input: unknown, cause: unknown): Result<never> {
    if (cause instanceof Failure) return refuse(cause.error)
    const reference = crypto.randomUUID().slice(0, 8)
    log.error(`${operation} failed (reference ${reference}, input: ${describeSize(input)})`, cause)
    return refuse({ code: 'internal', reference })
  }

  return async (operation, input) => {
    // Looked up among the names alone, so that `constructor` or `__proto__` is nothing but an unknown name.
    const name = operationNames.find((known) => known === operation)
    if (name === undefined) return refuse({ code: 'unknown-operation', operation })
    try {
      return await answer(name, input)
    } catch (cause) {
      return explain(name, input, cause)
    }
  }
}

function refuse(error: BookwheelError): Result<never> {
  return { ok: false, error }
}

function invalidInput(operation: OperationName, issues: readonly Issue[]): BookwheelError {
  const told = issues
    .slice(0, issueLimit)
    .map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
  return { code: 'invalid-input', operation, issues: told }
}

/** The size of an input as JSON, in characters; an input that a shell takes may yet be none (a cycle, a BigInt). */
function describeSize(input: unknown): string {
  try {
    return `${JSON.stringify(input)?.length ?? 0} characters`
  } catch {
    return 'not JSON'
  }
}
