// From the click that opens the notebook of everything, and from each letter of a filter, to the paint of what is found.
// Runs in Node; the marked part in the page.
import type { Page } from 'playwright-core'
import { choice, notebook } from '../../end-to-end/page-parts.ts'

/** What is typed into the filter, letter by letter. */
const filters = ['treaty', 'multipolar world', 'twenty-five', 'neighborhood'] as const

/** Milliseconds after which something must be wrong. */
const longest = 20_000

/**
 * Runs in the page: milliseconds from the next event of this type to the paint of a list, or of the words that nothing
 * was found, that was not there before.
 */
function timeNextList({ type, limit }: { type: string; limit: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no list was painted after ${type}`)), limit)
    let beganAt = Number.NaN
    addEventListener(type, ({ timeStamp }) => (beganAt = timeStamp), { capture: true, once: true })
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes])
      const selector = '.notebook-scroll, .notebook > .notice'
      // What was still being drawn before is none of its effects.
      if (Number.isNaN(beganAt) || !added.some((node) => node instanceof Element && node.matches(selector)))
        return
      observer.disconnect()
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => resolve(performance.now() - beganAt))
        painted.port1.start()
        painted.port2.postMessage(null)
      })
    })
    const parts = document.querySelector('.notebook')
    if (parts) observer.observe(parts, { childList: true })
  })
}

async function time(page: Page, type: string, act: () => Promise<void>): Promise<number> {
  const measured = page.evaluate(timeNextList, { type, limit: longest })
  // The page must listen before anything happens: this call comes back after the one before was taken up.
  await page.evaluate(() => undefined)
  await act()
  return measured
}

/** Opens the notebook of everything so many times; answers the time of each, in milliseconds. */
export async function measureOpening(page: Page, openings: number): Promise<number[]> {
  const times: number[] = []
  const show = (name: string) => () => choice(notebook(page), name).click()
  // The desk may have come back with the notebook of everything.
  await choice(notebook(page), 'This article').click()
  for (let number = 0; number < openings; number += 1) {
    times.push(await time(page, 'pointerdown', show('Everything')))
    await time(page, 'pointerdown', show('This article'))
  }
  return times
}

/** Filters the notebook of everything; answers the time of each letter, in milliseconds, and of the first apart. */
export async function measureFiltering(page: Page): Promise<{ first: number; others: number[] }> {
  await choice(notebook(page), 'Everything').click()
  const field = notebook(page).getByRole('searchbox')
  const times: number[] = []
  for (const filter of filters) {
    for (const letter of filter) {
      times.push(
        await time(page, 'input', () =>
          field.press(letter === ' ' ? 'Space' : letter === '-' ? 'Minus' : letter),
        ),
      )
    }
    await time(page, 'input', () => field.fill(''))
  }
  const [first = Number.NaN, ...others] = times
  return { first, others }
}
