// What was opened and read, as the page knows it, and how many highlights each article has.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'
import type { ReadingRecord } from '../../electron/contract/reading.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { ToastStore } from './toast-store.ts'

/** What is known of the reader's way through the library. */
export interface ReadingState {
  records: Readonly<Record<ArticleId, ReadingRecord>>
  /** Highlights by article; `null` until somebody asks: counting opens every file of notes. */
  highlights: Readonly<Record<ArticleId, number>> | null
}

/** Makes the store. */
export function createReadingStore({ client, toasts }: { client: Client; toasts: ToastStore }) {
  const store = createStore<ReadingState>(() => ({ records: {}, highlights: null }))
  let isCounted = false

  async function load(): Promise<void> {
    const records = await client.listReading({})
    store.setState({ records: Object.fromEntries(records.map((record) => [record.articleId, record])) })
  }

  function receive(record: ReadingRecord): void {
    store.setState(({ records }) => ({ records: { ...records, [record.articleId]: record } }))
  }

  /** On the quiet: where it cannot be kept a banner says so, and the list is merely in another order next time. */
  async function noteOpened(articleId: ArticleId): Promise<void> {
    try {
      receive(await client.noteOpened({ articleId }))
    } catch (failure) {
      errorOf(failure)
    }
  }

  async function mark(articleId: ArticleId, read: boolean): Promise<void> {
    try {
      receive(await client.markRead({ articleId, read }))
    } catch (failure) {
      toasts.show({ message: 'toast.notMarked', error: errorOf(failure) })
    }
  }

  /** The reader has come to the end of an article: it is read, unless its mark was ever set by hand. */
  async function reachEnd(articleId: ArticleId): Promise<void> {
    const known = store.getState().records[articleId]
    if (known?.read === true || (known?.markedAt ?? null) !== null) return
    try {
      receive(await client.markRead({ articleId, read: true }))
    } catch (failure) {
      errorOf(failure)
    }
  }

  /** Counts the highlights, and counts them anew whenever they change from then on. */
  async function countHighlights(): Promise<void> {
    isCounted = true
    try {
      store.setState({ highlights: await client.countAnnotations({}) })
    } catch (failure) {
      isCounted = false
      errorOf(failure)
    }
  }

  return {
    store,
    load,
    receive,
    noteOpened,
    mark,
    reachEnd,
    countHighlights,
    /** Highlights have changed somewhere. */
    noteHighlights(): void {
      if (isCounted) void countHighlights()
    },
  }
}

/** See {@link createReadingStore}. */
export type ReadingStore = ReturnType<typeof createReadingStore>
