// What was deleted: lists it, and removes it for good when the reader says so or its time is over. Runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'
import type { ArticleId, ArticleSummary, Collection } from '../../contract/article.ts'
import type { Trash, TrashedAnnotation } from '../../contract/trash.ts'
import { trashTime } from '../../contract/trash.ts'
import type { AnnotationTarget } from '../annotations/create-annotation-service.ts'
import type { Clock, Publish, Stores } from '../ports.ts'
import { findOverdue } from './find-overdue.ts'

/** The trash of one data folder. Bringing an annotation back is the annotation service's. */
export interface TrashService {
  /** All deleted annotations, the one deleted last first, and the collections that were taken out. */
  list(): Trash
  /**
   * Removes deleted annotations from their stores and answers how many. One that is not deleted any more, or has
   * another revision, stays; one that is not there is passed over. Throws what a store throws that cannot write:
   * those of other articles may have gone by then.
   */
  deleteForGood(targets: readonly AnnotationTarget[]): number
  /** Removes what has been in the trash for too long and answers how much; called once at each start. */
  removeOverdue(): number
}

/** What the trash works with. */
export interface TrashServiceParts {
  stores: Pick<Stores, 'annotations' | 'annotatedArticles' | 'trash'>
  /** What is known of an article, also where its collection is removed. */
  describeArticle: (articleId: ArticleId) => ArticleSummary | null
  collections: () => Collection[]
  publish: Publish
  clock: Clock
}

/** Makes the trash over one data folder. */
export function createTrashService(parts: TrashServiceParts): TrashService {
  const { stores, describeArticle, collections, publish, clock } = parts

  function readAll(articleId: ArticleId): Annotation[] {
    return stores.annotations(articleId).read()
  }

  /** Removes what is deleted and `isToGo`. Pages are told also where a later store fails: what went before is gone. */
  function remove(articleIds: Iterable<ArticleId>, isToGo: (deleted: DeletedAnnotation) => boolean): number {
    let count = 0
    try {
      for (const articleId of articleIds) {
        const before = readAll(articleId)
        const kept = before.filter((annotation) => !isDeleted(annotation) || !isToGo(annotation))
        if (kept.length === before.length) continue
        stores.annotations(articleId).replace(kept)
        count += before.length - kept.length
      }
    } finally {
      if (count > 0) publish({ type: 'annotations-changed' })
    }
    return count
  }

  function countNotes({ id }: Collection): number {
    const own = stores
      .annotatedArticles()
      .filter((articleId) => describeArticle(articleId)?.collection === id)
    return own.flatMap(readAll).filter((annotation) => !isDeleted(annotation)).length
  }

  return {
    list() {
      const annotations = stores.annotatedArticles().flatMap((articleId) => {
        const title = describeArticle(articleId)?.title ?? null
        const deleted = readAll(articleId).filter(isDeleted)
        return deleted.map((annotation) => asTrashed(annotation, title))
      })
      const removed = collections().filter((collection) => collection.removed)
      return {
        annotations: annotations.toSorted(newestFirst),
        collections: removed.map((collection) => ({
          id: collection.id,
          articleCount: collection.articleCount,
          noteCount: countNotes(collection),
        })),
      }
    },

    deleteForGood(targets) {
      const revisions = new Map(
        targets.map(({ articleId, id, revision }) => [`${articleId} ${id}`, revision]),
      )
      const articleIds = new Set(targets.map(({ articleId }) => articleId))
      return remove(
        articleIds,
        ({ articleId, id, revision }) => revisions.get(`${articleId} ${id}`) === revision,
      )
    },

    removeOverdue() {
      const articleIds = stores.annotatedArticles()
      // Nothing is written for an empty trash.
      if (!articleIds.some((articleId) => readAll(articleId).some(isDeleted))) return 0
      const lastLook = stores.trash.read().checkedAt
      const { limit, checkedAt } = findOverdue(lastLook, clock())
      const count = remove(articleIds, ({ deletedAt }) => deletedAt <= limit)
      // Last, so that a start that was cut off begins again with the same ones.
      if (checkedAt !== lastLook) stores.trash.replace({ checkedAt })
      return count
    },
  }
}

type DeletedAnnotation = Annotation & { deletedAt: number }

function isDeleted(annotation: Annotation): annotation is DeletedAnnotation {
  return annotation.deletedAt !== null
}

function asTrashed(annotation: DeletedAnnotation, title: string | null): TrashedAnnotation {
  const { articleId, deletedAt } = annotation
  return { annotation, deletedAt, goesAt: deletedAt + trashTime, article: { id: articleId, title } }
}

/** By the time of deletion; the id settles the rest, so that the order is the same at every reading. */
function newestFirst(left: TrashedAnnotation, right: TrashedAnnotation): number {
  return right.deletedAt - left.deletedAt || (left.annotation.id < right.annotation.id ? -1 : 1)
}
