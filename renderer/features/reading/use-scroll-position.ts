// Keeps a pane at its place: at the start, while it scrolls, and when letters or widths change.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Pane } from '../../state/workspace-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { readTopOffset, scrollIntoView, scrollToOffset } from './scroll-position.ts'
import type { TextMap } from './text-map.ts'

/** Milliseconds of rest after which a pane's place is taken down. */
const rest = 120

/** Binds `scroller` to the pane's place. `map` is `null` until the article is on the page. */
export function useScrollPosition(
  scroller: RefObject<HTMLElement | null>,
  map: TextMap | null,
  pane: Pane,
): void {
  const { workspace } = usePageState()
  const { key, target } = pane
  const topOffset = useRef(pane.topOffset)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !map) return
    scrollToOffset(element, map, topOffset.current)

    let timer: ReturnType<typeof setTimeout> | undefined
    const takeDown = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        topOffset.current = readTopOffset(element, map)
        workspace.updatePane(key, { topOffset: topOffset.current })
      }, rest)
    }
    element.addEventListener('scroll', takeDown, { passive: true })

    // Another width or letter size moves the text; the reader's line stays where it was.
    let height = element.scrollHeight
    const stay = (): void => {
      if (element.scrollHeight === height) return
      height = element.scrollHeight
      scrollToOffset(element, map, topOffset.current)
    }
    // In the next frame: to scroll within the observer's own turn would have it report a loop.
    const observer = new ResizeObserver(() => requestAnimationFrame(stay))
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      element.removeEventListener('scroll', takeDown)
    }
  }, [scroller, map, key, workspace])

  useEffect(() => {
    const range = target && map?.toRange(target.range.start, target.range.end)
    if (!range || !scroller.current) return
    scrollIntoView(scroller.current, range)
    // A wish is fulfilled once: a pane that is drawn anew stands where the reader left it.
    workspace.updatePane(key, { target: null })
  }, [scroller, map, target, workspace, key])
}
