// Where the toolbar of a selection stands: beside the words, and never on the line that the caret goes to next. Pure.

/** Which way the reader extends the selection by keyboard; `null` where it was made otherwise. */
export type Ahead = 'down' | 'up' | null

/** Lengths in CSS pixels, from the top of the window. */
export interface ToolbarRoom {
  /** The selected words. */
  box: { top: number; bottom: number; left: number }
  /** What of the article is in view. */
  view: { top: number; bottom: number; left: number; right: number }
  toolbar: { width: number; height: number }
  /** How far apart two lines of the article stand. */
  line: number
  ahead: Ahead
}

/** Pixels between the selection and the toolbar, and between the toolbar and the edges of the view. */
const gap = 8

/** The top of the toolbar, in the order of preference, where it would stand above and where below the words. */
function topsOf({ box, view, toolbar, ahead }: ToolbarRoom): [number, number] {
  const above = Math.max(box.top - gap - toolbar.height, view.top + gap)
  const lowest = view.bottom - gap - toolbar.height
  if (ahead === 'down') return [above, lowest]
  const below = box.bottom + gap
  if (ahead === 'up') return [Math.min(below, lowest), view.top + gap]
  return [below <= lowest ? below : above, above]
}

/**
 * Its upper left corner. Below the words, or above them where the view ends. While a selection grows by keyboard it stands
 * behind the caret, and where there is no room behind it at the far edge of the view: the line of the caret and the next
 * one stay free. Never out of the view at the sides.
 */
export function placeToolbar(room: ToolbarRoom): { top: number; left: number } {
  const { box, view, toolbar, line, ahead } = room
  const [first, second] = topsOf(room)
  const from = ahead === 'down' ? box.bottom - line : box.top - line
  const isFree = (top: number): boolean => top + toolbar.height <= from || top >= from + 2 * line
  const top = ahead === null || isFree(first) || !isFree(second) ? first : second
  const left = Math.min(Math.max(box.left, view.left + gap), view.right - toolbar.width - gap)
  return { top, left }
}
