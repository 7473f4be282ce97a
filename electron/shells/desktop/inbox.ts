// Holds what comes before anybody can take it: the Mac tells of opened files before Electron is ready. Pure.

/** A box into which things are put, and which hands them on from the moment that somebody takes them. */
export interface Inbox<Thing> {
  put: (thing: Thing) => void
  /** Hands on what lies there and all that comes. One taker at a time. */
  take: (taker: (thing: Thing) => void) => void
}

/** Makes an empty one. */
export function createInbox<Thing>(): Inbox<Thing> {
  const waiting: Thing[] = []
  let handOn: ((thing: Thing) => void) | null = null
  return {
    put(thing) {
      if (handOn === null) waiting.push(thing)
      else handOn(thing)
    },
    take(taker) {
      handOn = taker
      waiting.splice(0).forEach(taker)
    },
  }
}
