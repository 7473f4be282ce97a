// Tells a page that has gone from a fault. Runs in the stand-in's process.

/** Whether a call to Chromium failed because the page, or the request, that it was about is no more. */
export function isGone(cause: unknown): boolean {
  return cause instanceof Error && /closed|not attached|Invalid InterceptionId/i.test(cause.message)
}
