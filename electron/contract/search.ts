// What a search takes and answers. Runs everywhere.
import type { Annotation } from './annotation.ts'
import type { ArticleId } from './article.ts'
import type { TextRange } from './text-range.ts'

/** The longest query that is read, in UTF-16 units. */
export const queryLimit = 1000

/** The fewest letters of a word at which a search as you type begins. */
export const shortestPrefix = 2

/** Fields that a query can name, as in `title:treaty`. */
export const queryFields = ['title', 'source', 'author', 'tag'] as const
/** One of the {@link queryFields}. */
export type QueryField = (typeof queryFields)[number]

/** What `has:` can ask of an annotation. */
export const hadParts = ['note', 'tag'] as const
/** One of the {@link hadParts}. */
export type HadPart = (typeof hadParts)[number]

/** Why a query could not be read. */
export type QueryProblemReason =
  | 'unclosed-quote'
  | 'empty-phrase'
  | 'unknown-field'
  | 'missing-value'
  | 'bad-date'
  | 'bad-colour'
  | 'bad-part'
  | 'too-long'

/** A query that could not be read: why, and which part of it (UTF-16 offsets into the query). */
export interface QueryProblem extends TextRange {
  reason: QueryProblemReason
}

/** One article that a query found. */
export interface SearchHit {
  articleId: ArticleId
  /** Larger is better; only to be compared within one answer. */
  score: number
  /** Matched words in the title: offsets into the title. */
  titleMarks: TextRange[]
  snippet: Snippet
  /** The first matched words in the article's text, or `null` where only its metadata matched. */
  firstMatch: TextRange | null
  /** How many places in the article's text match. */
  matchCount: number
}

/** The best short passage of an article for a query. */
export interface Snippet {
  text: string
  /** Where the snippet starts in the article's text. */
  start: number
  /** Matched words: offsets into the snippet's own text. */
  marks: TextRange[]
  /** Whether words of the same block were left out before and after. */
  cutBefore: boolean
  cutAfter: boolean
}

/** The answer to a query, best hits first. */
export interface SearchAnswer {
  /** Number of articles found, of which `hits` holds the best. */
  total: number
  hits: SearchHit[]
  /** How many undated articles `before:` and `after:` left out that matched otherwise. */
  undatedLeftOut: number
  /** True where the query holds nothing to look for yet (empty, or one letter). */
  tooShort: boolean
}

/** A stretch of a note or a quotation. */
export interface NotePassage {
  text: string
  /** Matched words: offsets into `text`. */
  marks: TextRange[]
  /** Whether words were left out before and after. */
  cutBefore: boolean
  cutAfter: boolean
}

/** One annotation that a query found. */
export interface NoteHit {
  annotation: Annotation
  /** Title of its article; `null` where the library knows none, and for a memo. */
  title: string | null
  /** The number of the paragraph where it begins; `null` in a heading, or where that edition is not at hand. */
  paragraph: number | null
  /** `null` where it hangs on no words, or has no note. */
  quote: NotePassage | null
  note: NotePassage | null
}

/** What a query finds among the reader's highlights, notes and memos. */
export interface NoteSearchAnswer {
  /** How many there are, of which `hits` holds the best. */
  total: number
  hits: NoteHit[]
  /** Whether the query asks for something that only notes and highlights have, so that it finds no article. */
  isOnlyForNotes: boolean
}
