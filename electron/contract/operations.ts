// The whole API on one page: what each operation takes and what it answers. Runs everywhere.
import { z } from 'zod'
import type { About } from './about.ts'
import type { Annotation } from './annotation.ts'
import {
  annotationDraftSchema,
  annotationIdSchema,
  highlightColourSchema,
  shelfIdSchema,
  tagsSchema,
} from './annotation.ts'
import type { Article, ArticleId, Library } from './article.ts'
import { articleIdSchema } from './article.ts'
import type { CreatedBackup, RestoreOutcome, RestorePlan } from './backup.ts'
import { backupPartSchema, taskIdSchema } from './backup.ts'
import type { SavedDesk } from './desk.ts'
import { deskContentSchema, deskIdSchema, deskNameSchema } from './desk.ts'
import type { FoundPlaces } from './found-places.ts'
import type { HandedOver } from './handed-over.ts'
import { findWordsLimit, highlightColours, tagLimits } from './limits.ts'
import { notebookGroupings, notebookTextLimit, notebookWindowLimit, notePresences } from './notebook.ts'
import type { NotebookAnswer, TagCount } from './notebook.ts'
import type { OperationName } from './operation-names.ts'
import type { ReadingRecord } from './reading.ts'
import type { SavedSearch } from './saved-search.ts'
import { savedSearchDraftSchema } from './saved-search.ts'
import type { NoteSearchAnswer, SearchAnswer } from './search.ts'
import type { Settings, Workspace } from './settings.ts'
import { settingsChangeSchema, workspaceSchema } from './settings.ts'
import type { Status } from './status.ts'
import type { TextRange } from './text-range.ts'
import type { Trash } from './trash.ts'

