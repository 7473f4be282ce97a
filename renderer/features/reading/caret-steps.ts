// Where a move of the reading caret leads in the text of an article. Plain functions over UTF-16 offsets: lines and
// screenfuls, which depend on the page, are not among them.
import type { CaretMove } from './caret-keys.ts'

/** The paragraph, list item or table cell around an offset: its first offset and the one after its last. */
function blockAt(text: string, offset: number): { start: number; end: number } {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\t', offset - 1))
  const ends = [text.indexOf('\n', offset), text.indexOf('\t', offset)].filter((place) => place >= 0)
  return { start: before + 1, end: Math.min(text.length, ...ends) }
}

interface Stretch {
  start: number
  end: number
}

/** The characters, words or sentences of one block; sentences without the white space after them. */
function stretchesIn(
  text: string,
  block: Stretch,
  unit: 'grapheme' | 'word' | 'sentence',
  language: string,
): Stretch[] {
  const segments = new Intl.Segmenter(language, { granularity: unit }).segment(
    text.slice(block.start, block.end),
  )
  return [...segments]
    .filter(({ isWordLike }) => unit !== 'word' || isWordLike)
    .map(({ index, segment }) => {
      const start = block.start + index
      return { start, end: start + (unit === 'sentence' ? segment.trimEnd() : segment).length }
    })
}

const granularity = { character: 'grapheme', word: 'word', sentence: 'sentence' } as const

/** The place after a forward move within a block, or `null` where the block has no further one. */
function forwardIn(stretches: readonly Stretch[], offset: number, toEnd: boolean): number | null {
  if (toEnd) return stretches.find(({ end }) => end > offset)?.end ?? null
  return stretches.find(({ start }) => start > offset)?.start ?? null
}

/**
 * Where a move by characters, words, sentences or paragraphs leads from `offset`; the offset itself at the ends of
 * the text. A selection that grows takes whole units: it ends with a word or sentence, not before the next.
 */
export function stepOffset(
  text: string,
  offset: number,
  move: CaretMove & { unit: keyof typeof granularity | 'paragraph' | 'article' },
  language: string,
): number {
  const { unit, direction } = move
  if (unit === 'article') return direction === 1 ? text.length : 0
  const block = blockAt(text, offset)
  const next = block.end < text.length ? block.end + 1 : block.end
  const previous = block.start > 0 ? blockAt(text, block.start - 1) : block
  if (unit === 'paragraph') {
    if (direction === -1) return offset > block.start ? block.start : previous.start
    if (!move.extends) return next
    return offset < block.end ? block.end : blockAt(text, next).end
  }
  const toEnd = unit !== 'sentence' || move.extends
  const stretches = stretchesIn(text, block, granularity[unit], language)
  if (direction === 1) {
    const within = forwardIn(stretches, offset, toEnd)
    if (within !== null) return within
    if (next === block.end) return block.end
    if (unit === 'character' || !toEnd) return next
    return forwardIn(stretchesIn(text, blockAt(text, next), granularity[unit], language), next, toEnd) ?? next
  }
  const within = stretches.findLast(({ start }) => start < offset)?.start
  if (within !== undefined) return within
  if (previous === block) return block.start
  if (unit === 'character') return previous.end
  return stretchesIn(text, previous, granularity[unit], language).at(-1)?.start ?? previous.start
}

/** The text to be read out after a move: what the caret stands at now, in the unit of the move. */
export function textAtCaret(text: string, offset: number, unit: CaretMove['unit'], language: string): string {
  const block = blockAt(text, offset)
  if (unit !== 'character' && unit !== 'word' && unit !== 'sentence')
    return text.slice(block.start, block.end)
  const stretches = stretchesIn(text, block, granularity[unit], language)
  const at = stretches.find(({ start, end }) => start <= offset && offset < end)
  const before = unit === 'word' ? stretches.findLast(({ end }) => end === offset) : undefined
  const found = at ?? before
  return found ? text.slice(found.start, found.end) : ''
}
