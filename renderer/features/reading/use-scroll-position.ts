// Keeps a pane at its place: at the start, while it scrolls, and when letters or widths change.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Pane } from '../../state/pane.ts'
import { usePageState } from '../../state/page-state.ts'
import { readTopOffset, scrollIntoView, scrollToOffset } from './scroll-position.ts'
import type { TextMap } from './text-map.ts'

/** Milliseconds of rest after which a pane's place is kept. */
const rest = 120
/** Frames within which a long article has laid out what lies round a place. */
const settling = 4

/** What the layout of an article depends on, but for its own words. */
function readLook(content: Element): string {
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(content)
  return [content.clientWidth, fontFamily, fontSize, lineHeight].join()
}

/**
 * Binds `scroller` to the pane's place. `map` is `null` until the article is on the page; a long article is laid out as it
 * comes into view.
 */
export function useScrollPosition(
  scroller: RefObject<HTMLElement | null>,
  map: TextMap | null,
  pane: Pane,
  isLong: boolean,
): void {
  const { workspace } = usePageState()
  const { key, target } = pane
  const topOffset = useRef(pane.topOffset)

  useLayoutEffect(() => {
    const element = scroller.current
    const content = element?.firstElementChild
    if (!element || !content || !map) return
    /** Another value where the text was laid out anew, and not by what the reader does. */
    const layout = (): string => (isLong ? readLook(content) : `${content.clientHeight}`)
    let laidOut = layout()
    /** Where the pane was brought to last, until the reader moves on: a scroll event there is not the reader's. */
    let placedAt = 0
    const place = (): void => {
      laidOut = layout()
      scrollToOffset(element, map, topOffset.current)
      placedAt = element.scrollTop
    }
    place()
    // What stands above the place has only its likely height until it has been near the view.
    let frame = 0
    const settle = (times: number): void => {
      frame = requestAnimationFrame(() => {
        if (times === 0 || element.scrollTop !== placedAt) return
        place()
        settle(times - 1)
      })
    }
    if (isLong) settle(settling)

    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = (): void => {
      clearTimeout(timer)
      timer = undefined
      workspace.updatePane(key, { topOffset: topOffset.current })
    }
    const follow = (): void => {
      // What changes the text's height moves the view too, before `stay` can put that right: not the reader's doing.
      if (layout() !== laidOut || element.scrollTop === placedAt) return
      placedAt = -1
      topOffset.current = readTopOffset(element, map)
      clearTimeout(timer)
      timer = setTimeout(keep, rest)
    }
    element.addEventListener('scroll', follow, { passive: true })
    const forget = workspace.watchPlace(key, () => topOffset.current)

    // Another width or letter size moves the text; the reader's line stays where it was.
    const stay = (): void => {
      if (layout() !== laidOut) place()
    }
    // In the next frame: to scroll within the observer's own turn would have it report a loop.
    const observer = new ResizeObserver(() => requestAnimationFrame(stay))
    observer.observe(content)
    return () => {
      // A pane that gives its place up within the rest comes back to where it was.
      if (timer !== undefined) keep()
      cancelAnimationFrame(frame)
      forget()
      observer.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, map, key, workspace, isLong])

  useEffect(() => {
    const { current } = scroller
    if (!target || !map || !current) return
    if ('top' in target) {
      scrollToOffset(current, map, target.top)
      topOffset.current = target.top
    } else {
      const range = map.toRange(target.range.start, target.range.end)
      if (!range) return
      scrollIntoView(current, range)
      // In a long article what is above it takes its true height only now.
      if (isLong) requestAnimationFrame(() => requestAnimationFrame(() => scrollIntoView(current, range)))
    }
    // A wish is fulfilled once: a pane that is drawn anew stands where the reader left it.
    workspace.updatePane(key, { target: null })
  }, [scroller, map, target, workspace, key, isLong])
}
