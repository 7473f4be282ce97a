// The notebook's list, of which only what is in view is drawn: it may hold a hundred thousand cards.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslate } from '../../messages/use-translate.ts'
import type { NotebookRow } from './use-notebook-rows.ts'

/** So many rows are all drawn and none is measured: the browser's own find, and a printout, then have all of them. */
const drawnWhole = 200
/** Rows beyond the edges of the view, so that Tab finds the next card. */
const overscan = 8
/** CSS pixels of a card with a quotation of two lines, until it is measured. */
const likelyHeight = 96

const quoteIn = (list: HTMLElement | null, place: number): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-index="${place}"] .card-quote`) ?? null

/** Shows the list. `onView` is told which places are in view, whenever they change. */
export function NotebookList(props: {
  count: number
  /** Tells the row at a place apart from all others. Another function is asked of every row of the list, drawn or not. */
  keyAt: (place: number) => string | number
  rowAt: (place: number) => NotebookRow | null
  /** A row to keep in sight as it is chosen, or -1. */
  selectedPlace: number
  onView: (first: number, last: number) => void
  children: (row: NotebookRow, place: number) => ReactNode
}): ReactNode {
  const { count, keyAt, rowAt, onView, children } = props
  // The list comes along after what a click brings has been painted: the card at the words, above all.
  const selectedPlace = useDeferredValue(props.selectedPlace)
  const translate = useTranslate()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** The row with the focus is drawn wherever it is, so that neither the focus nor a note that is being written is lost. */
  const [held, setHeld] = useState(-1)
  const toFocus = useRef(-1)

  const isWhole = count <= drawnWhole

  function placesToDraw(range: Range): number[] {
    const drawn = defaultRangeExtractor(range)
    const others = [held, selectedPlace].filter((place) => place >= 0 && place < count)
    return [...new Set([...drawn, ...others])].toSorted((left, right) => left - right)
  }

  // oxlint-disable-next-line react/incompatible-library -- nothing memoises this page's parts by itself
  const virtualizer = useVirtualizer({
    count,
    enabled: !isWhole,
    getScrollElement: () => scroller.current,
    estimateSize: () => likelyHeight,
    getItemKey: keyAt,
    rangeExtractor: placesToDraw,
    overscan,
    // Measured within the observer's own turn, a card that grows would be reported as an error of the page.
    useAnimationFrameWithResizeObserver: true,
  })
  // A row that is not as high as was thought moves what is below it: browsers make good for that in the same frame, and
  // do not take back what the reader has scrolled meanwhile.
  if (CSS.supports('overflow-anchor', 'auto'))
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false
  const inView = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  const [first, last] = isWhole ? [0, count - 1] : [inView.startIndex, inView.endIndex]

  /** The places to draw, and the height of the rows that are left out above each. */
  function rowsToDraw(): { place: number; leftOut: number }[] {
    if (isWhole) return Array.from({ length: count }, (_, place) => ({ place, leftOut: 0 }))
    return virtualizer.getVirtualItems().map(({ index, start }, at, drawn) => {
      const above = drawn[at - 1]?.end ?? 0
      return { place: index, leftOut: start - above }
    })
  }

  const leftBelow = isWhole
    ? 0
    : virtualizer.getTotalSize() - (virtualizer.getVirtualItems().at(-1)?.end ?? 0)

  useEffect(() => onView(first, last), [onView, first, last])
  useEffect(() => {
    if (selectedPlace >= 0 && !isWhole) virtualizer.scrollToIndex(selectedPlace)
  }, [virtualizer, selectedPlace, isWhole])
  useLayoutEffect(() => {
    if (toFocus.current < 0) return
    const quote = quoteIn(list.current, toFocus.current)
    if (!quote) return
    toFocus.current = -1
    quote.focus({ preventScroll: true })
    // Where rows were higher than was thought, it was not far enough.
    quote.scrollIntoView({ block: 'nearest' })
  })

  function goTo(place: number): void {
    if (isWhole) return quoteIn(list.current, place)?.focus()
    toFocus.current = place
    setHeld(place)
    virtualizer.scrollToIndex(place)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target, key } = event
    if (!(target instanceof Element) || !target.matches('.card-quote')) return
    const here = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'])
    const places: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: count - 1 }
    const place = places[key]
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (place >= 0 && place < count) goTo(place)
  }

  return (
    <div className="notebook-scroll" ref={scroller}>
      {/* The arrow keys only move the focus between the cards' own buttons. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className="notebook-list"
        ref={list}
        aria-label={translate('notebook.list')}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setHeld(Number(target.closest('li')?.dataset['index'] ?? -1))}
      >
        {rowsToDraw().map(({ place, leftOut }) => {
          const row = rowAt(place)
          return (
            <li
              key={keyAt(place)}
              // To be measured, the whole page would be laid out at once.
              ref={isWhole ? null : virtualizer.measureElement}
              data-index={place}
              aria-setsize={count}
              aria-posinset={place + 1}
              style={{ marginTop: leftOut }}
            >
              {row ? children(row, place) : <p className="card-waiting">{translate('notebook.waiting')}</p>}
            </li>
          )
        })}
      </ul>
      {/* Not as the height of the list: where that changes, the browser does not hold what is read in its place. */}
      <div style={{ height: leftBelow }} />
    </div>
  )
}
