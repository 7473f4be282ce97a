// One typed function per operation, over any transport.
import type { OperationName } from '../../electron/contract/operation-names.ts'
import { operationNames } from '../../electron/contract/operation-names.ts'
import type { OperationInput, OperationOutput } from '../../electron/contract/operations.ts'
import type { Transport } from './transport.ts'
import { RequestFailure } from './transport.ts'
import { asResult } from './wire.ts'

/** One function per operation; each throws a `RequestFailure` where the operation fails. */
export type Client = {
  [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationOutput<Name>>
}

/** Makes the client that speaks over `transport`. */
export function createClient(transport: Transport): Client {
  const request = (operation: OperationName) => async (input: unknown) => {
    const result = asResult(await transport.call(operation, input))
    if (!result.ok) throw new RequestFailure(result.error)
    return result.value
  }
  // The dispatcher on the other side is checked against the same table, so the values have the table's types.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return Object.fromEntries(operationNames.map((name) => [name, request(name)])) as Client
}
