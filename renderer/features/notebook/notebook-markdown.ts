// The notebook as Markdown: quotation, note and citation of each highlight, under the headings that the page shows. Pure.
import type { ArticleSummary } from '../../../electron/contract/article.ts'
import type { NotebookEntry, NotebookGrouping } from '../../../electron/contract/notebook.ts'
import type { Translate } from '../../messages/use-translate.ts'
import { citationOf } from './citation.ts'
import { groupWords, titleOf } from './group-words.ts'

/** What is to be written. */
export interface MarkdownParts {
  title: string
  entries: readonly NotebookEntry[]
  grouping: NotebookGrouping
  /** What is known of an article that is in the library. */
  findArticle: (articleId: string) => ArticleSummary | undefined
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

/** Writes the notebook; ends with a line feed. Notes are left as their writer wrote them. */
export function writeMarkdown({ title, entries, grouping, findArticle, translate }: MarkdownParts): string {
  const parts = [`# ${escapeMarkdown(title)}`]
  for (const entry of entries) {
    const { anchor, note, colour, articleId } = entry.annotation
    const heading = groupWords(entry, grouping, translate)
    const article = findArticle(articleId) ?? { title: titleOf(entry, translate) }
    const citation = escapeMarkdown(citationOf(article, entry.paragraph, translate))
    if (heading !== null) parts.push(`## ${escapeMarkdown(heading)}`)
    parts.push(quoteLines(anchor.exact))
    if (note !== '') parts.push(note)
    parts.push(`${translate(`colour.${colour}.meaning`)}: ${citation}`)
  }
  return `${parts.join('\n\n')}\n`
}
