// The form in which a proof says what it has found. Runs in Node.

/** One thing that was tried. */
export interface Check {
  name: string
  holds: boolean
  /** What was found, for the report of a failure. */
  detail: string
}

/** A check that holds where two values are the same as JSON. */
export function expectSame(name: string, found: unknown, expected: unknown): Check {
  const text = JSON.stringify(found)
  return { name, holds: text === JSON.stringify(expected), detail: `found ${text}` }
}
