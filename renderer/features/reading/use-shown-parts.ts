// Which stretch of a long article is laid out now: what lies elsewhere is neither painted nor marked.
import { useEffect, useMemo, useState } from 'react'
import type { RefObject } from 'react'
import type { TextRange } from '../../../electron/contract/text-range.ts'

const nowhere: TextRange = { start: 0, end: 0 }

function spanOf(parts: ReadonlySet<Element>): TextRange {
  const spans = [...parts].flatMap((part) => {
    const texts = part.querySelectorAll<HTMLElement>('[data-start]')
    const last = texts.item(texts.length - 1)
    const start = Number(texts.item(0)?.dataset['start'])
    return last ? [{ start, end: Number(last.dataset['start']) + (last.textContent?.length ?? 0) }] : []
  })
  if (spans.length === 0) return nowhere
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

/** The stretch that is laid out (UTF-16 offsets); `null` for an article that is not cut into parts. */
export function useShownParts(page: RefObject<HTMLElement | null>, isLong: boolean): TextRange | null {
  const [shown, setShown] = useState<TextRange>(nowhere)

  useEffect(() => {
    const { current } = page
    if (!current || !isLong) return
    const parts = new Set<Element>()
    const note = (event: Event): void => {
      if (!(event instanceof ContentVisibilityAutoStateChangeEvent) || !(event.target instanceof Element))
        return
      if (event.skipped) parts.delete(event.target)
      else parts.add(event.target)
      setShown(spanOf(parts))
    }
    for (const part of current.querySelectorAll('.article-part')) {
      if (part.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })) parts.add(part)
    }
    // What is laid out already has told so before anybody listened.
    const frame = requestAnimationFrame(() => setShown(spanOf(parts)))
    current.addEventListener('contentvisibilityautostatechange', note, { capture: true })
    return () => {
      cancelAnimationFrame(frame)
      current.removeEventListener('contentvisibilityautostatechange', note, { capture: true })
    }
  }, [page, isLong])

  return isLong ? shown : null
}

/** Those of some places that lie in the stretch; all of them where it is `null`. */
export function useThoseShown<Place extends TextRange>(
  places: readonly Place[],
  shown: TextRange | null,
): readonly Place[] {
  return useMemo(
    () => (shown ? places.filter(({ start, end }) => start < shown.end && end > shown.start) : places),
    [places, shown],
  )
}
