// One change among many that are made at once: what of it is told is changed, the rest stays. Pure, runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import { foldTag, normaliseTags } from '../../contract/tags.ts'

/** A change of one annotation; members that are left out stay. */
export type AnnotationChange = CheckedInput<'changeAnnotations'>['changes'][number]

/** What many changes at once came to: the annotations as they are on disk, and the ids of those that stayed. */
export interface ChangedAnnotations {
  changed: Annotation[]
  refused: string[]
}

/** The annotation after the change, a revision on; itself where the change says what is so already. */
export function applyChange(stored: Annotation, change: AnnotationChange, now: number): Annotation {
  const { colour = stored.colour, isDeleted = stored.deletedAt !== null } = change
  const { tags: before = [], ...rest } = stored
  const tags = tagsAfter(before, change)
  const isAsBefore =
    tags.join() === before.join() &&
    // A highlight without a colour would be seen nowhere.
    (colour === stored.colour || (colour === null && stored.anchor !== null)) &&
    isDeleted === (stored.deletedAt !== null)
  if (isAsBefore) return stored
  return {
    ...rest,
    ...(tags.length > 0 && { tags }),
    colour: colour ?? (stored.anchor === null ? null : stored.colour),
    deletedAt: isDeleted ? (stored.deletedAt ?? now) : null,
    updatedAt: isDeleted ? stored.updatedAt : now,
    revision: stored.revision + 1,
  }
}

function tagsAfter(
  before: readonly string[],
  { tags, addTags = [], removeTags = [] }: AnnotationChange,
): string[] {
  const removed = new Set(removeTags.map(foldTag))
  const kept = (tags ?? before).filter((tag) => !removed.has(foldTag(tag)))
  return normaliseTags([...kept, ...addTags])
}
