// The order in which a notebook shows annotations. Pure, runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'

/**
 * For `sort`: text order. By start, then end; what covers the same words stands in the order in which it was
 * made; the id settles the rest, so that the order is the same at every reading.
 */
export function compareAnnotations(left: Annotation, right: Annotation): number {
  return (
    left.anchor.start - right.anchor.start ||
    left.anchor.end - right.anchor.end ||
    left.createdAt - right.createdAt ||
    (left.id < right.id ? -1 : Number(left.id > right.id))
  )
}
