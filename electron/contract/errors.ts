// Expected failures as data. The page words them (renderer/messages); nothing else does. Runs everywhere.
import type { Annotation } from './annotation.ts'
import type { BackupProblem } from './backup.ts'
import type { OperationName } from './operation-names.ts'
import type { QueryProblem } from './search.ts'
import type { ReadOnlyReason } from './status.ts'

/** Why a position in an article's text cannot be used. */
export type RangeProblem = 'empty' | 'out-of-range' | 'inside-surrogate-pair'

/** Every failure that an operation may answer, by its code. */
export type BookwheelError =
  | { code: 'unknown-operation'; operation: string }
  /** The input does not have the operation's shape; `issues` says where and why. */
  | { code: 'invalid-input'; operation: OperationName; issues: { path: string; message: string }[] }
  | { code: 'article-not-found'; articleId: string }
  | { code: 'collection-not-found'; collectionId: string }
  | { code: 'annotation-not-found'; annotationId: string }
  /** The position does not fit the article's text, which is `length` UTF-16 units long. */
  | { code: 'invalid-range'; problem: RangeProblem; start: number; end: number; length: number }
  /** The page showed another edition of the article than the library holds now. */
  | { code: 'article-changed'; articleId: string }
  /** Somebody else changed the annotation since the page read it; `stored` is how it stands. */
  | { code: 'conflict'; stored: Annotation }
  | { code: 'query-unreadable'; problem: QueryProblem }
  | { code: 'read-only'; reason: ReadOnlyReason }
  | { code: 'disk-full'; store: string }
  /** The system refused to write; `systemCode` is its own word, such as EACCES. */
  | { code: 'write-failed'; store: string; systemCode: string }
  /** The file cannot be restored; `path` is the part of it at fault, `null` where it is the whole. */
  | { code: 'backup-unreadable'; problem: BackupProblem; path: string | null }
  /** No more than `limit` searches can be saved. */
  | { code: 'too-many-searches'; limit: number }
  /** There is more than a backup can hold. */
  | { code: 'backup-too-large' }
  /** The backup that was handed over is no longer at hand: another took its place, or the program was started anew. */
  | { code: 'upload-not-found' }
  /** A file that was opened, or one of the program's own, cannot be read; `systemCode` is the system's own word. */
  | { code: 'file-unreadable'; systemCode: string }
  /** The system's file manager did not open; `reason` is the system's own word, `null` where the shell has none. */
  | { code: 'folder-not-shown'; reason: string | null }
  /** As many desks are kept as can be. */
  | { code: 'too-many-desks'; limit: number }
  /** Nobody foresaw this; the log holds the rest under `reference`. */
  | { code: 'internal'; reference: string }

/** The code of a failure. */
export type ErrorCode = BookwheelError['code']

/** A failure on its way to the dispatcher: the only thing that services and stores throw on purpose. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly error: BookwheelError

  constructor(error: BookwheelError) {
    super(error.code)
    this.error = error
  }
}

/** The answer to every operation, on every transport. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: BookwheelError }
