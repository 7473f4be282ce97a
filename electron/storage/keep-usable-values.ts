// Saves what can be saved of a document whose values are partly junk. Plain Node.
import { z } from 'zod'

/** What is usable of a document. */
export interface UsableValues<Value> {
  /** The usable members, defaults in the place of the others. */
  value: Value
  /** The names of all that is not usable, such as `theme` or `annotations[3]`. */
  dropped: string[]
  /** Whether no member at all could be used. */
  isEmpty: boolean
}

/**
 * Checks a document member by member: good members are kept, of a list its good items, and the rest is named.
 * Members that the schema does not know are junk as well. Every member of the schema must have a default.
 */
export function keepUsableValues<Schema extends z.ZodObject>(
  schema: Schema,
  members: Record<string, unknown>,
): UsableValues<z.output<Schema>> {
  const whole = schema.safeParse(members)
  if (whole.success) {
    return { value: whole.data, dropped: [], isEmpty: Object.keys(members).length === 0 }
  }
  const kept: Record<string, unknown> = {}
  const dropped: string[] = []
  for (const [name, value] of Object.entries(members)) {
    const member = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    const usable = member === undefined ? null : usablePart(member, name, value)
    if (usable !== null) kept[name] = usable.value
    for (const label of usable?.dropped ?? [name]) dropped.push(label)
  }
  return { value: schema.parse(kept), dropped, isEmpty: Object.keys(kept).length === 0 }
}

/** The member itself, or the good items of a list; `null` where nothing of it can be used. */
function usablePart(member: z.core.$ZodType, name: string, value: unknown) {
  const accepts = (candidate: unknown) => z.safeParse(member, candidate).success
  if (accepts(value)) return { value, dropped: [] }
  if (!Array.isArray(value)) return null
  const items: unknown[] = value
  // A list takes a list of one exactly where it takes that item.
  const isGood = items.map((item) => accepts([item]))
  const good = items.filter((_, index) => isGood[index])
  if (good.length === 0 || !accepts(good)) return null
  return { value: good, dropped: items.flatMap((_, index) => (isGood[index] ? [] : [`${name}[${index}]`])) }
}
