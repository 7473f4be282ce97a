// Finds whole JSON objects in a text that as a whole is no JSON any more: cut off, flipped, overwritten in part. Plain Node.

/** No object longer than this, in UTF-16 units, is looked for: ten times the longest note with all that belongs to it. */
const longestObject = 8_000_000

/** After looking at so many UTF-16 units the search ends, so that no text can hold up a start. */
const mostWork = 64_000_000

/**
 * Answers what `accept` makes of the objects in the text, in their order; `null` refuses an object, and what is
 * nested in it is offered next. An object in which the decoder met a byte that is no UTF-8 (U+FFFD) is not offered.
 */
export function salvageRecords<Value>(text: string, accept: (object: unknown) => Value | null): Value[] {
  const found: Value[] = []
  let work = mostWork
  let start = text.indexOf('{')
  while (start !== -1 && work > 0) {
    const end = findEnd(text, start)
    work -= end - start
    const value = acceptSlice(text.slice(start, end), accept)
    if (value !== null) found.push(value)
    start = text.indexOf('{', value === null ? start + 1 : end)
  }
  return found
}

function acceptSlice<Value>(slice: string, accept: (object: unknown) => Value | null): Value | null {
  if (slice.includes('\ufffd')) return null
  const object = parse(slice)
  return object === undefined ? null : accept(object)
}

/** `undefined`, which JSON cannot say, where the slice is no JSON. */
function parse(slice: string): unknown {
  try {
    return JSON.parse(slice)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}

const quote = '"'.charCodeAt(0)
const backslash = '\\'.charCodeAt(0)
const opening = '{'.charCodeAt(0)
const closing = '}'.charCodeAt(0)

/**
 * The place behind the object that opens at `start`; where it does not close, how far it was looked at: what lies between
 * is no JSON then. Braces within strings do not count.
 */
function findEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestObject)
  let depth = 0
  let isInString = false
  for (let at = start; at < limit; at += 1) {
    const unit = text.charCodeAt(at)
    if (isInString) {
      if (unit === backslash) at += 1
      else if (unit === quote) isInString = false
    } else if (unit === quote) isInString = true
    else if (unit === opening) depth += 1
    else if (unit === closing) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return limit
}
