// From anything thrown to an error that the page can word.
import type { PageError } from './transport.ts'
import { RequestFailure } from './transport.ts'

/** The error that a failed request carries. Anything else is a fault of the page itself and is thrown on. */
export function errorOf(failure: unknown): PageError {
  if (failure instanceof RequestFailure) return failure.error
  throw failure
}
