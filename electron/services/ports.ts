// What the services need from outside. Shells and storage provide it; tests provide their own. Plain Node.
import type { Annotation } from '../contract/annotation.ts'
import type { Article, ArticleId, CollectionId } from '../contract/article.ts'
import type { SavedDesk } from '../contract/desk.ts'
import type { BookwheelEvent } from '../contract/events.ts'
import type { ReadingRecord } from '../contract/reading.ts'
import type { SavedSearch } from '../contract/saved-search.ts'
import type { SearchAnswer } from '../contract/search.ts'
import type { Settings, Workspace } from '../contract/settings.ts'
import type { ReadOnlyReason, ShellName, StorageNotice } from '../contract/status.ts'
import type { TextRange } from '../contract/text-range.ts'

/**
 * One small document on disk, read once and held in memory. `replace` returns when the new value is on disk
 * (written whole, flushed, renamed into place) and throws a `Failure` (`read-only`, `disk-full`, `write-failed`)
 * that leaves both the file and the value in memory as they were.
 */
export interface DocumentStore<Value> {
  read(): Value
  replace(value: Value): void
}

/** What of the library the reader has changed. */
export interface Catalogue {
  removedCollections: CollectionId[]
}

/** What the trash remembers from one start to the next. */
export interface TrashLedger {
  /** When it was last looked through for what is overdue: milliseconds since 1970; `null` before the first time. */
  checkedAt: number | null
}

/** Texts of editions of one article, by content hash: kept as long as an annotation hangs on them. */
export type EditionTexts = Record<string, string>

/** The stores of one data folder. */
export interface Stores {
  settings: DocumentStore<Settings>
  /** `null` until a workspace has been saved. */
  workspace: DocumentStore<Workspace | null>
  /** Desks under names, in no order. */
  desks: DocumentStore<SavedDesk[]>
  catalogue: DocumentStore<Catalogue>
  /** What was opened and read, one record for each article. */
  reading: DocumentStore<ReadingRecord[]>
  searches: DocumentStore<SavedSearch[]>
  /** The annotations of one article, deleted ones among them; the same object at every call. */
  annotations(articleId: ArticleId): DocumentStore<Annotation[]>
  /** The texts that the annotations of one article were made on. */
  editions(articleId: ArticleId): DocumentStore<EditionTexts>
  /**
   * The articles that have annotations, deleted ones among them; in alphabetical order. Takes a while where there are
   * thousands and `openRest` has not been through yet.
   */
  annotatedArticles(): ArticleId[]
  /** The same of those articles whose annotations have been opened so far; opens none. */
  annotatedSoFar(): ArticleId[]
  /** How many articles' annotations have not been opened yet. */
  unopened(): number
  /**
   * Opens the annotations that nobody has asked for yet, with pauses: those of the articles named first, in their order,
   * then the others by the alphabet. Damage that is found is told by `notices`.
   */
  openRest(first?: readonly ArticleId[]): Promise<void>
  /** Leaves the pauses of `openRest` out: somebody waits. */
  hurry(): void
  trash: DocumentStore<TrashLedger>
  /** `null` where the folder may be written. */
  readOnly: ReadOnlyReason | null
  /** What had to be set aside so far. */
  notices(): StorageNotice[]
}

/** Milliseconds since 1970. */
export type Clock = () => number

/** Tells every open page. */
export type Publish = (event: BookwheelEvent) => void

/** A search engine over the library's articles. Answers may be awaited in any order. */
export interface SearchIndex {
  /** Makes the index hold these articles and no others. */
  replaceArticles(articles: readonly Article[]): Promise<void>
  /** Throws a `Failure` with `query-unreadable` where the query cannot be read. */
  search(query: string, limit: number): Promise<SearchAnswer>
  /** Every match in one article's text, in text order; `article-not-found` where the index lacks it. */
  matchArticle(articleId: ArticleId, query: string): Promise<TextRange[]>
  close(): Promise<void>
}

/** Where unforeseen failures and start-up reports go: the shell's log, never a page. No text of notes or articles in it. */
export interface Log {
  info(message: string): void
  error(message: string, cause?: unknown): void
}

/** What the services know of the program that carries them. */
export interface ProgramFacts {
  version: string
  shell: ShellName
  dataFolder: string
  /** Folder of the bundled collection: `corpus/articles`. */
  corpusFolder: string
}
