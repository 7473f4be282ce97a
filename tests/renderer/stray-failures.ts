// Catches what a promise threw and nobody took, so that a test can say whether that was to be.
import { onTestFinished } from 'vitest'

/** What was thrown and not taken from now until the test ends. While it watches, Vitest itself reports none of it. */
export function watchStrayFailures(): readonly unknown[] {
  const failures: unknown[] = []
  const take = (event: PromiseRejectionEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    failures.push(event.reason)
  }
  // Before Vitest's own listener, which would report it.
  window.addEventListener('unhandledrejection', take, true)
  onTestFinished(() => window.removeEventListener('unhandledrejection', take, true))
  return failures
}
