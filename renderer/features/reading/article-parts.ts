// Cuts a long article into parts, which the browser lays out only when they come near the view. Pure, in the page.
import type { Block } from '../../../electron/contract/article.ts'

/** UTF-16 units of text from which on an article is cut: a shorter one is laid out at once in less than a frame or two. */
export const longText = 60_000

/** UTF-16 units after which a part ends: about two screens. */
const partLength = 5_000

/** UTF-16 units of a line as wide as most panes are, and lines that a block takes beside its text. */
const lineLength = 48
const between = 0.6

/** A part of an article: neighbours that belong together, and how many lines they are likely to take. */
export interface ArticlePart {
  groups: Block[][]
  lines: number
}

const lengthOf = (group: readonly Block[]): number =>
  group.reduce((length, { text }) => length + text.length + 1, 0)
const linesOf = (group: readonly Block[]): number =>
  group.reduce((lines, { text }) => lines + Math.ceil(text.length / lineLength) + between, 0)

/** Cuts groups of blocks. No part begins with a heading, which stands closer to what is above it than parts can. */
export function cutIntoParts(groups: readonly Block[][]): ArticlePart[] {
  const parts: ArticlePart[] = []
  let length = partLength
  for (const group of groups) {
    if (length >= partLength && (group[0]?.kind !== 'heading' || parts.length === 0)) {
      parts.push({ groups: [], lines: 0 })
      length = 0
    }
    const part = parts.at(-1)
    if (!part) continue
    part.groups.push(group)
    part.lines += linesOf(group)
    length += lengthOf(group)
  }
  return parts
}
