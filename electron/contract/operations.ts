// The whole API on one page: what each operation takes and what it answers. Runs everywhere.
import { z } from 'zod'
import type { Annotation } from './annotation.ts'
import { annotationDraftSchema, annotationIdSchema } from './annotation.ts'
import type { Article, Library } from './article.ts'
import { articleIdSchema } from './article.ts'
import type { OperationName } from './operation-names.ts'
import type { SearchAnswer } from './search.ts'
import type { Settings, Workspace } from './settings.ts'
import { settingsChangeSchema, workspaceSchema } from './settings.ts'
import type { Status } from './status.ts'
import type { TextRange } from './text-range.ts'

const nothing = z.strictObject({})
const oneCollection = z.strictObject({ collectionId: z.string().max(64) })
// A wrong id of the right type is "not found", not a malformed request: the page can then say so.
const oneArticle = z.strictObject({ articleId: z.string().max(256) })
const oneAnnotation = z.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  /** The revision that the page last saw. */
  revision: z.int().positive(),
})

/** What each operation takes; the dispatcher checks every request against it. */
export const operationInputs = {
  readStatus: nothing,

  listLibrary: nothing,
  readArticle: oneArticle,
  /** Takes a collection out of the library; notes on its articles are kept. */
  removeCollection: oneCollection,
  restoreCollection: oneCollection,

  /** Finds articles. `limit` bounds the hits that are told, not the count. */
  search: z.strictObject({ query: z.string(), limit: z.int().min(1).max(1000).default(50) }),
  /** Every place in one article's text that a query matches, in text order: what panes light. */
  matchArticle: oneArticle.extend({ query: z.string() }),

  /** The annotations of one article, deleted ones left out, in text order. */
  listAnnotations: oneArticle,
  /** Makes or changes an annotation and answers it as it was written to disk. */
  saveAnnotation: annotationDraftSchema,
  deleteAnnotation: oneAnnotation,
  restoreAnnotation: oneAnnotation,

  readSettings: nothing,
  changeSettings: settingsChangeSchema,
  readWorkspace: nothing,
  saveWorkspace: workspaceSchema,
} as const satisfies Record<OperationName, z.ZodType>

/** What each operation answers when it succeeds; failures are in `errors.ts`. */
export interface OperationOutputs {
  readStatus: Status
  listLibrary: Library
  readArticle: Article
  removeCollection: Library
  restoreCollection: Library
  search: SearchAnswer
  matchArticle: TextRange[]
  listAnnotations: Annotation[]
  saveAnnotation: Annotation
  deleteAnnotation: Annotation
  restoreAnnotation: Annotation
  readSettings: Settings
  changeSettings: Settings
  /** `null` where none was ever saved: the page then lays out the first run. */
  readWorkspace: Workspace | null
  saveWorkspace: null
}

/** What a caller hands to an operation (defaults may be left out). */
export type OperationInput<Name extends OperationName> = z.input<(typeof operationInputs)[Name]>

/** What an operation's handler is given (checked, defaults filled in). */
export type CheckedInput<Name extends OperationName> = z.output<(typeof operationInputs)[Name]>

/** What an operation answers. */
export type OperationOutput<Name extends OperationName> = OperationOutputs[Name]

/** One handler for every operation: a missing one does not compile. */
export type Handlers = {
  [Name in OperationName]: (
    input: CheckedInput<Name>,
  ) => OperationOutput<Name> | Promise<OperationOutput<Name>>
}
