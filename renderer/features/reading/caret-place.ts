// Where the reading caret stands on the page, and where moves lead that depend on the page: lines and screenfuls.
import type { CaretMove } from './caret-keys.ts'
import type { TextMap } from './text-map.ts'

/** Where the caret is drawn, in CSS pixels in the window. */
export interface CaretBox {
  left: number
  top: number
  height: number
}

/** Pixels kept free above and below the caret, so that what comes next can be read. */
const air = 56

/**
 * The box of the caret at `offset`: at the left of the character that follows, or at the right of the one before where
 * a line ends or `afterPrevious` is set. `null` where that text is not on the page.
 */
export function caretBoxAt(map: TextMap, offset: number, afterPrevious: boolean): CaretBox | null {
  const following = [...(map.toRange(offset, offset + 1)?.getClientRects() ?? [])].find(
    ({ width }) => width > 0,
  )
  if (following && !afterPrevious)
    return { left: following.left, top: following.top, height: following.height }
  const previous =
    offset > 0 ? [...(map.toRange(offset - 1, offset)?.getClientRects() ?? [])].at(-1) : undefined
  if (previous) return { left: previous.right, top: previous.top, height: previous.height }
  return following ? { left: following.left, top: following.top, height: following.height } : null
}

/** Gives the browser's selection these ends, `focus` being the one that moves. */
export function placeSelection(map: TextMap, anchor: number, focus: number): void {
  const from = map.toRange(anchor, anchor)
  const to = map.toRange(focus, focus)
  const selection = document.getSelection()
  if (!from || !to || !selection) return
  selection.setBaseAndExtent(from.startContainer, from.startOffset, to.startContainer, to.startOffset)
}

/** Where a move by lines leads: the browser knows where its lines break. `null` where it leads out of the article. */
export function stepLine(map: TextMap, move: CaretMove): number | null {
  const selection = document.getSelection()
  if (!selection?.focusNode) return null
  const granularity = move.unit === 'line' ? 'line' : 'lineboundary'
  selection.modify(
    move.extends ? 'extend' : 'move',
    move.direction === 1 ? 'forward' : 'backward',
    granularity,
  )
  return map.toOffset(selection.focusNode, selection.focusOffset)
}

/** The text of the line that a caret stands in, within its paragraph. */
export function lineAt(map: TextMap, offset: number, box: CaretBox): { start: number; end: number } | null {
  const element = map.toRange(offset, offset)?.startContainer.parentElement?.closest('[data-start]')
  if (!element) return null
  const { left, right } = element.getBoundingClientRect()
  const offsetAt = (x: number): number | null => {
    const point = document.caretPositionFromPoint(x, box.top + box.height / 2)
    return point && map.toOffset(point.offsetNode, point.offset)
  }
  const [start, end] = [offsetAt(left + 1), offsetAt(right - 1)]
  return start === null || end === null || start > end ? null : { start, end }
}

/** Scrolls by a screenful and answers the offset that stands where the caret stood; `null` where no text does. */
export function stepView(
  scroller: HTMLElement,
  map: TextMap,
  box: CaretBox,
  direction: 1 | -1,
): number | null {
  const before = scroller.scrollTop
  scroller.scrollTop += direction * (scroller.clientHeight - 2 * air)
  const left = Math.abs(scroller.scrollTop - before)
  const rest = direction * (scroller.clientHeight - 2 * air - left)
  const view = scroller.getBoundingClientRect()
  const y = Math.min(Math.max(box.top + box.height / 2 + rest, view.top + 4), view.bottom - 4)
  const point = document.caretPositionFromPoint(box.left, y)
  return point && map.toOffset(point.offsetNode, point.offset)
}

/** Brings the caret into view, downwards and, in a wide table, sideways. */
export function showCaret(scroller: HTMLElement, map: TextMap, offset: number, box: CaretBox): void {
  const view = scroller.getBoundingClientRect()
  if (box.top < view.top + air) scroller.scrollTop -= view.top + air - box.top
  else if (box.top + box.height > view.bottom - air)
    scroller.scrollTop += box.top + box.height - view.bottom + air
  const table = map.toRange(offset, offset)?.startContainer.parentElement?.closest('.table-scroll')
  if (!table) return
  const { left, right } = table.getBoundingClientRect()
  if (box.left < left + 8) table.scrollLeft -= left + 8 - box.left
  else if (box.left > right - 8) table.scrollLeft += box.left - right + 8
}
