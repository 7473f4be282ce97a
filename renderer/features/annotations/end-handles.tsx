// Handles at the two ends of the highlight whose card stands open: dragged, they move its ends. The keyboard's way is in
// the card (ends-adjuster.tsx).
import { useLayoutEffect, useRef, useState } from 'react'
import type { PointerEvent as ReactPointerEvent, ReactNode, RefObject } from 'react'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { paint } from '../reading/painter.ts'
import type { TextMap } from '../reading/text-map.ts'
import type { End } from './move-end.ts'
import { nearestPlace, withEnd } from './move-end.ts'

interface Spot {
  /** CSS pixels from the article's corner. */
  left: number
  top: number
  height: number
}

const owner = 'end-handles'

/** Where an end stands on the page; `null` where its letters are not shown. */
function spotOf(map: TextMap, range: TextRange, which: End, page: HTMLElement): Spot | null {
  const letter = which === 'start' ? range.start : range.end - 1
  const box = map.toRange(letter, letter + 1)?.getBoundingClientRect()
  if (!box) return null
  const origin = page.getBoundingClientRect()
  return {
    left: (which === 'start' ? box.left : box.right) - origin.left,
    top: box.top - origin.top,
    height: box.height,
  }
}

/** Shows the handles of a highlight of this article; its `text` is the one that the map's offsets count in. */
export function EndHandles(props: {
  entry: AnnotationEntry
  map: TextMap
  page: RefObject<HTMLElement | null>
  text: string
}): ReactNode {
  const { entry, map, page, text } = props
  const { annotations } = usePageState()
  const [dragged, setDragged] = useState<TextRange | null>(null)
  const [spots, setSpots] = useState<Record<End, Spot | null>>({ start: null, end: null })
  const range = useRef<TextRange | null>(null)
  const { start, end } = dragged ?? entry

  useLayoutEffect(() => {
    const element = page.current
    if (!element) return
    const place = (): void =>
      setSpots({
        start: spotOf(map, { start, end }, 'start', element),
        end: spotOf(map, { start, end }, 'end', element),
      })
    place()
    const observer = new ResizeObserver(() => requestAnimationFrame(place))
    observer.observe(element)
    return () => observer.disconnect()
  }, [map, page, start, end])

  function show(next: TextRange | null): void {
    range.current = next
    setDragged(next)
    const shown = next && map.toRange(next.start, next.end)
    paint(owner, 'selected', shown ? [shown] : [])
  }

  function finish(): void {
    const next = range.current
    show(null)
    if (next === null || entry.contentHash === null) return
    const { contentHash } = entry
    annotations.moveEnds(entry.id, { ...next, contentHash, quote: text.slice(next.start, next.end) })
  }

  function grab(which: End, event: ReactPointerEvent): void {
    event.preventDefault()
    event.stopPropagation()
    const listening = new AbortController()
    const { signal } = listening
    const grip = spots[which]
    const origin = page.current?.getBoundingClientRect()
    // The hand holds the handle, the end lies on the line beside it.
    const offset = grip && origin ? grip.top + grip.height / 2 + origin.top - event.clientY : 0
    const onMove = ({ clientX, clientY, shiftKey }: PointerEvent): void => {
      const caret = document.caretPositionFromPoint(clientX, clientY + offset)
      const place = caret && map.toOffset(caret.offsetNode, caret.offset)
      if (place === null) return
      const near = nearestPlace(text, place, which, shiftKey ? 'character' : 'word')
      const next = withEnd(text, entry, which, near)
      if (next) show(next)
    }
    const letGo = (): void => {
      listening.abort()
      finish()
    }
    const give = (keyed: KeyboardEvent): void => {
      if (keyed.key !== 'Escape') return
      listening.abort()
      show(null)
    }
    document.addEventListener('pointermove', onMove, { signal })
    document.addEventListener('pointerup', letGo, { signal })
    document.addEventListener('pointercancel', letGo, { signal })
    document.addEventListener('keydown', give, { signal, capture: true })
  }

  return (['start', 'end'] as const).map((which) => {
    const spot = spots[which]
    return (
      spot && (
        <span
          key={which}
          className="end-handle"
          data-end={which}
          data-dragging={dragged !== null}
          data-colour={entry.colour ?? undefined}
          data-keeps-selection
          aria-hidden="true"
          style={spot}
          onPointerDown={(event) => grab(which, event)}
          // A press on a handle is none on the words below it.
          onClick={(event) => event.stopPropagation()}
        />
      )
    )
  })
}
