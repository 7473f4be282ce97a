// Makes stand-ins honest: what Electron lacks does not compile, what the stand-in lacks fails loudly, and every call is
// written down. Runs in the stand-in's process and in its pages.

/** What a member may be or answer in a stand-in: plain values as in the real thing, objects as stand-ins of their own. */
type Loose<Value> =
  Value extends Promise<infer Settled> ? Promise<Loose<Settled>> : Value extends object ? unknown : Value

/**
 * What may stand in for `Real`: any of its members. Methods say for themselves what they take; of an overloaded one
 * the last form tells what it answers.
 */
export type StandIn<Real> = {
  [Name in keyof Real]?: Real[Name] extends (...input: never[]) => infer Output
    ? (...input: never[]) => Loose<Output>
    : Loose<Real[Name]>
}

/** Hands a stand-in to what asks for the real thing: the program, which must get by with what there is of it. */
export function asReal<Real>(standIn: StandIn<Real>): Real
export function asReal(standIn: unknown): unknown {
  return standIn
}

/** One call of a member of the stand-in. */
export interface JournalEntry {
  /** As the program would write it, such as `app.enableSandbox`. */
  name: string
  input: readonly unknown[]
}

/** Every call so far, in order. */
export const journal: JournalEntry[] = []

/** Everything that has been wrapped already. */
const standIns = new WeakSet()

/**
 * Wraps the members of a stand-in for `Real`, which `name` says in error messages and in the journal. Reading a member
 * that is not there throws. Used as `strict<App>('app')({ … })`, because TypeScript infers all type arguments or none.
 */
export function strict<Real extends object>(name: string) {
  return <Members extends object>(
    members: Members & StandIn<Real> & Record<Exclude<keyof Members, keyof Real>, never>,
  ): Members => {
    const recorded = new WeakMap<object, unknown>()
    const wrapped: Members = new Proxy<Members>(members, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (typeof key === 'symbol' || (value === undefined && key === 'then')) return value
        if (!(key in target)) throw new Error(`stand-in: electron's ${name}.${key} is not implemented`)
        if (typeof value !== 'function' || standIns.has(value)) return value
        const known = recorded.get(value)
        if (known !== undefined) return known
        const recording = (...input: unknown[]): unknown => {
          if (!isQuiet(key)) journal.push({ name: `${name}.${key}`, input })
          const output: unknown = Reflect.apply(value, target, input)
          return output === target ? wrapped : output
        }
        recorded.set(value, recording)
        return recording
      },
    })
    standIns.add(wrapped)
    return wrapped
  }
}

/** Asked so often that they would drown the rest. */
function isQuiet(name: string): boolean {
  return name.startsWith('is') || name.startsWith('get') || name === 'emit'
}
