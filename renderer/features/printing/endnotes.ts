// The notes of an article as endnotes: numbered in the order of the text, each with the paragraph that it is on. Pure.
import type { Article } from '../../../electron/contract/article.ts'
import { paragraphNumberAt } from '../../../electron/contract/paragraph-number.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { inTextOrder, isArticleNote, isLost } from '../../state/annotation-entry.ts'

/** One note below the article. */
export interface Endnote {
  id: string
  /** What stands in the text and before the note. */
  number: number
  /** Number of the paragraph; `null` in a heading, and where the note has no place in this edition. */
  paragraph: number | null
  /** Where the number goes: a UTF-16 offset into the article's text; `null` where the note has no place. */
  end: number | null
  /** Empty for a note on the article as a whole. */
  quote: string
  note: string
}

/** The endnotes of an article. Highlights without a note are painted, not listed; what has lost its place comes last, before the notes on the whole. */
export function endnotesOf(
  article: Pick<Article, 'blocks' | 'contentHash'>,
  entries: readonly AnnotationEntry[],
): Endnote[] {
  const noted = entries.filter(({ note }) => note.trim() !== '')
  const placed = noted.filter((entry) => !isLost(entry) && entry.contentHash === article.contentHash)
  const lost = noted.filter(isLost)
  const whole = noted.filter(isArticleNote)
  const numberAt = (offset: number) => paragraphNumberAt(article.blocks, offset)
  return [...placed.toSorted(inTextOrder), ...lost, ...whole].map((entry, index) => ({
    id: entry.id,
    number: index + 1,
    paragraph: isLost(entry) || isArticleNote(entry) ? null : numberAt(entry.start),
    end: isLost(entry) || isArticleNote(entry) ? null : entry.end,
    quote: entry.quote,
    note: entry.note.trim(),
  }))
}
