// Knows which operations are under way, so that the program does not end in the middle of one. Pure.
import type { Dispatch } from '../dispatch.ts'

/** A dispatcher whose calls can be waited for. */
export interface TrackedDispatch {
  dispatch: Dispatch
  /** Resolved when nothing is under way any more. */
  settled(): Promise<void>
}

/** Keeps account of the calls that go through `dispatch`. */
export function trackCalls(dispatch: Dispatch): TrackedDispatch {
  const underWay = new Set<Promise<unknown>>()
  return {
    dispatch(operation, input) {
      const answer = dispatch(operation, input)
      underWay.add(answer)
      void answer.finally(() => underWay.delete(answer))
      return answer
    },
    async settled() {
      // One that ends may have let another begin.
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
