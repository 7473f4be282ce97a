// The last step of every import: gives blocks their numbers and their places in the article's text. Plain Node.
import type { Block } from '../../contract/article.ts'

type WithoutPlace<Kind> = Kind extends Block ? Omit<Kind, 'start' | 'number'> : never

/** A block before it is known where in the article it stands. */
export type UnplacedBlock = WithoutPlace<Block>

/**
 * Leaves out blocks without visible text, numbers those that are no headings from 1, and sets each start:
 * UTF-16 units into the blocks' texts joined by line feeds.
 */
export function placeBlocks(unplaced: readonly UnplacedBlock[]): Block[] {
  const blocks: Block[] = []
  let start = 0
  let number = 0
  for (const block of unplaced) {
    if (block.text.trim() === '') continue
    if (block.kind === 'heading') blocks.push({ ...block, start, number: null })
    else blocks.push({ ...block, start, number: ++number })
    start += block.text.length + 1
  }
  return blocks
}
