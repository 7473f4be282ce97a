// From offsets in an article's text to places in the page, and back. Every element that shows text carries
// `data-start`, the offset of its first character; nothing else in the article holds text that counts.

/** A stretch of the page that the Highlight API can paint and that can be scrolled to. */
export interface TextMap {
  /** The place of the text from `start` to `end` (UTF-16 offsets), or `null` where it is not on the page. */
  toRange(start: number, end: number): Range | null
  /** The offset of a place in the page; a place between texts counts as the start of the text that follows. */
  toOffset(node: Node, offset: number): number | null
  /** The parts of the article that show text, one below the other: a block each, or several of a long article. */
  rows: readonly Element[]
}

interface Piece {
  node: Text
  start: number
}

function collectPieces(elements: readonly HTMLElement[]): Piece[] {
  const pieces: Piece[] = []
  for (const element of elements) {
    let start = Number(element.dataset['start'])
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      pieces.push({ node, start })
      start += node.length
    }
  }
  return pieces
}

/** Index of the last piece that starts at or before `offset`; -1 where there is none. */
function pieceIndexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Reads the places of all texts below `root` once. Make a new map when the article on the page changes. */
export function createTextMap(root: Element): TextMap {
  const elements = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  const pieces = collectPieces(elements)
  const pieceOf = new Map<Node, Piece>(pieces.map((piece) => [piece.node, piece]))

  function toRange(start: number, end: number): Range | null {
    const first = pieces[pieceIndexAt(pieces, start)]
    // The end belongs to the piece that holds the character before it.
    const last = pieces[pieceIndexAt(pieces, Math.max(start, end - 1))]
    if (!first || !last) return null
    const range = document.createRange()
    range.setStart(first.node, Math.min(start - first.start, first.node.length))
    range.setEnd(last.node, Math.min(end - last.start, last.node.length))
    return range
  }

  function toOffset(node: Node, offset: number): number | null {
    if (!root.contains(node)) return null
    const piece = pieceOf.get(node)
    if (piece) return piece.start + Math.min(offset, piece.node.length)
    const point = document.createRange()
    point.setStart(node, offset)
    const following = pieces.find((candidate) => point.comparePoint(candidate.node, 0) >= 0)
    if (following) return following.start
    const last = pieces.at(-1)
    return last ? last.start + last.node.length : null
  }

  const rows = [...root.children].filter(
    (child) => child.matches('[data-start]') || child.querySelector('[data-start]'),
  )
  return { toRange, toOffset, rows }
}
