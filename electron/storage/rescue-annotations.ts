// Saves annotations out of a damaged file, and fills its gaps from a backup. Plain Node.
import type { Annotation } from '../contract/annotation.ts'
import { annotationSchema } from '../contract/annotation.ts'
import { salvageRecords } from './salvage-records.ts'

/** For stores that hold what a reader wrote: how as much as possible of it is saved. */
export interface Rescue<Value> {
  /** Everything whole in the text of a file that is damaged; `null` where there is nothing. */
  salvage(text: string): Value | null
  /** All that either value holds, the first in doubt; `first` itself where `second` adds nothing. */
  join(first: Value, second: Value): Value
}

/** How the annotations of one article are rescued; `isOwn` says which records are its. */
export function createAnnotationRescue(isOwn: (annotation: Annotation) => boolean): Rescue<Annotation[]> {
  return {
    salvage(text) {
      const found = salvageRecords(text, (object) => {
        const { data } = annotationSchema.safeParse(object)
        return data !== undefined && isOwn(data) ? data : null
      })
      return found.length === 0 ? null : joinAnnotations(found, [])
    },
    join: joinAnnotations,
  }
}

/**
 * All annotations of both lists, each once. An annotation that only the older list has was lost with the damage, or was
 * deleted for good since: it comes back in either case, because it can be deleted once more, and a lost one cannot
 * be written again. Of two versions the higher revision counts, and the first list's where they are the same.
 * Answers `first` itself where `second` adds nothing.
 */
function joinAnnotations(first: Annotation[], second: Annotation[]): Annotation[] {
  const joined = new Map<string, Annotation>()
  for (const annotation of [...first, ...second]) {
    const known = joined.get(annotation.id)
    if (known === undefined || known.revision < annotation.revision) joined.set(annotation.id, annotation)
  }
  const result = [...joined.values()]
  const isSame = result.length === first.length && result.every((item, index) => item === first[index])
  return isSame ? first : result
}
