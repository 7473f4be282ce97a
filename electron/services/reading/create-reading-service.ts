// Keeps which articles were opened and read. Runs everywhere.
import type { ArticleId } from '../../contract/article.ts'
import type { ReadingRecord } from '../../contract/reading.ts'
import type { Clock, DocumentStore, Publish } from '../ports.ts'

/** What the reader has opened and read. Each change is told to every page; each throws what the store throws. */
export interface ReadingService {
  /** In no order that means anything. */
  list(): ReadingRecord[]
  /** Notes that an article is opened now. */
  noteOpened(articleId: ArticleId): ReadingRecord
  /** Marks it as read or unread; where it is so already only the time changes, so that the mark wins when merged. */
  mark(articleId: ArticleId, read: boolean): ReadingRecord
}

/** Makes the service. */
export function createReadingService(parts: {
  store: DocumentStore<ReadingRecord[]>
  publish: Publish
  clock: Clock
}): ReadingService {
  const { store, publish, clock } = parts

  function change(articleId: ArticleId, news: Partial<ReadingRecord>): ReadingRecord {
    const records = store.read()
    const known = records.find((record) => record.articleId === articleId)
    const record = { ...(known ?? { articleId, openedAt: null, read: false, markedAt: null }), ...news }
    store.replace([...records.filter((other) => other !== known), record])
    publish({ type: 'reading-changed', record })
    return record
  }

  return {
    list: () => store.read(),
    noteOpened: (articleId) => change(articleId, { openedAt: clock() }),
    mark: (articleId, read) => change(articleId, { read, markedAt: clock() }),
  }
}
