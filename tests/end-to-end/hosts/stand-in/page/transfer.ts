// Turns values into JSON and back, as Electron's structured clone would carry them between processes and worlds. Runs
// in the stand-in's process and in its pages.

/** A value as JSON. */
export type Wire =
  | null
  | boolean
  | string
  | number
  | { list: Wire[] }
  | { record: Record<string, Wire> }
  | { undefined: true }
  /** NaN, the infinities, minus zero: what JSON cannot say. */
  | { number: string }
  | { bigint: string }
  /** Milliseconds since 1970. */
  | { date: number }
  | { error: { name: string; message: string } }
  /** A function or promise that stays where it is; the other side gets one that reaches it. */
  | { function: number }
  | { promise: number }

/** What carries functions and promises across; without it they cannot be sent, as between processes. */
export interface References {
  keepFunction(value: (...input: unknown[]) => unknown): number
  keepPromise(value: Promise<unknown>): number
  reachFunction(id: number): (...input: unknown[]) => unknown
  reachPromise(id: number): Promise<unknown>
}

function refuseClone(): never {
  throw new Error('An object could not be cloned.')
}

/** The JSON form of a value. Throws Electron's own words for what cannot be sent. */
export function toWire(value: unknown, references?: References): Wire {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { number: Object.is(value, -0) ? '-0' : String(value) }
    case 'undefined':
      return { undefined: true }
    case 'bigint':
      return { bigint: String(value) }
    case 'symbol':
      return refuseClone()
    case 'function':
      // oxlint-disable-next-line typescript/no-unsafe-argument -- `typeof` tells no more of a function
      return references ? { function: references.keepFunction((...input) => value(...input)) } : refuseClone()
    case 'object':
      return value === null ? null : objectToWire(value, references)
  }
}

function objectToWire(value: object, references: References | undefined): Wire {
  if (value instanceof Promise) {
    return references ? { promise: references.keepPromise(value) } : refuseClone()
  }
  if (value instanceof Date) return { date: value.getTime() }
  if (value instanceof Error) return { error: { name: value.name, message: value.message } }
  if (Array.isArray(value)) return { list: value.map((item: unknown) => toWire(item, references)) }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) {
    throw new Error(`stand-in: a ${value.constructor.name} cannot be sent`)
  }
  const entries = Object.entries(value).map(([name, member]: [string, unknown]) => [
    name,
    toWire(member, references),
  ])
  return { record: Object.fromEntries(entries) }
}

/** The value behind its JSON form. */
export function fromWire(wire: Wire, references?: References): unknown {
  if (typeof wire !== 'object' || wire === null) return wire
  if ('list' in wire) return wire.list.map((item) => fromWire(item, references))
  if ('record' in wire) {
    const entries = Object.entries(wire.record).map(([name, member]) => [name, fromWire(member, references)])
    return Object.fromEntries(entries)
  }
  if ('undefined' in wire) return undefined
  if ('number' in wire) return Number(wire.number)
  if ('bigint' in wire) return BigInt(wire.bigint)
  if ('date' in wire) return new Date(wire.date)
  if ('error' in wire) return Object.assign(new Error(wire.error.message), { name: wire.error.name })
  if (references === undefined) return refuseClone()
  return 'function' in wire ? references.reachFunction(wire.function) : references.reachPromise(wire.promise)
}
