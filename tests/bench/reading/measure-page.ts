// What the bench of reading does in a page and times there. Runs in Node; the marked parts in the page.
import type { Locator, Page } from 'playwright-core'

declare global {
  interface Window {
    /** When the first and the last highlight were handed to the browser, and when they had been painted. */
    paintedHighlights?: { count: number; first: number; last: number; painted: number }
  }
}

/** Runs in the page: milliseconds from the next click to the paint of the first element that fits `selector`. */
function timeClick({ selector, limit }: { selector: string; limit: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`a click brought no ${selector}`)), limit)
    let beganAt = Number.NaN
    addEventListener('click', ({ timeStamp }) => (beganAt = timeStamp), { capture: true, once: true })
    const look = (): void => {
      if (Number.isNaN(beganAt) || !document.querySelector(selector)) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => resolve(performance.now() - beganAt))
        painted.port1.start()
        painted.port2.postMessage(null)
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  })
}

/** Milliseconds after which something must be wrong. */
const limit = 20_000

/** Milliseconds from the click that `act` makes to the paint of what fits `selector`. */
export async function timeFromClick(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  const measured = page.evaluate(timeClick, { selector, limit })
  // The page must listen before anything happens: this call comes back after the one before was taken up.
  await page.evaluate(() => undefined)
  await act()
  return measured
}

/** Runs in the page: scrolls an element down by `step` pixels a frame and tells how long each frame took. */
async function scrollFrames(
  scroller: Element,
  { step, frames }: { step: number; frames: number },
): Promise<number[]> {
  const times: number[] = []
  let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
  for (let frame = 0; frame < frames; frame += 1) {
    scroller.scrollTop += step
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    times.push(now - before)
    before = now
  }
  return times
}

/** Scrolls and answers the milliseconds of each frame. */
export function measureScrolling(
  scroller: Locator,
  wish: { step: number; frames: number },
): Promise<number[]> {
  return scroller.evaluate(scrollFrames, wish)
}

/**
 * Runs in the page before anything else: notes when highlights of the long article, which is the only one with an
 * element that fits `mark`, are handed over and when they have been painted.
 */
export function noteHighlights(mark: string): void {
  const add: unknown = Reflect.get(Highlight.prototype, 'add')
  if (typeof add !== 'function') throw new Error('this browser paints no highlights')
  const isLong = new WeakMap<Element, boolean>()
  let frame = 0
  Highlight.prototype.add = function addAndNote(range): Highlight {
    Reflect.apply(add, this, [range])
    const article = range.startContainer.parentElement?.closest('article')
    if (!article) return this
    if (!isLong.has(article)) isLong.set(article, article.querySelector(mark) !== null)
    if (!isLong.get(article)) return this
    const now = performance.now()
    const noted = (window.paintedHighlights ??= { count: 0, first: now, last: now, painted: Number.NaN })
    noted.count += 1
    noted.last = now
    frame ||= requestAnimationFrame(() => {
      frame = 0
      const painted = new MessageChannel()
      painted.port1.addEventListener('message', () => (noted.painted = performance.now()))
      painted.port1.start()
      painted.port2.postMessage(null)
    })
    return this
  }
}

/** The rival: the same text as bare paragraphs. Milliseconds from handing them over to their paint. */
export async function measureBarePage(page: Page, paragraphs: readonly string[]): Promise<number> {
  await page.setContent('<div id="all" style="height: 800px; overflow-y: auto; font: 18px/1.58 serif"></div>')
  return page.evaluate(async (texts) => {
    const all = document.querySelector('#all')
    const began = performance.now()
    for (const text of texts) {
      const paragraph = document.createElement('p')
      paragraph.textContent = text
      all?.append(paragraph)
    }
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve))
    })
    return performance.now() - began
  }, paragraphs)
}

/** The rival of a click: a box that a click on the bare page brings up. Milliseconds of each. */
export async function measureBareClicks(page: Page, clicks: number): Promise<number[]> {
  const times: number[] = []
  await page.evaluate(() => {
    addEventListener('click', () => {
      const box = document.createElement('div')
      box.className = 'box'
      box.textContent = 'A card'
      document.body.append(box)
    })
  })
  for (let click = 0; click < clicks; click += 1) {
    times.push(await timeFromClick(page, '.box', () => page.mouse.click(200, 200)))
    await page.evaluate(() => document.querySelector('.box')?.remove())
  }
  return times
}
