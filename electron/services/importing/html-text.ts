// What a reader would see of HTML inside Markdown: its text. Tags are dropped, never passed on. Plain Node.
import type { Paragraph } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Tags that stand inside a word or a sentence; every other tag parts the text on its two sides. */
const inlineTags = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/**
 * Comments, scripts, style sheets, declarations: what a browser would not show. As in a browser an unclosed one
 * runs to the end, which also keeps the search from starting over at each of them.
 */
const unseen = /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1[^>]*>?|$)|<[!?][^>]*>?/gi

const tag = /<\/?([a-z][a-z0-9-]*)[^>]*>?/gi

/** Everything of Markdown but paragraphs and character references: inside HTML the rest is ordinary text. */
const charactersOnly = {
  disable: {
    null: [
      'attention',
      'autolink',
      'blockQuote',
      'characterEscape',
      'codeFenced',
      'codeIndented',
      'codeText',
      'definition',
      'hardBreakEscape',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
}

/** The visible text of a block of HTML as paragraphs of plain text, character references resolved. */
export function htmlToParagraphs(html: string): Paragraph[] {
  const text = html
    .replaceAll(unseen, '')
    .replaceAll(tag, (_, name: string) => (isInline(name) ? '' : partsText(name)))
  return fromMarkdown(text, { extensions: [charactersOnly] }).children.filter(
    (node) => node.type === 'paragraph',
  )
}

/** What one piece of HTML between words leaves there: a space where it parts them (`<br>`), else nothing. */
export function htmlBetweenWords(html: string): '' | ' ' {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(html)?.[1]
  return name === undefined || isInline(name) ? '' : ' '
}

function isInline(name: string): boolean {
  return inlineTags.has(name.toLowerCase())
}

function partsText(name: string): string {
  return name.toLowerCase() === 'br' ? ' ' : '\n\n'
}
