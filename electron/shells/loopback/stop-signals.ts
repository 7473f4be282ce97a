// Stops the program when the user or the system asks for it. Loopback shell.

/** Signals that ask for a stop: Ctrl+C, a polite kill, a closed terminal. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Milliseconds in which signals count as one: Ctrl+C comes from the terminal and once more from npm. */
const sameRequestTime = 500

/** The part of `process` that is of interest. */
export interface SignalSource {
  on(signal: (typeof stopSignals)[number], listener: () => void): unknown
}

/**
 * Calls `stop` at the first signal and `stopAtOnce` at a later one that is no echo of the first. `clock`
 * counts milliseconds.
 */
export function onStopSignal(
  source: SignalSource,
  clock: () => number,
  { stop, stopAtOnce }: { stop: () => void; stopAtOnce: () => void },
): void {
  let firstAt: number | null = null
  const receive = (): void => {
    if (firstAt === null) {
      firstAt = clock()
      stop()
    } else if (clock() - firstAt > sameRequestTime) {
      stopAtOnce()
    }
  }
  for (const signal of stopSignals) source.on(signal, receive)
}
