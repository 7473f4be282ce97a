// What the heading of a group says, whichever way the notebook is grouped. Pure.
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { highlightColours, noArticleId } from '../../../electron/contract/limits.ts'
import type { NotebookEntry, NotebookGrouping } from '../../../electron/contract/notebook.ts'
import type { ColourMeanings } from '../../../electron/contract/settings.ts'
import type { Translate } from '../../messages/use-translate.ts'
import { nameColour } from '../annotations/use-colour-name.ts'

/** The title of an entry's article, or words for an article that the library does not know, or for no article. */
export function titleOf({ title, annotation }: NotebookEntry, translate: Translate): string {
  if (annotation.articleId === noArticleId) return translate('notebook.memos')
  return title ?? translate('notebook.unknownArticle', { articleId: annotation.articleId })
}

/** The colour that a key of a group names, or `null`. */
export function colourOf(key: string): HighlightColour | null {
  return highlightColours.find((colour) => colour === key) ?? null
}

const wholeDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })

/** A day such as `2026-02-01` in words. */
export function dayWords(day: string): string {
  return wholeDay.format(new Date(day))
}

/** The words of the heading above an entry; `null` where it is not the first of a group. */
export function groupWords(
  entry: NotebookEntry,
  grouping: NotebookGrouping,
  meanings: ColourMeanings,
  translate: Translate,
): string | null {
  if (entry.heading === null) return null
  switch (grouping) {
    case 'article':
      return titleOf(entry, translate)
    case 'colour':
      return nameColour(entry.annotation.colour, meanings, translate).meaning
    case 'tag':
      return entry.heading.key || translate('notebook.untagged')
    case 'day':
      return dayWords(entry.heading.key)
  }
}
