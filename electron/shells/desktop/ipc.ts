// Takes the page's requests from Electron's IPC to the dispatcher. Runs in Electron's main process; plain Node.
import type { Result } from '../../contract/errors.ts'
import type { Dispatch } from '../../dispatch.ts'
import type { Log } from '../../services/ports.ts'
import type { SenderEvent } from './find-sender-problem.ts'
import { findSenderProblem } from './find-sender-problem.ts'
import { messageRefused } from './messages.ts'

/** What answering takes. */
export interface CallDoors<Contents extends { isDestroyed(): boolean }> {
  dispatch: Dispatch
  /** Whether these are the contents of a window that the program has opened. */
  isOurs: (contents: Contents) => boolean
  log: Log
}

/**
 * Makes the handler for `ipcMain.handle`. It always answers a Result: a sender that is not our page learns nothing
 * but a reference into the log, and a request that is no operation's name with one input is an unknown operation.
 */
export function createCallHandler<Contents extends { isDestroyed(): boolean }>({
  dispatch,
  isOurs,
  log,
}: CallDoors<Contents>): (event: SenderEvent<Contents>, ...request: unknown[]) => Promise<Result<unknown>> {
  return async (event, ...request) => {
    const problem = findSenderProblem(event, isOurs)
    if (problem !== null) {
      const reference = crypto.randomUUID().slice(0, 8)
      log.error(messageRefused(problem, reference))
      return { ok: false, error: { code: 'internal', reference } }
    }
    const [operation, input, ...more] = request
    if (typeof operation !== 'string' || more.length > 0) {
      return { ok: false, error: { code: 'unknown-operation', operation: '' } }
    }
    return dispatch(operation, input)
  }
}
