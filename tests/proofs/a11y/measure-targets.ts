// The sizes of what can be pressed, after WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, or so much room around that a circle of that
// size meets no other target. Targets within a line of text are exempt there. Runs in Node; `findSmallTargets` in the page.
import type { Page } from 'playwright-core'

/** The side of the square, in CSS pixels. */
export const leastTarget = 24

/** Runs in the page: each target that is too small and has not the room, with its size. */
function findSmallTargets(least: number): { count: number; small: string[] } {
  const selector =
    'button, a[href], input, select, textarea, summary, [role=button], [role=menuitem], [role=tab], label:has(input)'
  const root = document.querySelector('[role=alertdialog], [role=dialog], [role=menu]') ?? document
  const targets = [...root.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
    // A field within its label is pressed anywhere on the label; a disabled one is no target.
    if (element instanceof HTMLInputElement && element.closest('label')) return []
    if (element.matches(':disabled, [aria-disabled=true], .visually-hidden, .skip-link')) return []
    if (element.closest('.visually-hidden, [aria-hidden=true], [inert]')) return []
    // The component library's own way of hiding what only assistive technology is to meet.
    if (element.parentElement && getComputedStyle(element.parentElement).clipPath === 'inset(50%)') return []
    // What stretches over a whole row by generated content is as large as the row.
    const host = element.matches('.row-title') ? (element.closest('li') ?? element) : element
    const box = host.getBoundingClientRect()
    return box.width === 0 || box.height === 0 ? [] : [{ element, box }]
  })
  const hasRoom = (box: DOMRect, element: HTMLElement): boolean => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    return targets.every(({ element: other, box: otherBox }) => {
      if (other === element || other.contains(element) || element.contains(other)) return true
      const dx = Math.max(otherBox.left - x, 0, x - otherBox.right)
      const dy = Math.max(otherBox.top - y, 0, y - otherBox.bottom)
      return Math.hypot(dx, dy) >= least / 2
    })
  }
  const small = targets
    .filter(({ box }) => Math.round(box.width) < least || Math.round(box.height) < least)
    .filter(({ element, box }) => {
      const isInLine = getComputedStyle(element).display === 'inline' && element.closest('p') !== null
      return !isInLine && !hasRoom(box, element)
    })
    .map(({ element, box }) => {
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)
      return `${element.className} “${name}” ${Math.round(box.width)} × ${Math.round(box.height)}`
    })
  return { count: targets.length, small }
}

/** How many targets are in sight on a page, and those that are too small. */
export function measureTargets(page: Page): Promise<{ count: number; small: string[] }> {
  return page.evaluate(findSmallTargets, leastTarget)
}
