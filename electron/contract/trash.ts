// What was deleted and can still be brought back. Runs everywhere.
import type { Annotation } from './annotation.ts'
import type { ArticleId, CollectionId } from './article.ts'

/** Milliseconds for which deleted annotations are kept: thirty days. */
export const trashTime = 30 * 24 * 60 * 60 * 1000

/** A deleted annotation. */
export interface TrashedAnnotation {
  annotation: Annotation
  /** When it was deleted: milliseconds since 1970. */
  deletedAt: number
  /** The earliest time at which it goes for good: milliseconds since 1970. It goes when the program starts after that. */
  goesAt: number
  article: { id: ArticleId; title: string | null }
}

/** A collection that was taken out of the library. */
export interface TrashedCollection {
  id: CollectionId
  articleCount: number
  /** How many highlights hang on its articles; they are kept and come back with it. */
  noteCount: number
}

/** All that can be brought back. */
export interface Trash {
  /** The one deleted last comes first. */
  annotations: TrashedAnnotation[]
  /** These stay until they are brought back. */
  collections: TrashedCollection[]
}