/** Asked of the system itself, which alone knows its time zones. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    return false
  }
}

const nothing = z.strictObject({})
const oneCollection = z.strictObject({ collectionId: z.string().max(64) })
// A wrong id of the right type is "not found", not a malformed request: the page can then say so.
const oneArticle = z.strictObject({ articleId: z.string().max(256) })
const oneAnnotation = z.strictObject({
  id: annotationIdSchema,
  articleId: shelfIdSchema,
  /** The revision that the page last saw. */
  revision: z.int().positive(),
})
const notebookQuestion = z.strictObject({
  /** Which articles are meant; `null` for every one that has highlights, also out of the library. */
  articleIds: z.array(z.string().max(256)).max(1000).nullable(),
  /** Words of the note or the quotation; all must be there, and the last one may be unfinished. */
  text: z.string().max(notebookTextLimit).default(''),
  /** Only these colours; an empty list lets all through. */
  colours: z.array(highlightColourSchema).max(highlightColours.length).default([]),
  notes: z.enum(notePresences).default('any'),
  /** Only what has this tag, however it is spelt; an empty text for what has none, `null` lets all through. */
  tag: z.string().max(tagLimits.length).nullable().default(null),
  grouping: z.enum(notebookGroupings).default('article'),
  /** Where days begin and end, by its IANA name. */
  timeZone: z.string().max(64).refine(isTimeZone, 'there is no such time zone').default('UTC'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(notebookWindowLimit).default(100),
})
const oneUpload = z.strictObject({ upload: taskIdSchema })

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
  /** Finds highlights, notes and memos by the same query. */
  searchNotes: z.strictObject({ query: z.string(), limit: z.int().min(1).max(1000).default(50) }),
  /** Every place in one article's text that a query matches, in text order: what panes light. */
  matchArticle: oneArticle.extend({ query: z.string() }),
  /** Every place in one article where these letters stand, compared as the search compares words: what a find bar lights. */
  findInArticle: oneArticle.extend({
    words: z.string().max(findWordsLimit),
    /** Capital and small letters must be as written. */
    matchCase: z.boolean().default(false),
    /** What is found must begin and end with a word. */
    wholeWords: z.boolean().default(false),
  }),

  /** The annotations of one article, deleted ones left out, in text order. */
  listAnnotations: oneArticle,
  /** Makes or changes an annotation and answers it as it was written to disk. */
  saveAnnotation: annotationDraftSchema,
  deleteAnnotation: oneAnnotation,
  restoreAnnotation: oneAnnotation,
  /** Hangs an annotation where the reader says: one that lost its place, or one whose new place is right. */
  attachAnnotation: oneAnnotation.extend({
    contentHash: annotationDraftSchema.shape.contentHash.unwrap(),
    start: annotationDraftSchema.shape.start,
    end: annotationDraftSchema.shape.end,
  }),
  /** Takes an attachment back: the annotation hangs as it did before, or lacks its place again. */
  detachAnnotation: oneAnnotation,
  /** Changes many annotations at once: those that are as the page last saw them. */
  changeAnnotations: z.strictObject({
    changes: z
      .array(
        oneAnnotation.extend({
          colour: highlightColourSchema.nullable().optional(),
          /** All tags, where they are told; those to add and to take away otherwise. */
          tags: tagsSchema.optional(),
          addTags: tagsSchema.optional(),
          removeTags: tagsSchema.optional(),
          isDeleted: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(2000),
  }),
  /** Every tag of the reader's annotations, the most used first. */
  listTags: nothing,
  /** A stretch of the highlights and notes of many articles, deleted ones left out, filtered and grouped. */
  listNotebook: notebookQuestion,
  /** How many highlights each article has that has any, deleted ones left out. */
  countAnnotations: nothing,
  /** What was deleted in the last thirty days, newest first, and the collections that were taken out. */
  listTrash: nothing,
  /**
   * Removes deleted annotations from the disk and answers how many. One that was brought back or changed meanwhile
   * stays; one that has gone already is passed over.
   */
  deleteForGood: z.strictObject({ annotations: z.array(oneAnnotation).min(1).max(2000) }),

  /** Which articles were opened when, and which are read. */
  listReading: nothing,
  noteOpened: z.strictObject({ articleId: articleIdSchema }),
  markRead: z.strictObject({ articleId: articleIdSchema, read: z.boolean() }),
  listSavedSearches: nothing,
  /** Keeps a search under its name, or changes the one of that id. */
  saveSearch: savedSearchDraftSchema,
  deleteSavedSearch: z.strictObject({ id: z.uuid() }),

  readSettings: nothing,
  changeSettings: settingsChangeSchema,
  readWorkspace: nothing,
  saveWorkspace: workspaceSchema,

  /** The desks that are kept under names, in the order of these; so answer all that change them. */
  listDesks: nothing,
  /** Keeps a desk under a name, or overwrites the one with its id. */
  saveDesk: z.strictObject({ id: deskIdSchema, name: deskNameSchema, content: deskContentSchema }),
  renameDesk: z.strictObject({ id: deskIdSchema, name: deskNameSchema }),
  deleteDesk: z.strictObject({ id: deskIdSchema }),

  /** Packs all that the reader has made into one file. `task` names it in the events that tell its progress. */
  createBackup: z.strictObject({ task: taskIdSchema }),
  /** Hands over a backup piece by piece, and answers how many bytes are there. One file at a time is held. */
  sendBackupPart: backupPartSchema,
  /** Checks the whole backup and says what restoring it would do. Changes nothing. */
  inspectBackup: oneUpload,
  /**
   * Brings an inspected backup in. Nothing newer is overwritten, and nothing doubled; where it stops half-way, what
   * was there is still there and it can be asked for again.
   */
  restoreBackup: oneUpload.extend({ withSettings: z.boolean() }),
  /** Forgets a backup that was handed over. */
  discardBackup: oneUpload,
  /** What the system has handed to the program since the last time: each thing is told to one page only. */
  takeHandedOver: nothing,
  /** Holds a backup that was handed over, as if the page had sent it as `upload`, and answers how many bytes it has. */
  holdHandedOver: oneUpload.extend({ id: z.uuid() }),
  /** What the program is made of. */
  readAbout: nothing,
  /** Opens the data folder in the system's file manager, where the shell has one at hand. */
  showDataFolder: nothing,
} as const satisfies Record<OperationName, z.ZodType>

/** What each operation answers when it succeeds; failures are in `errors.ts`. */
export interface OperationOutputs {
  readStatus: Status
  listLibrary: Library
  readArticle: Article
  removeCollection: Library
  restoreCollection: Library
  search: SearchAnswer
  searchNotes: NoteSearchAnswer
  matchArticle: TextRange[]
  findInArticle: FoundPlaces
  listAnnotations: Annotation[]
  saveAnnotation: Annotation
  deleteAnnotation: Annotation
  restoreAnnotation: Annotation
  attachAnnotation: Annotation
  detachAnnotation: Annotation
  changeAnnotations: {
    /** As they are on disk now. */
    changed: Annotation[]
    /** The ids of those that somebody else changed, or that have gone: they stay as they are. */
    refused: string[]
  }
  listTags: TagCount[]
  listNotebook: NotebookAnswer
  countAnnotations: Record<ArticleId, number>
  listTrash: Trash
  deleteForGood: number
  listReading: ReadingRecord[]
  noteOpened: ReadingRecord
  markRead: ReadingRecord
  listSavedSearches: SavedSearch[]
  saveSearch: SavedSearch
  deleteSavedSearch: null
  readSettings: Settings
  changeSettings: Settings
  /** `null` where none was ever saved: the page then lays out the first run. */
  readWorkspace: Workspace | null
  saveWorkspace: null
  listDesks: SavedDesk[]
  saveDesk: SavedDesk[]
  renameDesk: SavedDesk[]
  deleteDesk: SavedDesk[]
  createBackup: CreatedBackup
  sendBackupPart: number
  inspectBackup: RestorePlan
  restoreBackup: RestoreOutcome
  discardBackup: null
  takeHandedOver: HandedOver[]
  holdHandedOver: number
  readAbout: About
  showDataFolder: null
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
