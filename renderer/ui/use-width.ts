// How wide a part of the page is.
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** The width of an element in CSS pixels, kept up as it changes; `null` before it is on the page. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = (): void => setWidth(current.clientWidth)
    measure()
    // In the next frame: to draw anew within the observer's own turn would have it report a loop.
    const observer = new ResizeObserver(() => requestAnimationFrame(measure))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
