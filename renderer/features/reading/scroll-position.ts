// Where a pane stands, told as an offset in the text: so it holds when letters or panes change their size.
import type { TextMap } from './text-map.ts'

/** Pixels of air kept above the line that a pane is brought to. */
const air = 12

function offsetUnderPoint(map: TextMap, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  return caret ? map.toOffset(caret.offsetNode, caret.offset) : null
}

/** Index of the first element that reaches below `top`: they lie below each other, and a long article has thousands. */
function firstBelow(elements: readonly Element[], top: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elements[middle]?.getBoundingClientRect().bottom ?? Infinity) > top) high = middle
    else low = middle + 1
  }
  return low
}

const textsIn = (row: Element | undefined): HTMLElement[] =>
  row instanceof HTMLElement && row.dataset['start'] !== undefined
    ? [row]
    : [...(row?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]

/** The first element with text that reaches below `top`. Row by row: to look into all would lay all of them out. */
function firstTextBelow(rows: readonly Element[], top: number): HTMLElement | undefined {
  const index = firstBelow(rows, top)
  const texts = textsIn(rows[index])
  return texts[firstBelow(texts, top)] ?? textsIn(rows[index + 1])[0]
}

/** The first text that is visible in `scroller`; 0 at the very top, where the title stands. */
export function readTopOffset(scroller: HTMLElement, map: TextMap): number {
  const top = scroller.getBoundingClientRect().top + air
  const first = firstTextBelow(map.rows, top)
  if (!first) return 0
  if (first === textsIn(map.rows[0])[0] && first.getBoundingClientRect().top >= top) return 0
  const box = first.getBoundingClientRect()
  const start = Number(first.dataset['start'])
  if (box.top >= top) return start
  return offsetUnderPoint(map, box.left + 2, top + 4) ?? start
}

/** Brings the text at `offset` to the top of `scroller`; 0 is the very top. */
export function scrollToOffset(scroller: HTMLElement, map: TextMap, offset: number): void {
  const range = offset === 0 ? null : map.toRange(offset, offset + 1)
  if (!range) return scroller.scrollTo({ top: 0 })
  const distance = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  scroller.scrollTo({ top: scroller.scrollTop + distance - air })
}

/** Brings a range into view, a third down the pane, unless it is in view already. */
export function scrollIntoView(scroller: HTMLElement, range: Range): void {
  const box = range.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const visible = box.top >= view.top + air && box.bottom <= view.bottom - air
  if (visible) return
  scroller.scrollTo({ top: scroller.scrollTop + box.top - view.top - view.height / 3 })
}
