// Gives a page another window, and waits until its parts have found their places in it. Runs in Node; the marked part in
// the page.
import type { Page } from 'playwright-core'

/** Runs in the page: waits until the parts of the desk have stood in the same places for ten pictures. */
async function awaitStillness(): Promise<void> {
  let before = ''
  for (let still = 0; still < 10;) {
    await new Promise(requestAnimationFrame)
    const parts = document.querySelectorAll('[data-panel], .one-pane')
    const now = [...parts].map((part) => JSON.stringify(part.getBoundingClientRect())).join()
    still = now === before ? still + 1 : 0
    before = now
  }
}

/** Sets the size of the window, in CSS pixels. One that has it already is left alone. */
export async function resizeWindow(page: Page, size: { width: number; height: number }): Promise<void> {
  const { width, height } = page.viewportSize() ?? {}
  if (width === size.width && height === size.height) return
  await page.setViewportSize(size)
  await page.evaluate(awaitStillness)
}
