// What the page knows of highlights and notes, for the parts of their store and whoever shows them.
import type { ArticleId } from '../../electron/contract/article.ts'
import type { PageError } from '../api/transport.ts'
import type { AnnotationEntry } from './annotation-entry.ts'

/** What the page knows of annotations. */
export interface AnnotationState {
  /** By article, in text order; an article is absent until its annotations have been read. */
  byArticle: Readonly<Record<ArticleId, readonly AnnotationEntry[]>>
  /** Why those of an article could not be read when they were last asked for. */
  unread: ReadonlyMap<ArticleId, PageError>
  /** The annotation whose card stands open, or `null`. */
  selectedId: string | null
  /** The annotation whose note is being written, or `null`. */
  editingId: string | null
  /**
   * The memo or the note on an article that is being written in a field of its own: at the head of the pane with the key
   * `where`, or of the notebook. Its card in the list stays closed meanwhile.
   */
  writing: { id: string; where: string } | null
  /** Whether anything was changed on this page since it opened: only then is "saved" worth saying. */
  changed: boolean
}
