// Keeps the focus within a dialog whose parts come and go: a button that does away with itself would leave it nowhere,
// and no key would reach the dialog any more.
import type { RefObject } from 'react'
import { useEffect } from 'react'

/** Gives the focus to the element whenever what had it is gone. */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element
    if (current === null) return undefined
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) current.focus()
    })
    observer.observe(current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [element])
}
