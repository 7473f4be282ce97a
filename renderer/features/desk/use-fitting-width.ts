// A side gives way in a narrower window, and comes back to the reader's width in a wider one.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { PanelImperativeHandle } from 'react-resizable-panels'

/** Keeps a panel as wide as fits: `width` in CSS pixels, 0 while it is not shown. A new panel begins with its own. */
export function useFittingWidth(panel: RefObject<PanelImperativeHandle | null>, width: number): void {
  const before = useRef(0)
  useEffect(() => {
    const wasShown = before.current > 0
    before.current = width
    if (!wasShown || width === 0) return
    // By then the panels know how far each of them may go now.
    const frame = requestAnimationFrame(() => panel.current?.resize(width))
    return () => cancelAnimationFrame(frame)
  }, [panel, width])
}
