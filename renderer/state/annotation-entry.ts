// One annotation as the page holds it: what the reader sees, what is on disk, and how the two stand. Pure.
import type {
  Annotation,
  AnnotationDraft,
  HighlightColour,
  HighlightStyle,
} from '../../electron/contract/annotation.ts'
import { noArticleId } from '../../electron/contract/limits.ts'
import type { ArticleId } from '../../electron/contract/article.ts'
import type { KindCounts } from '../../electron/contract/notebook.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'
import type { PageError } from '../api/transport.ts'

/**
 * How an annotation stands. `saved` only once the program has said that it is on disk; `pending` while
 * somebody types; a `failed` one is kept on the page and tried again; `conflict` waits for the reader.
 */
export type SaveState =
  | { kind: 'saved' | 'pending' | 'saving' }
  | { kind: 'failed'; error: PageError }
  | { kind: 'conflict'; theirs: Annotation }

/** How an annotation stands in the present edition of its article, where that is not the one it was made on. */
export type Standing =
  /** Its place was found by guessing: the reader should look. `formerly`: the words it was made on. */
  | { kind: 'moved'; formerly: string }
  /** It has no place. `before` and `after`: what stood beside its words. */
  | { kind: 'lost'; before: string; after: string }

/**
 * An annotation on the page. Offsets are UTF-16 into the text of the edition named by `contentHash`, which is `null` for
 * what hangs on no words: then the offsets are 0 and the quotation is empty.
 */
export interface AnnotationEntry {
  id: string
  /** `noArticleId` for a memo. */
  articleId: ArticleId
  contentHash: string | null
  start: number
  end: number
  /** The highlighted words. */
  quote: string
  /** `null` only where no words are highlighted. */
  colour: HighlightColour | null
  style: HighlightStyle
  /** In Markdown. */
  note: string
  tags: readonly string[]
  createdAt: number
  /** Revision on disk, 0 while it never was there. */
  revision: number
  /** Absent where the annotation surely is at its words. */
  standing?: Standing
  save: SaveState
}

/** The words and place of a new highlight. */
export interface NewHighlight extends TextRange {
  articleId: ArticleId
  contentHash: string
  quote: string
  colour: HighlightColour
  /** Filled and underlined, where nothing else is said. */
  style?: HighlightStyle
}

function standingOf({ anchor, carriedOver }: Annotation): Standing | null {
  if (carriedOver?.kind === 'moved') return { kind: 'moved', formerly: carriedOver.from.exact }
  if (carriedOver?.kind === 'unanchored' && anchor !== null)
    return { kind: 'lost', before: anchor.prefix, after: anchor.suffix }
  return null
}

/** The entry of an annotation that is on disk. */
export function fromStored(annotation: Annotation): AnnotationEntry {
  const {
    id,
    articleId,
    anchor,
    colour,
    style = 'highlight',
    note,
    tags = [],
    createdAt,
    revision,
  } = annotation
  const { contentHash, start, end, exact: quote } = anchor ?? onNoWords
  const standing = standingOf(annotation)
  return {
    id,
    articleId,
    contentHash,
    start,
    end,
    quote,
    colour,
    style,
    note,
    tags,
    createdAt,
    revision,
    ...(standing && { standing }),
    save: { kind: 'saved' },
  }
}

/** The request that puts an entry on disk as the reader sees it. */
export function toDraft(entry: AnnotationEntry): AnnotationDraft {
  const { id, articleId, revision, contentHash, start, end, colour, style, note, tags } = entry
  return { id, articleId, revision, contentHash, start, end, colour, style, note, tags: [...tags] }
}

/** Whether an annotation on disk says what the reader sees. */
export function saysTheSame(entry: AnnotationEntry, annotation: Annotation): boolean {
  const { colour, style = 'highlight', note, tags = [], anchor, deletedAt } = annotation
  const { start, end } = anchor ?? onNoWords
  return (
    entry.colour === colour &&
    entry.style === style &&
    entry.note === note &&
    entry.tags.join() === tags.join() &&
    entry.start === start &&
    entry.end === end &&
    deletedAt === null
  )
}

/** Where what hangs on no words is said to lie. */
export const onNoWords = { contentHash: null, start: 0, end: 0, exact: '' } as const

/** Whether it is a note on an article as a whole. */
export const isArticleNote = ({ contentHash, articleId }: AnnotationEntry): boolean =>
  contentHash === null && articleId !== noArticleId

/** Which kind of annotation it is. */
export function kindOf(entry: AnnotationEntry): keyof KindCounts {
  if (entry.contentHash !== null) return 'highlights'
  return isArticleNote(entry) ? 'articleNotes' : 'memos'
}

/** Whether it has no place in the present edition of its article. */
export const isLost = ({ standing }: AnnotationEntry): boolean => standing?.kind === 'lost'

/** Whether it hangs on no words and nothing has been written yet: then it is not on disk either. */
export const isBlank = ({ contentHash, note, tags, revision }: AnnotationEntry): boolean =>
  contentHash === null && note.trim() === '' && tags.length === 0 && revision === 0

/** Failures that are no fault of the words themselves: they may go, some by themselves, others when the reader acts. */
const passing: readonly PageError['code'][] = [
  'disk-full',
  'write-failed',
  'program-unreachable',
  'access-denied',
  'internal',
]

/** Whether what has failed may come through when it is tried again. */
export const mayPass = ({ code }: PageError): boolean => passing.includes(code)

/** Whether something that the reader did is not on disk yet. */
export const isUnsaved = (entry: AnnotationEntry): boolean => entry.save.kind !== 'saved' && !isBlank(entry)

/** Text order: where it starts, then where it ends, then age. */
export function inTextOrder(left: AnnotationEntry, right: AnnotationEntry): number {
  return left.start - right.start || left.end - right.end || left.createdAt - right.createdAt
}

/** The entries that cover the text at `offset`, in text order. */
export function entriesAt(entries: readonly AnnotationEntry[], offset: number): AnnotationEntry[] {
  return entries.filter((entry) => entry.start <= offset && offset < entry.end)
}
