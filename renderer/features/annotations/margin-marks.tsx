// Marks in the margin where notes stand; pressing one lists the highlights of that place.
import { memo, useLayoutEffect, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import type { TextMap } from '../reading/text-map.ts'
import type { PopoverPlace } from './popover-place.ts'

interface Mark {
  /** Pixels from the top of the article. */
  top: number
  colour: HighlightColour | null
  ids: string[]
}

const none: Mark[] = []

/** One mark for all notes that begin on one line. */
function placeMarks(entries: readonly AnnotationEntry[], map: TextMap, page: HTMLElement): Mark[] {
  const noted = entries.filter(({ note }) => note !== '')
  // To ask for a place makes the browser lay the article out at once, which a highlight alone can do without.
  if (noted.length === 0) return none
  const pageTop = page.getBoundingClientRect().top
  const marks: Mark[] = []
  for (const entry of noted) {
    const line = map.toRange(entry.start, entry.start + 1)?.getBoundingClientRect()
    if (!line) continue
    const top = Math.round(line.top - pageTop + (line.height - 12) / 2)
    const same = marks.find((mark) => Math.abs(mark.top - top) < 6)
    if (same) same.ids.push(entry.id)
    else marks.push({ top, colour: entry.colour, ids: [entry.id] })
  }
  return marks
}

/** Shows the marks of an article; they are placed anew when its text is laid out anew. */
export const MarginMarks = memo(function MarginMarks(props: {
  entries: readonly AnnotationEntry[]
  map: TextMap | null
  page: RefObject<HTMLElement | null>
  onOpen: (place: PopoverPlace) => void
}): ReactNode {
  const { entries, map, page, onOpen } = props
  const translate = useTranslate()
  const [marks, setMarks] = useState(none)

  useLayoutEffect(() => {
    const element = page.current
    if (!element || !map) return
    const place = (): void => setMarks(placeMarks(entries, map, element))
    place()
    const observer = new ResizeObserver(() => requestAnimationFrame(place))
    observer.observe(element)
    return () => observer.disconnect()
  }, [entries, map, page])

  return marks.map(({ top, colour, ids }) => (
    <button
      key={ids[0]}
      type="button"
      className="margin-mark"
      data-colour={colour ?? undefined}
      style={{ top }}
      aria-label={translate('margin.notes', { count: ids.length })}
      onClick={(event) => {
        event.stopPropagation()
        const mark = event.currentTarget
        onOpen({ box: () => (mark.isConnected ? mark.getBoundingClientRect() : null), ids })
      }}
    />
  ))
})
