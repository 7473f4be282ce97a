// From the key that makes a highlight to the program's word, in a page, that it is on disk: with what the browser takes to
// send and to hear while it draws. Runs in Node; the marked parts in the page.
import type { Page } from 'playwright-core'
import { articleIn, selectionToolbar } from '../../end-to-end/page-parts.ts'

/** How many highlights are made. */
const count = 60

/** Runs in the page: selects a few letters of the article, others for each number. */
function selectSome(article: Element, number: number): void {
  const texts = [...article.querySelectorAll('p[data-start]')].flatMap(({ firstChild }) => firstChild ?? [])
  const text = texts[number % texts.length]
  const start = 12 * Math.floor(number / texts.length)
  if (text) document.getSelection()?.setBaseAndExtent(text, start, text, start + 10)
}

/** Runs in the page: milliseconds from the next key to the end of the answer to the request at `path`. */
function timeNextAnswer(path: string): Promise<number> {
  return new Promise((resolve) => {
    let pressedAt = Number.NaN
    addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true })
    const observer = new PerformanceObserver((list) => {
      const answered = list.getEntries().find(({ name }) => name.endsWith(path))
      if (!(answered instanceof PerformanceResourceTiming)) return
      observer.disconnect()
      resolve(answered.responseEnd - pressedAt)
    })
    observer.observe({ type: 'resource' })
  })
}

async function timeKey(page: Page, path: string): Promise<number> {
  const time = page.evaluate(timeNextAnswer, path)
  // The page must listen before the key goes down: this call comes back after the one before was taken up.
  await page.evaluate(() => undefined)
  await page.keyboard.press('1')
  return time
}

/** Makes highlights in the first pane's article and answers the time of each, in milliseconds. */
export async function measureHighlighting(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < count; number += 1) {
    await articleIn(page, 1).evaluate(selectSome, number)
    await selectionToolbar(page).waitFor()
    times.push(await timeKey(page, '/saveAnnotation'))
    await selectionToolbar(page).waitFor({ state: 'detached' })
  }
  return times
}

/** Presses as many keys on the rival's page, each of which writes to disk; answers the times in milliseconds. */
export async function measureRivalPage(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < count; number += 1) times.push(await timeKey(page, '/keep'))
  return times
}
