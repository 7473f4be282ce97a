// Keeps highlights and notes: checks them against the article, numbers their revisions, writes them. Plain Node.
import type { Anchor, Annotation, AnnotationDraft } from '../../contract/annotation.ts'
import type { Article, ArticleId } from '../../contract/article.ts'
import { articleIdSchema } from '../../contract/article.ts'
import { articleText } from '../../contract/article-text.ts'
import { Failure } from '../../contract/errors.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import type { Clock, Publish, Stores } from '../ports.ts'
import { buildAnchor } from './build-anchor.ts'
import { checkRange } from './check-range.ts'
import { compareAnnotations } from './compare-annotations.ts'

/** Which annotation a page means, and the revision that it last saw. */
export type AnnotationTarget = CheckedInput<'deleteAnnotation'>

/**
 * The annotations of all articles. Every change answers the annotation as it is on disk and is told to all
 * pages. A request that is repeated changes nothing and answers what is stored. A store that cannot write
 * throws its own `Failure`; then nothing has changed and nothing is told.
 */
export interface AnnotationService {
  /**
   * Those of one article that are not deleted, in text order. An article that is out of the library is still
   * answered while it has annotations, so that no note is out of reach; otherwise `article-not-found`.
   */
  list(articleId: ArticleId): Annotation[]
  /**
   * Makes an annotation (revision 0) or changes one. Throws `article-not-found`, `article-changed`,
   * `invalid-range`, `conflict` (stale revision, or deleted meanwhile) and `annotation-not-found` (the draft
   * names a revision of an annotation that is not stored).
   */
  save(draft: AnnotationDraft): Annotation
  /** Marks an annotation as deleted; it is kept. Throws `annotation-not-found` and `conflict`. */
  delete(target: AnnotationTarget): Annotation
  /** Takes a deletion back. Throws `annotation-not-found` and `conflict`. */
  restore(target: AnnotationTarget): Annotation
  /**
   * Hangs an annotation where the reader says; from then on that is where it was made. Throws as `save` does.
   */
  attach(wish: CheckedInput<'attachAnnotation'>): Annotation
}

/** What the annotation service works with. `readArticle` throws `article-not-found`. */
export interface AnnotationServiceParts {
  stores: Pick<Stores, 'annotations'>
  readArticle: (articleId: ArticleId) => Article
  publish: Publish
  clock: Clock
}

/** Makes the annotation service over one data folder. */
export function createAnnotationService(parts: AnnotationServiceParts): AnnotationService {
  const { stores, readArticle, publish, clock } = parts

  function find({ articleId, id }: { articleId: ArticleId; id: string }): Annotation | undefined {
    return stores
      .annotations(articleId)
      .read()
      .find((annotation) => annotation.id === id)
  }

  function findExisting(target: AnnotationTarget): Annotation {
    const stored = find(target)
    if (stored === undefined) throw new Failure({ code: 'annotation-not-found', annotationId: target.id })
    return stored
  }

  function keep(changed: Annotation): Annotation {
    const store = stores.annotations(changed.articleId)
    const others = store.read().filter((annotation) => annotation.id !== changed.id)
    store.replace([...others, changed])
    publish({ type: 'annotation-changed', annotation: changed })
    return changed
  }

  function create(draft: AnnotationDraft): Annotation {
    const anchor = anchorOf(draft, readArticle(draft.articleId))
    if (draft.revision > 0) throw new Failure({ code: 'annotation-not-found', annotationId: draft.id })
    const { id, articleId, colour, note } = draft
    const now = clock()
    return keep({
      id,
      articleId,
      anchor,
      colour,
      note,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      revision: 1,
    })
  }

  function change(stored: Annotation, draft: AnnotationDraft): Annotation {
    // An edit of colour or note alone needs no article: the edition it was made on may be gone.
    const anchor = liesAsBefore(stored, draft) ? stored.anchor : anchorOf(draft, readArticle(draft.articleId))
    const { colour, note } = draft
    const changed = { ...stored, anchor, colour, note, updatedAt: clock(), revision: stored.revision + 1 }
    // A place that the reader chose is no longer one that was found for him.
    return keep(anchor === stored.anchor ? changed : withoutHistory(changed))
  }

  return {
    list(articleId) {
      // An id of the wrong form names no article, and must not become a file name.
      const isValid = articleIdSchema.safeParse(articleId).success
      const stored = isValid ? stores.annotations(articleId).read() : []
      if (stored.length === 0) readArticle(articleId)
      return stored.filter((annotation) => annotation.deletedAt === null).toSorted(compareAnnotations)
    },

    save(draft) {
      const stored = find(draft)
      if (stored === undefined) return create(draft)
      if (isKeptAs(stored, draft)) return stored
      if (stored.deletedAt !== null) throw new Failure({ code: 'conflict', stored })
      checkRevision(stored, draft)
      return change(stored, draft)
    },

    delete(target) {
      const stored = findExisting(target)
      if (stored.deletedAt !== null) return stored
      checkRevision(stored, target)
      return keep({ ...stored, deletedAt: clock(), revision: stored.revision + 1 })
    },

    restore(target) {
      const stored = findExisting(target)
      if (stored.deletedAt === null) return stored
      checkRevision(stored, target)
      return keep({ ...stored, deletedAt: null, revision: stored.revision + 1 })
    },

    attach(wish) {
      const stored = findExisting(wish)
      if (stored.deletedAt !== null) throw new Failure({ code: 'conflict', stored })
      const isThere = stored.carriedOver === undefined && liesAsBefore(stored, wish)
      if (isThere) return stored
      checkRevision(stored, wish)
      const anchor = anchorOf(wish, readArticle(wish.articleId))
      return keep(withoutHistory({ ...stored, anchor, updatedAt: clock(), revision: stored.revision + 1 }))
    },
  }
}

function withoutHistory({ carriedOver: _carriedOver, ...annotation }: Annotation): Annotation {
  return annotation
}

/** What says where an annotation is to hang. */
type Place = Pick<AnnotationDraft, 'contentHash' | 'start' | 'end'>

function anchorOf(draft: Place, article: Article): Anchor {
  if (draft.contentHash !== article.contentHash) {
    throw new Failure({ code: 'article-changed', articleId: article.id })
  }
  const text = articleText(article.blocks)
  const { start, end } = draft
  const problem = checkRange(text, { start, end })
  if (problem !== null) {
    throw new Failure({ code: 'invalid-range', problem, start, end, length: text.length })
  }
  return buildAnchor(text, article.contentHash, { start, end })
}

function checkRevision(stored: Annotation, { revision }: { revision: number }): void {
  if (revision !== stored.revision) throw new Failure({ code: 'conflict', stored })
}

function liesAsBefore({ anchor }: Annotation, draft: Place): boolean {
  const { contentHash, start, end } = draft
  return anchor.contentHash === contentHash && anchor.start === start && anchor.end === end
}

function isKeptAs(stored: Annotation, draft: AnnotationDraft): boolean {
  return (
    stored.deletedAt === null &&
    liesAsBefore(stored, draft) &&
    stored.colour === draft.colour &&
    stored.note === draft.note
  )
}
