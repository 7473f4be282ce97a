// The notebook as Markdown: quotation, note and citation of each highlight, under the headings that the page shows. Pure.
import type { ArticleSummary } from '../../../electron/contract/article.ts'
import type { NotebookEntry, NotebookGrouping } from '../../../electron/contract/notebook.ts'
import type { ColourMeanings } from '../../../electron/contract/settings.ts'
import { noArticleId } from '../../../electron/contract/limits.ts'
import type { Translate } from '../../messages/use-translate.ts'
import { nameColour } from '../annotations/use-colour-name.ts'
import { citationOf } from './citation.ts'
import { groupWords, titleOf } from './group-words.ts'

/** What is to be written. */
export interface MarkdownParts {
  title: string
  entries: readonly NotebookEntry[]
  grouping: NotebookGrouping
  /** What is known of an article that is in the library. */
  findArticle: (articleId: string) => ArticleSummary | undefined
  /** The reader's own words for what the colours stand for. */
  meanings: ColourMeanings
  translate: Translate
}

/** Characters that would be read as marks; `#`, `-`, `+`, `>` and numbers are marks at the start of a line only. */
const marks = /[\\`*_[\]<>~|]/g
const lineMarks = /^(\s*)([#+>-]|\d+(?=[.)]))/

/** Words as they stand, whatever marks of Markdown they hold. */
export function escapeMarkdown(words: string): string {
  return words
    .replaceAll(marks, '\\$&')
    .replace(lineMarks, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
}

/** Each block of the quotation is a paragraph of it. */
function quoteLines(quote: string): string {
  return quote
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n>\n')
}

/** The line below a note: what its colour stands for, and where it belongs. */
function placeLine(entry: NotebookEntry, parts: MarkdownParts): string[] {
  const { findArticle, meanings, translate } = parts
  const { anchor, articleId, colour } = entry.annotation
  const meaning =
    colour === null ? [] : [`${escapeMarkdown(nameColour(colour, meanings, translate).meaning)}: `]
  if (articleId === noArticleId) return [[...meaning, translate('card.memo')].join('')]
  const article = findArticle(articleId) ?? { title: titleOf(entry, translate) }
  const citation = escapeMarkdown(citationOf(article, entry.paragraph, translate))
  const kind = anchor === null ? [`${translate('card.articleNote')}: `] : []
  return [[...meaning, ...kind, citation].join('')]
}

/** Writes the notebook; ends with a line feed. Notes are left as their writer wrote them. */
export function writeMarkdown(whole: MarkdownParts): string {
  const { title, entries, grouping, meanings, translate } = whole
  const parts = [`# ${escapeMarkdown(title)}`]
  for (const entry of entries) {
    const { anchor, note, tags = [] } = entry.annotation
    const heading = groupWords(entry, grouping, meanings, translate)
    if (heading !== null) parts.push(`## ${escapeMarkdown(heading)}`)
    if (anchor !== null) parts.push(quoteLines(anchor.exact))
    if (note !== '') parts.push(note)
    if (tags.length > 0)
      parts.push(translate('notebook.export.tags', { tags: tags.map(escapeMarkdown).join(', ') }))
    parts.push(...placeLine(entry, whole))
  }
  return `${parts.join('\n\n')}\n`
}
