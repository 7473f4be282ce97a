// Notices presses beside a part of the page: what hangs over the text goes when the reader turns to something else.
import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Calls `onPress` when a press begins outside the part, as long as that is on the page. Lets the press through. */
export function usePressOutside(part: RefObject<HTMLElement | null>, onPress: () => void): void {
  useEffect(() => {
    function look({ target }: PointerEvent): void {
      if (part.current && target instanceof Node && !part.current.contains(target)) onPress()
    }
    addEventListener('pointerdown', look, true)
    return () => removeEventListener('pointerdown', look, true)
  }, [part, onPress])
}
