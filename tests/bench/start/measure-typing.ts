// From a keystroke in the search field to the paint of what it changed. Runs in Node; the marked part in the page.
import type { Locator, Page } from 'playwright-core'

/** What is typed, letter by letter. */
const queries = [
  'treaty',
  'multipolar world',
  'security council',
  'strategic communication',
  'neighbourhood',
  'partnership',
] as const

/** Milliseconds after which a keystroke counts as one that changes nothing: "treat" and "treaty" find the same. */
const longest = 250

/**
 * Runs in the page: waits for the next keystroke and for the paint of what it changes in `results`. Answers the
 * milliseconds between the two, or `null` where nothing changed.
 */
function timeNextKeystroke(results: Element, limit: number): Promise<number | null> {
  return new Promise((resolve) => {
    let typedAt = Number.NaN
    addEventListener('input', ({ timeStamp }) => (typedAt = timeStamp), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => resolve(performance.now() - typedAt))
        painted.port1.start()
        painted.port2.postMessage(null)
      })
    })
    observer.observe(results, { childList: true, subtree: true, characterData: true })
    setTimeout(() => resolve(null), limit)
  })
}

/** Types all queries and answers the time of each keystroke that changed `results`, in milliseconds. */
export async function measureTyping(page: Page, field: Locator, results: Locator): Promise<number[]> {
  const times: number[] = []
  for (const query of queries) {
    await field.fill('')
    for (const letter of query) {
      const time = results.evaluate(timeNextKeystroke, longest)
      // The page must listen before the key goes down: this call comes back after the one before was taken up.
      await page.evaluate(() => undefined)
      await field.press(letter === ' ' ? 'Space' : letter)
      times.push((await time) ?? Number.NaN)
    }
  }
  return times.filter((time) => !Number.isNaN(time))
}
