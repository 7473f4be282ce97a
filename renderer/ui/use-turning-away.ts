// Notices that the reader turns away from a part of the page: what hangs over the text goes then.
import { useEffect } from 'react'
import type { RefObject } from 'react'

/**
 * Calls `onTurn` when a press begins outside the part, which goes on to where it was meant, and when Escape is pressed
 * there: the part takes its own once it has the focus, which it gets a moment after it is drawn.
 */
export function useTurningAway(part: RefObject<HTMLElement | null>, onTurn: () => void): void {
  useEffect(() => {
    const isOutside = ({ target }: Event): boolean =>
      part.current !== null && target instanceof Node && !part.current.contains(target)
    function onPress(event: PointerEvent): void {
      if (isOutside(event)) onTurn()
    }
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || !isOutside(event)) return
      event.stopPropagation()
      onTurn()
    }
    addEventListener('pointerdown', onPress, true)
    addEventListener('keydown', onKey, true)
    return () => {
      removeEventListener('pointerdown', onPress, true)
      removeEventListener('keydown', onKey, true)
    }
  }, [part, onTurn])
}
