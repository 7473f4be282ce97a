// Reads articles' highlights and notes into their store, beside what the reader does to them meanwhile.
import type { StoreApi } from 'zustand/vanilla'
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { ArticleId } from '../../electron/contract/article.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { PageError } from '../api/transport.ts'
import type { AnnotationEntry } from './annotation-entry.ts'
import { fromStored, inTextOrder, isBlank, isUnsaved } from './annotation-entry.ts'
import type { AnnotationState } from './annotation-state.ts'
import type { ToastStore } from './toast-store.ts'

/** What the reading works with. */
export interface ReadingParts {
  store: StoreApi<AnnotationState>
  client: Client
  toasts: ToastStore
  /** Deleted on this page: a list that was asked for before must not bring them back. */
  gone: Set<string>
}

/** Makes the ways in which annotations are read. None of them rejects: what fails stands in `unread`. */
export function createAnnotationReading({ store, client, toasts, gone }: ReadingParts) {
  /** What was asked for once and has not come yet. */
  const underway = new Map<ArticleId, Promise<void>>()

  /** The last reading of each article, under way or over. */
  const last = new Map<ArticleId, Promise<void>>()

  /**
   * Reads an article's annotations; what is not saved yet stays as the reader left it. One reading after another: what
   * an earlier one brings would pass for newer than the list of a later one.
   */
  function load(articleId: ArticleId): Promise<void> {
    const reading = (last.get(articleId) ?? Promise.resolve()).then(() => read(articleId))
    last.set(articleId, reading)
    return reading
  }

  async function read(articleId: ArticleId): Promise<void> {
    const before = store.getState().byArticle[articleId] ?? []
    try {
      takeUp(articleId, await client.listAnnotations({ articleId }), before)
      noteUnread(articleId, null)
    } catch (failure) {
      const error = errorOf(failure)
      // An article that is not there has no notes to miss, and its pane says so already.
      if (error.code === 'article-not-found') return noteUnread(articleId, null)
      // Said once, not for each pane.
      if (store.getState().unread.size === 0) toasts.show({ message: 'toast.notesNotRead' })
      noteUnread(articleId, error)
    }
  }

  /** Reads an article's annotations unless they are there or on their way. */
  function readOnce(articleId: ArticleId): Promise<void> {
    if (store.getState().byArticle[articleId]) return Promise.resolve()
    const request = underway.get(articleId) ?? load(articleId).finally(() => underway.delete(articleId))
    underway.set(articleId, request)
    return request
  }

  /** Reads again all that has been read: much may have changed at once, and what was deleted may be back. */
  async function reload(): Promise<void> {
    gone.clear()
    await Promise.all(Object.keys(store.getState().byArticle).map(load))
  }

  function noteUnread(articleId: ArticleId, error: PageError | null): void {
    const unread = new Map(store.getState().unread)
    if (error) unread.set(articleId, error)
    else if (!unread.delete(articleId)) return
    store.setState({ unread })
  }

  /** Takes up a list that was asked for when `before` stood here; what has changed since is newer than the list. */
  function takeUp(
    articleId: ArticleId,
    stored: readonly Annotation[],
    before: readonly AnnotationEntry[],
  ): void {
    const now = store.getState().byArticle[articleId] ?? []
    const newer = now.filter((entry) => isUnsaved(entry) || isBlank(entry) || !before.includes(entry))
    const newerIds = new Set(newer.map((entry) => entry.id))
    const listed = stored.filter(({ id }) => !newerIds.has(id) && !gone.has(id)).map(fromStored)
    store.setState(({ byArticle }) => ({
      byArticle: { ...byArticle, [articleId]: [...listed, ...newer].toSorted(inTextOrder) },
    }))
  }

  return { load, readOnce, reload }
}
