// The headings of an article, for its contents. Pure, in the page.
import type { Article, Block } from '../../../electron/contract/article.ts'

/** A heading of an article; `start` is its UTF-16 offset in the article's text. */
export type Heading = Extract<Block, { kind: 'heading' }>

/** The headings in text order. */
export function headingsOf({ blocks }: Pick<Article, 'blocks'>): Heading[] {
  return blocks.filter((block) => block.kind === 'heading')
}

/** The heading of the section that the text at `offset` stands in; `null` before the first one. */
export function headingAt(headings: readonly Heading[], offset: number): Heading | null {
  return headings.findLast(({ start }) => start <= offset) ?? null
}
