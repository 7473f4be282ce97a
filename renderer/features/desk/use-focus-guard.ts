// Keeps the focus in the page: what takes itself away (a card that is deleted, a hint that is dismissed) would leave it
// nowhere, and a reader without a mouse would begin again at the top.
import { useEffect } from 'react'

/** Where the focus was: the element, what it lay in, and which row of a list. */
interface FocusPlace {
  element: Element
  ancestors: Element[]
  row: number
}

/** What may take the focus over in a part of the page. */
const takers = '.card-quote, .row-title, .pane-scroll, button:not([disabled]), input, [tabindex]'

function readPlace(element: Element): FocusPlace {
  const ancestors: Element[] = []
  for (let parent = element.parentElement; parent; parent = parent.parentElement) ancestors.push(parent)
  const item = element.closest('li')
  return { element, ancestors, row: item ? [...(item.parentElement?.children ?? [])].indexOf(item) : -1 }
}

/** What takes over: the row in the place of the one that has gone, or else something near. */
function findTaker({ ancestors, row }: FocusPlace): HTMLElement | null {
  for (const ancestor of ancestors.filter((element) => element.isConnected)) {
    if (ancestor === document.body) return null
    const isList = ancestor.matches('ul, ol')
    const near = isList ? (ancestor.children[row] ?? ancestor.lastElementChild) : ancestor
    const taker = near?.querySelector<HTMLElement>(takers)
    if (taker) return taker
    if (ancestor instanceof HTMLElement && ancestor.tabIndex >= -1 && ancestor.hasAttribute('tabindex'))
      return ancestor
  }
  return null
}

/** Guards the focus of the page. */
export function useFocusGuard(): void {
  useEffect(() => {
    let place: FocusPlace | null = null
    let frame = 0
    const isLost = (): boolean =>
      document.activeElement === document.body && place?.element.isConnected === false
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element) place = readPlace(target)
    }
    const restore = (): void => {
      if (place && isLost()) findTaker(place)?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(() => {
      if (!isLost()) return
      cancelAnimationFrame(frame)
      // A dialog gives the focus back by itself, in the next frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(restore)
      })
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])
}
