// Which paragraph a place in an article belongs to: what a reader cites. Runs everywhere.
import type { Block } from './article.ts'

/** The number of the block that holds the text at `offset` (UTF-16 into the article's text); `null` in a heading. */
export function paragraphNumberAt(blocks: readonly Block[], offset: number): number | null {
  return blocks.findLast((block) => block.start <= offset)?.number ?? null
}
