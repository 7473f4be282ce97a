// What carries requests and events between the page and the program, whichever shell it is.
import type { BookwheelError } from '../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import type { OperationName } from '../../electron/contract/operation-names.ts'

/** Failures that arise on the way, before any operation is reached. */
export type TransportError =
  /** The program has gone or does not answer. */
  | { code: 'program-unreachable' }
  /** The page has no key to the program, or a wrong one. */
  | { code: 'access-denied' }

/**
 * How the page stands to its program: it answers; it has gone or does not answer; or one answers that knows nothing of
 * the page's key, as another run of it at the same place does.
 */
export type Connection = 'there' | 'lost' | 'denied'

/** Every failure that the page can meet and word. */
export type PageError = BookwheelError | TransportError

/** A failed request; thrown by the client. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure'
  readonly error: PageError

  constructor(error: PageError) {
    super(error.code)
    this.error = error
  }
}

/** Carries requests and events. */
export interface Transport {
  /**
   * Whether a request that has been sent is carried out although its page goes at once: then there is no need to ask
   * the reader to wait for the answer.
   */
  outlivesPage: boolean
  /** Answers what the program says; throws a `RequestFailure` with a {@link TransportError} where nothing comes. */
  call(operation: OperationName, input: unknown): Promise<unknown>
  /**
   * Hands over every event, and says when the connection is lost and when it is there again. After it is back the
   * page must read again what it shows: events may have been missed.
   */
  subscribe(
    listener: (event: BookwheelEvent) => void,
    onConnection: (connection: Connection) => void,
  ): () => void
}
