// Keeps highlights and notes: checks them against the article, numbers their revisions, writes them. Plain Node.
import type { Anchor, Annotation, AnnotationDraft } from '../../contract/annotation.ts'
import { shelfIdSchema } from '../../contract/annotation.ts'
import type { Article, ArticleId } from '../../contract/article.ts'
import { articleText } from '../../contract/article-text.ts'
import { Failure } from '../../contract/errors.ts'
import { noArticleId } from '../../contract/limits.ts'
import type { CheckedInput } from '../../contract/operations.ts'
import { normaliseTags } from '../../contract/tags.ts'
import type { Clock, Publish, Stores } from '../ports.ts'
import type { ChangedAnnotations } from './change-annotations.ts'
import { applyChange } from './change-annotations.ts'
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
   * Those of one article that are not deleted, in text order; or the memos. An article that is out of the library is
   * still answered while it has annotations, so that no note is out of reach; otherwise `article-not-found`.
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
  /**
   * Takes the last `attach` of this run back. Throws `annotation-not-found` also where this run has hung it nowhere, and
   * `conflict` (stale revision, or deleted meanwhile).
   */
  detach(target: AnnotationTarget): Annotation
  /**
   * Changes many at once, each article written once. What has another revision by now, or has gone, is refused and the
   * rest is done. An article that cannot be written throws; those before it are changed, and pages are told.
   */
  changeMany(wish: CheckedInput<'changeAnnotations'>): ChangedAnnotations
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
  /** How annotations hung before the reader gave them another place, for as long as a page can take that back. */
  const formerly = new Map<string, Hanging>()

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
    // Also for a note on the article as a whole: nothing is hung on an article that is not there.
    const article = draft.articleId === noArticleId ? null : readArticle(draft.articleId)
    const anchor = article && anchorOf(draft, article)
    if (draft.revision > 0) throw new Failure({ code: 'annotation-not-found', annotationId: draft.id })
    const { id, articleId, colour, note } = draft
    const now = clock()
    return keep({
      id,
      articleId,
      anchor,
      colour,
      ...wordsOfDraft(draft, {}),
      note,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      revision: 1,
    })
  }

  function change(stored: Annotation, draft: AnnotationDraft): Annotation {
    // Words are not lost by a page that forgets to name them.
    if (stored.anchor !== null && draft.contentHash === null) throw new Failure({ code: 'conflict', stored })
    // An edit of colour or note alone needs no article: the edition it was made on may be gone.
    const anchor = liesAsBefore(stored, draft) ? stored.anchor : anchorOf(draft, readArticle(draft.articleId))
    const { colour, note } = draft
    const { tags: _tags, style: _style, ...rest } = stored
    const changed = {
      ...rest,
      ...wordsOfDraft(draft, stored),
      anchor,
      colour,
      note,
      updatedAt: clock(),
      revision: stored.revision + 1,
    }
    if (anchor === stored.anchor) return keep(changed)
    const former = formerly.get(stored.id)
    // Moved back to where it was found: then that is where it came from again.
    if (former && liesAsBefore(former, draft)) return keep({ ...changed, ...former })
    if (stored.carriedOver !== undefined) formerly.set(stored.id, hangingOf(stored))
    // A place that the reader chose is no longer one that was found for him.
    return keep(withoutHistory(changed))
  }

  return {
    list(articleId) {
      // An id of the wrong form names no article, and must not become a file name.
      const isValid = shelfIdSchema.safeParse(articleId).success
      const stored = isValid ? stores.annotations(articleId).read() : []
      if (stored.length === 0 && articleId !== noArticleId) readArticle(articleId)
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
      formerly.set(stored.id, hangingOf(stored))
      return keep(withoutHistory({ ...stored, anchor, updatedAt: clock(), revision: stored.revision + 1 }))
    },

    detach(target) {
      const stored = findExisting(target)
      const former = formerly.get(stored.id)
      if (former === undefined) throw new Failure({ code: 'annotation-not-found', annotationId: target.id })
      if (stored.deletedAt !== null) throw new Failure({ code: 'conflict', stored })
      if (hangsSo(stored, former)) return stored
      checkRevision(stored, target)
      const { revision } = stored
      return keep({ ...withoutHistory(stored), ...former, updatedAt: clock(), revision: revision + 1 })
    },

    changeMany({ changes }) {
      const changed: Annotation[] = []
      const refused: string[] = []
      try {
        for (const articleId of new Set(changes.map((each) => each.articleId))) {
          const store = stores.annotations(articleId)
          const wishes = new Map(
            changes.filter((each) => each.articleId === articleId).map((each) => [each.id, each]),
          )
          const own: Annotation[] = []
          const whole = store.read().map((stored) => {
            const wish = wishes.get(stored.id)
            if (wish === undefined || wish.revision !== stored.revision) return stored
            wishes.delete(stored.id)
            const next = applyChange(stored, wish, clock())
            own.push(next)
            return next
          })
          if (whole.some((next, at) => next !== store.read()[at])) store.replace(whole)
          changed.push(...own)
          refused.push(...wishes.keys())
        }
      } finally {
        if (changed.length > 0) publish({ type: 'annotations-changed' })
      }
      return { changed, refused }
    },
  }
}

/** Where an annotation hangs and how it came there. */
type Hanging = Pick<Annotation, 'anchor' | 'carriedOver'>

const hangingOf = ({ anchor, carriedOver }: Annotation): Hanging => ({
  anchor,
  ...(carriedOver && { carriedOver }),
})

/** Whether it hangs there, and came there in that way. */
const hangsSo = ({ anchor, carriedOver }: Annotation, former: Hanging): boolean =>
  JSON.stringify([anchor, carriedOver]) === JSON.stringify([former.anchor, former.carriedOver])

function withoutHistory({ carriedOver: _carriedOver, ...annotation }: Annotation): Annotation {
  return annotation
}

/** What says where an annotation is to hang. */
type Place = Pick<AnnotationDraft, 'contentHash' | 'start' | 'end'>

/** Style and tags as they are to be kept: absent in a draft they stay, and where there is nothing to keep they are absent. */
function wordsOfDraft(
  draft: AnnotationDraft,
  stored: Partial<Annotation>,
): Pick<Annotation, 'style' | 'tags'> {
  const tags = draft.tags === undefined ? (stored.tags ?? []) : normaliseTags(draft.tags)
  const isUnderline = (draft.style ?? stored.style) === 'underline'
  return { ...(isUnderline && { style: 'underline' as const }), ...(tags.length > 0 && { tags }) }
}

function anchorOf(draft: Place, article: Article): Anchor | null {
  if (draft.contentHash === null) return null
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

function liesAsBefore({ anchor }: Hanging, draft: Place): boolean {
  const { contentHash, start, end } = draft
  if (anchor === null || contentHash === null) return anchor === contentHash
  return anchor.contentHash === contentHash && anchor.start === start && anchor.end === end
}

function isKeptAs(stored: Annotation, draft: AnnotationDraft): boolean {
  return (
    stored.deletedAt === null &&
    liesAsBefore(stored, draft) &&
    stored.colour === draft.colour &&
    stored.note === draft.note &&
    isSame(wordsOfDraft(draft, stored), { style: stored.style, tags: stored.tags })
  )
}

type KeptWords = Pick<Annotation, 'style' | 'tags'>

function isSame(left: KeptWords, right: KeptWords): boolean {
  const [one, other] = [left.tags ?? [], right.tags ?? []]
  return (
    left.style === right.style && one.length === other.length && one.every((tag, at) => tag === other[at])
  )
}
