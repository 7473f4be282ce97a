// One annotation as the page holds it: what the reader sees, what is on disk, and how the two stand. Pure.
import type { Annotation, AnnotationDraft, HighlightColour } from '../../electron/contract/annotation.ts'
import type { ArticleId } from '../../electron/contract/article.ts'
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

/** An annotation on the page. Offsets are UTF-16 into the text of the edition named by `contentHash`. */
export interface AnnotationEntry {
  id: string
  articleId: ArticleId
  contentHash: string
  start: number
  end: number
  /** The highlighted words. */
  quote: string
  colour: HighlightColour
  note: string
  createdAt: number
  /** Revision on disk, 0 while it never was there. */
  revision: number
  /** Absent where the annotation surely is at its words. */
  standing?: Standing
  save: SaveState
}

function standingOf({ anchor, carriedOver }: Annotation): Standing | null {
  if (carriedOver?.kind === 'moved') return { kind: 'moved', formerly: carriedOver.from.exact }
  if (carriedOver?.kind === 'unanchored') return { kind: 'lost', before: anchor.prefix, after: anchor.suffix }
  return null
}

/** The entry of an annotation that is on disk. */
export function fromStored(annotation: Annotation): AnnotationEntry {
  const { id, articleId, anchor, colour, note, createdAt, revision } = annotation
  const { contentHash, start, end, exact: quote } = anchor
  const standing = standingOf(annotation)
  return {
    id,
    articleId,
    contentHash,
    start,
    end,
    quote,
    colour,
    note,
    createdAt,
    revision,
    ...(standing && { standing }),
    save: { kind: 'saved' },
  }
}

/** The request that puts an entry on disk as the reader sees it. */
export function toDraft(entry: AnnotationEntry): AnnotationDraft {
  const { id, articleId, revision, contentHash, start, end, colour, note } = entry
  return { id, articleId, revision, contentHash, start, end, colour, note }
}

/** Whether an annotation on disk says what the reader sees. */
export function saysTheSame(entry: AnnotationEntry, annotation: Annotation): boolean {
  return entry.colour === annotation.colour && entry.note === annotation.note && annotation.deletedAt === null
}

/** Whether it has no place in the present edition of its article. */
export const isLost = ({ standing }: AnnotationEntry): boolean => standing?.kind === 'lost'

/** Whether something that the reader did is not on disk yet. */
export const isUnsaved = (entry: AnnotationEntry): boolean => entry.save.kind !== 'saved'

/** Text order: where it starts, then where it ends, then age. */
export function inTextOrder(left: AnnotationEntry, right: AnnotationEntry): number {
  return left.start - right.start || left.end - right.end || left.createdAt - right.createdAt
}

/** The entries that cover the text at `offset`, in text order. */
export function entriesAt(entries: readonly AnnotationEntry[], offset: number): AnnotationEntry[] {
  return entries.filter((entry) => entry.start <= offset && offset < entry.end)
}
