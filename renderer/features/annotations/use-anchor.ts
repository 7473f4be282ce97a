// Holds an element where some words stand, while the page is scrolled and laid out anew: what hangs at it follows.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { PopoverPlace } from './popover-place.ts'

/** See {@link useAnchor}. */
export interface Anchor {
  /** What hangs at it looks here. */
  anchor: RefObject<HTMLElement | null>
  /** The ref of the element, which is fixed in the window: it stands at the place before what hangs at it looks. */
  hold: (element: HTMLElement | null) => void
  /** How often it has moved. */
  moves: number
}

/**
 * Keeps an element at the place. `onLost` is told when the place has left the view of `scroller`.
 */
export function useAnchor(
  place: PopoverPlace,
  scroller: RefObject<HTMLElement | null>,
  onLost: () => void,
): Anchor {
  const anchor = useRef<HTMLElement>(null)
  const [moves, setMoves] = useState(0)

  useEffect(() => {
    const view = scroller.current
    const content = view?.firstElementChild
    if (!view || !content) return
    let frame = 0
    const follow = (): void => {
      cancelAnimationFrame(frame)
      // After the pane has brought its own line back to where it was.
      frame = requestAnimationFrame(() => {
        const box = place.box()
        const { top, bottom } = view.getBoundingClientRect()
        if (!box || box.bottom < top || box.top > bottom) return onLost()
        if (moveTo(anchor.current, box)) setMoves((count) => count + 1)
      })
    }
    const observer = new ResizeObserver(follow)
    observer.observe(content)
    observer.observe(view)
    view.addEventListener('scroll', follow, { passive: true })
    addEventListener('resize', follow)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      view.removeEventListener('scroll', follow)
      removeEventListener('resize', follow)
    }
  }, [place, scroller, onLost])

  const hold = useCallback(
    (element: HTMLElement | null) => {
      anchor.current = element
      moveTo(element, place.box())
    },
    [place],
  )
  return { anchor, hold, moves }
}

/** Answers whether the element stood elsewhere before. */
function moveTo(element: HTMLElement | null, box: DOMRect | null): boolean {
  if (!element || !box) return false
  const before = element.getBoundingClientRect()
  element.style.left = `${box.left}px`
  element.style.top = `${box.top}px`
  element.style.height = `${box.height}px`
  return before.left !== box.left || before.top !== box.top || before.height !== box.height
}
