// Notices when a reader has come to the end of an article and stays there for a moment.
import { useEffect } from 'react'
import type { RefObject } from 'react'
import type { Article } from '../../../electron/contract/article.ts'
import { usePageState } from '../../state/page-state.ts'

/** Pixels below the text that need not be seen. */
const slack = 80
/** Milliseconds for which the end must be in sight: who only passes it has not read it. */
const dwell = 3000
/** Milliseconds that a word takes at least, for an article that is in sight as a whole, and at most in all. */
const wholeInSight = { perWord: 100, most: 60_000 }

/** Tells the store of reading when the end of what scrolls has been in sight long enough. */
export function useReadingEnd(scroller: RefObject<HTMLElement | null>, article: Article): void {
  const { reading } = usePageState()
  const { id, wordCount } = article

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const { scrollTop, clientHeight, scrollHeight } = element
      const isAtEnd = scrollTop + clientHeight >= scrollHeight - slack
      const isWhole = scrollHeight <= clientHeight
      const time = isWhole
        ? Math.max(dwell, Math.min(wholeInSight.most, wordCount * wholeInSight.perWord))
        : dwell
      if (!isAtEnd) {
        clearTimeout(timer)
        timer = undefined
      } else timer ??= setTimeout(() => void reading.reachEnd(id), time)
    }
    // Not before the article has been brought to its place.
    const frame = requestAnimationFrame(look)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      element.removeEventListener('scroll', look)
    }
  }, [scroller, reading, id, wordCount])
}
