// The reading caret as it is drawn, and what a screen reader is told of it.
import { useLayoutEffect, useState } from 'react'
import type { CSSProperties, ReactNode, RefObject } from 'react'
import type { Caret } from '../../state/caret-store.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { caretBoxAt } from './caret-place.ts'
import type { TextMap } from './text-map.ts'
import './reading-caret.css'

/** Shows the caret within `scroller`; nothing where it is not set. It is placed anew when the text is laid out anew. */
export function ReadingCaret(props: {
  caret: Caret | null
  map: TextMap | null
  scroller: RefObject<HTMLElement | null>
}): ReactNode {
  const { caret, map, scroller } = props
  const translate = useTranslate()
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })

  useLayoutEffect(() => {
    const element = scroller.current
    const content = element?.querySelector('.article')
    if (!caret || !map || !element || !content) return
    const draw = (): void => {
      const box = caretBoxAt(map, caret.focus, caret.afterPrevious)
      const view = element.getBoundingClientRect()
      if (!box) return setPlace({ visibility: 'hidden' })
      const top = box.top - view.top + element.scrollTop
      setPlace({ top, left: box.left - view.left, height: box.height })
    }
    draw()
    const observer = new ResizeObserver(() => requestAnimationFrame(draw))
    observer.observe(content)
    // A wide table scrolls by itself.
    const redraw = (): void => draw()
    element.addEventListener('scroll', redraw, { capture: true, passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', redraw, { capture: true })
    }
  }, [caret, map, scroller])

  const said = caret?.said
  const words = said && translate(said.isSelected ? 'caret.selected' : 'caret.at', { text: said.text })
  return (
    <>
      {/* A new element for each move, so that the blinking begins anew and the caret is seen where it has gone. */}
      {caret && <span key={caret.focus} className="reading-caret" style={place} aria-hidden="true" />}
      <div className="visually-hidden" role="status">
        {caret && (words ?? translate('caret.set'))}
      </div>
    </>
  )
}
