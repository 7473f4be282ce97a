// Where on a pane an article is dropped. Pure, in the page.

/** In the place of the pane's article, or beside it. */
export type DropZone = 'left' | 'middle' | 'right'

/** The type under which a drag carries an article's id; no other program knows it. */
export const draggedArticleType = 'application/x-bookwheel-article'

/** The share of a pane's width that counts as an edge. */
const edge = 0.25

/** The zone at a place (CSS pixels of the window) of a pane's box. */
export function dropZoneAt({ left, width }: Pick<DOMRect, 'left' | 'width'>, x: number): DropZone {
  const share = (x - left) / width
  if (share < edge) return 'left'
  return share > 1 - edge ? 'right' : 'middle'
}
