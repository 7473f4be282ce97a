// Words an error of the file system for a log line. Plain Node.

/** The system's own code, such as ENOENT, where the error carries one; else its message. */
export function describeSystemError(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}
