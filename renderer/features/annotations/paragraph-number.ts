// Which paragraph a highlight begins in: what a reader cites.
import type { Block } from '../../../electron/contract/article.ts'

/** The number of the block that holds the text at `offset`; `null` in a heading. */
export function paragraphNumberAt(blocks: readonly Block[], offset: number): number | null {
  return blocks.findLast((block) => block.start <= offset)?.number ?? null
}
