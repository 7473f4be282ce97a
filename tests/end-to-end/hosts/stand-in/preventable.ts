// Events whose default the program may prevent. Runs in the stand-in's process.

/** An event of Electron's, as far as programs use it. */
export interface Preventable {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** Makes an event, with further members where it has any. */
export function createPreventable(): Preventable
export function createPreventable<More extends object>(more: More): Preventable & More
export function createPreventable(more: object = {}): Preventable {
  let prevented = false
  const event = {
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
  // Defined, not copied, so that the getter stays one.
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(more))
}
