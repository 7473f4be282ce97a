// What the notebook can be asked and what it answers: highlights and notes across articles. Runs everywhere.
import type { Annotation, HighlightColour } from './annotation.ts'

/** Which articles the notebook covers: the one in the focused pane, all that are open, or every one. */
export const notebookScopes = ['article', 'open', 'all'] as const
/** One of the {@link notebookScopes}. */
export type NotebookScope = (typeof notebookScopes)[number]

/**
 * How the notebook is ordered, with a heading for each group: by article (in the order of the library, then of the
 * text; memos come first), by colour (within one by article), by tag (in the order of the alphabet; an annotation stands
 * under each of its tags), or by day (the newest highlight first).
 */
export const notebookGroupings = ['article', 'colour', 'tag', 'day'] as const
/** One of the {@link notebookGroupings}. */
export type NotebookGrouping = (typeof notebookGroupings)[number]

/** Whether highlights are listed with a note, without one, or either way. */
export const notePresences = ['any', 'with', 'without'] as const
/** One of the {@link notePresences}. */
export type NotePresence = (typeof notePresences)[number]

/** The longest filter that is read, in UTF-16 units. */
export const notebookTextLimit = 200

/** The most entries that one answer holds. */
export const notebookWindowLimit = 1000

/** One annotation with what the notebook says of it. */
export interface NotebookEntry {
  annotation: Annotation
  /** Title of its article; `null` where the library knows none. */
  title: string | null
  /** The number of the paragraph where it begins; `null` in a heading, or where that edition is not at hand. */
  paragraph: number | null
  /**
   * Set on the first entry of a group: `key` is the article's id (`noArticleId` for memos), the colour, the tag or the
   * day (`2026-02-01`), `count` how many entries the group holds. Empty for what has no colour, or no tag.
   */
  heading: { key: string; count: number } | null
  /** The tag that it stands under, empty for none, where the notebook is grouped by tags; otherwise `null`. */
  tag: string | null
}

/** A tag as it was written first, and how many annotations have it, however it is spelt there. */
export interface TagCount {
  tag: string
  count: number
}

/** The kinds of annotations, in the order in which they are counted for the reader. */
export const annotationKinds = ['highlights', 'articleNotes', 'memos'] as const
/** How many annotations there are of each of the {@link annotationKinds}. */
export type KindCounts = Record<(typeof annotationKinds)[number], number>

/** The most tags that one answer tells. */
export const toldTagsLimit = 500

/** A stretch of what was asked for, and how much there is. */
export interface NotebookAnswer {
  /** How many articles' notes the program has not read since its start; they are missing in this answer. */
  unread: number
  /** How many annotations the articles in question have, whatever was filtered. */
  inScope: number
  /** How many of them are of each kind. */
  kinds: KindCounts
  /** How many were found. */
  found: number
  /** How many entries there are, which is more where one stands under several tags; `entries` are those from `offset` on. */
  total: number
  /** How many of each colour the other filters let through: what choosing that colour would find. */
  colours: Record<HighlightColour, number>
  /** The tags of what the articles in question have, the most used first; {@link toldTagsLimit} at most. */
  tags: TagCount[]
  offset: number
  entries: NotebookEntry[]
}

/** The name under which the notebook is offered as a file; the desktop lets the page save a file of this name. */
export const notebookFileName = 'bookwheel-notebook.md'
