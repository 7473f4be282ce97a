// What an article is, whatever format it came from: metadata and a list of blocks. Runs everywhere.
import { z } from 'zod'

/** Device names that Windows keeps for itself; an article's id becomes a file name, so it may be none of them. */
const windowsDeviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/** The id of an article: lower-case letters, digits and hyphens, safe as a file name on every system. */
export const articleIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'use 1 to 64 lower-case letters, digits and hyphens')
  .refine((id) => !windowsDeviceName.test(id), 'this name is kept by Windows for a device')

function isCalendarDate(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * A date as precise as it is known: `2026`, `2026-02` or `2026-02-01`. Its length is its precision.
 * "Undated" is not a date: it is `null` where a date may stand.
 */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(isCalendarDate, 'there is no such day')

/** What kind of writing an article is. */
export const articleKindSchema = z.enum([
  'explainer',
  'wire-report',
  'news-analysis',
  'institute-commentary',
  'opinion',
])

/** A published account that an article retells; each member is `null` (or empty) where the account does not state it. */
export const accountSchema = z.strictObject({
  outlet: z.string().min(1).nullable(),
  headline: z.string().min(1).nullable(),
  section: z.string().min(1).nullable(),
  agencies: z.array(z.string().min(1)),
  author: z.string().min(1).nullable(),
  date: partialDateSchema.nullable(),
  /** BCP 47 tag of the language in which the account was read. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as en or pt-BR'),
  /** Whether the account says that it is a translation. */
  translated: z.boolean(),
})

/** See {@link articleKindSchema}. */
export type ArticleKind = z.infer<typeof articleKindSchema>
/** See {@link accountSchema}. */
export type Account = z.infer<typeof accountSchema>
/** See {@link partialDateSchema}. */
export type PartialDate = z.infer<typeof partialDateSchema>
/** See {@link articleIdSchema}. */
export type ArticleId = string
/** The id of a set of articles that is removed and restored as one; `bundled` is the set that comes with the program. */
export type CollectionId = string

/** All that is known of an article but its text. */
export interface ArticleSummary {
  id: ArticleId
  collection: CollectionId
  title: string
  kind: ArticleKind
  /** The account that this article retells. */
  account: Account
  /** True where the article is a retelling, which must not be cited as its account. */
  retelling: boolean
  tags: string[]
  /** A remark of the library's about the article, or `null`. */
  note: string | null
  /** BCP 47 tag of the language of the article's own text. */
  language: string
  wordCount: number
  /** SHA-256 of the article's text in lower-case hexadecimal; another hash is another edition. */
  contentHash: string
}

/** A stretch of a block's text that is set apart; offsets are UTF-16 into the *block's* text. */
export type Span =
  | { kind: 'emphasis'; start: number; end: number }
  | { kind: 'strong'; start: number; end: number }
  | { kind: 'link'; start: number; end: number; address: string }

interface BlockText {
  /** The block's plain text; never holds a line feed. */
  text: string
  /** Where the block's text starts in the article's text, in UTF-16 units. */
  start: number
  spans: Span[]
}

/**
 * One block of an article. `number` is what a reader sees and cites (¶ 3); headings carry none.
 * Items of one list and rows of one table are neighbours that carry the same `group`; `depth` is 0 in the
 * outermost list. Spans may overlap; the outer one stands first.
 */
export type Block =
  | (BlockText & { kind: 'heading'; level: 2 | 3 | 4; number: null })
  | (BlockText & { kind: 'paragraph' | 'quotation' | 'caption'; number: number })
  | (BlockText & { kind: 'list-item'; number: number; group: number; ordinal: number | null; depth: number })
  | (BlockText & { kind: 'table-row'; number: number; group: number; header: boolean; cells: TableCell[] })

/** One cell of a table row: UTF-16 offsets into the row's text, where cells are parted by a tab. */
export interface TableCell {
  start: number
  end: number
}

/** A whole article. Its text is its blocks' texts joined by line feeds; the title is not part of it. */
export interface Article extends ArticleSummary {
  blocks: Block[]
}

/** A set of articles that the reader can take out of the library and bring back. */
export interface Collection {
  id: CollectionId
  /** Number of articles in it that could be read. */
  articleCount: number
  removed: boolean
}

/** A file of the library that was left out, and why. */
export interface LibraryProblem {
  /** File name within its collection. */
  file: string
  /** The front-matter field at fault, dots between levels (`account.date`), or `null` where the whole file is. */
  field: string | null
  /** Plain words in English: they come from the file's own checks. */
  reason: string
}

/** What the library holds now. */
export interface Library {
  articles: ArticleSummary[]
  collections: Collection[]
  problems: LibraryProblem[]
}
