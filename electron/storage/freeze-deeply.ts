// Makes held values immutable, so that a store's memory can change only by a write. Plain Node.

/** Freezes a plain value with everything in it and answers it: a later attempt to change it throws a TypeError. */
export function freezeDeeply<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freezeDeeply)
  }
  return value
}
