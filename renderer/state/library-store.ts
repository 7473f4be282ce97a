// The library as the page knows it, and the articles that have been read so far.
import { createStore } from 'zustand/vanilla'
import type {
  Article,
  ArticleId,
  ArticleSummary,
  CollectionId,
  Library,
} from '../../electron/contract/article.ts'
import type { Client } from '../api/client.ts'
import type { PageError } from '../api/transport.ts'
import { errorOf } from '../api/error-of.ts'

/** An article on its way to a pane: there, failed, or (absent) not yet asked for. */
export type ArticleEntry = { article: Article } | { error: PageError }

/** What the page knows of the library. */
export interface LibraryState {
  /** `null` until it has been read. */
  library: Library | null
  error: PageError | null
  articles: Readonly<Record<ArticleId, ArticleEntry>>
}

/** An article as the library lists it, which is known before the article itself is read. */
export function findListed(
  { library }: LibraryState,
  articleId: ArticleId | undefined,
): ArticleSummary | null {
  return library?.articles.find(({ id }) => id === articleId) ?? null
}

/** Makes the store of the library. */
export function createLibraryStore(client: Client) {
  const store = createStore<LibraryState>(() => ({ library: null, error: null, articles: {} }))
  const underway = new Set<ArticleId>()

  async function load(): Promise<void> {
    try {
      store.setState({ library: await client.listLibrary({}), error: null })
    } catch (failure) {
      store.setState({ error: errorOf(failure) })
    }
  }

  /** Reads an article unless it is there or on its way. Editions do not change under a running program. */
  async function readArticle(articleId: ArticleId): Promise<void> {
    const known = store.getState().articles[articleId]
    if ((known && 'article' in known) || underway.has(articleId)) return
    underway.add(articleId)
    const entry = await client.readArticle({ articleId }).then(
      (article): ArticleEntry => ({ article }),
      (failure: unknown): ArticleEntry => ({ error: errorOf(failure) }),
    )
    underway.delete(articleId)
    store.setState(({ articles }) => ({ articles: { ...articles, [articleId]: entry } }))
  }

  /** Reads the list again and drops articles that it no longer holds (a collection was removed). */
  async function refresh(): Promise<void> {
    await load()
    const listed = new Set(store.getState().library?.articles.map((article) => article.id))
    const kept = Object.entries(store.getState().articles).filter(
      ([id, entry]) => listed.has(id) && 'article' in entry,
    )
    store.setState({ articles: Object.fromEntries(kept) })
  }

  async function setCollectionRemoved(collectionId: CollectionId, removed: boolean): Promise<void> {
    const change = removed ? client.removeCollection : client.restoreCollection
    store.setState({ library: await change({ collectionId }) })
    await refresh()
  }

  return { store, load, refresh, readArticle, setCollectionRemoved }
}

/** See {@link createLibraryStore}. */
export type LibraryStore = ReturnType<typeof createLibraryStore>
