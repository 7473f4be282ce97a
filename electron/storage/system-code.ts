// Tells errors of the system from errors of ours, and words them as failures of a store. Plain Node.
import { Failure } from '../contract/errors.ts'

/**
 * The system's own word for what went wrong, such as ENOENT; `null` where the system did not raise the error.
 * Codes that begin with ERR_ are Node's, for calls that are wrong in themselves.
 */
export function systemCode(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return typeof code === 'string' && !code.startsWith('ERR_') ? code : null
}

/** Whether the error says that nothing stands at a path: not there, or its folder is none. */
export function isAbsence(cause: unknown): boolean {
  const code = systemCode(cause)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** An error of ours that is raised where the system's own checks would have raised one. */
export function createSystemError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code })
}

/** What to throw when writing a store failed: a `Failure` for an error of the system, anything else as it is. */
export function toWriteFailure(store: string, cause: unknown): unknown {
  const code = systemCode(cause)
  if (code === null) return cause
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Failure({ code: 'disk-full', store })
  return new Failure({ code: 'write-failed', store, systemCode: code })
}
