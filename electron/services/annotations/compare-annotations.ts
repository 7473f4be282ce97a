// The order in which a notebook shows annotations. Pure, runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'

/**
 * For `sort`: text order, what hangs on no words before it. By start, then end; what covers the same words stands in the
 * order in which it was made; the id settles the rest, so that the order is the same at every reading.
 */
export function compareAnnotations(left: Annotation, right: Annotation): number {
  const [one, other] = [left.anchor ?? nowhere, right.anchor ?? nowhere]
  return (
    one.start - other.start ||
    one.end - other.end ||
    left.createdAt - right.createdAt ||
    (left.id < right.id ? -1 : Number(left.id > right.id))
  )
}

/** No highlight ends where it starts, so this comes before all of them. */
const nowhere = { start: 0, end: 0 }
