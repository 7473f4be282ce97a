// How specs wait: they look again and again for what a page will show, and never sleep for a fixed time.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** For `expect.poll`, in milliseconds: what has not come after this time will not come. */
export const patience = { timeout: 5000, interval: 25 } as const

declare module 'vitest' {
  interface Matchers<T> {
    /** That a part of the page is there to be seen, now or soon. Await it. */
    toBeShown: () => Promise<T>
  }
}

expect.extend({
  async toBeShown(part: Locator) {
    const problem = await part.waitFor({ timeout: patience.timeout }).then(
      () => null,
      (cause: unknown) => String(cause),
    )
    return { pass: problem === null, message: () => problem ?? `expected ${part.toString()} not to be shown` }
  },
})
