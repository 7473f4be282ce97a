// Selects words in an article with the mouse, as a reader does.
import type { Locator, Page } from 'playwright-core'

/** A place in the window, in CSS pixels. */
export interface Point {
  x: number
  y: number
}

interface Ends {
  start: Point
  end: Point
}

/**
 * Where on the screen the first letter of `from` begins and the last letter of `to` ends; brings them into view, and
 * waits until nothing moves them any more. Runs in the page. `to` counts from where `from` begins.
 */
async function findEnds(article: Element, { from, to }: { from: string; to: string }): Promise<Ends> {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    nodes.push({ node, start: text.length })
    text += node.data
  }
  const letter = (offset: number): Range => {
    const holder = nodes.findLast(({ start }) => start <= offset)
    if (holder === undefined) throw new Error(`the article has no letter ${offset}`)
    const range = document.createRange()
    range.setStart(holder.node, offset - holder.start)
    range.setEnd(holder.node, offset - holder.start + 1)
    return range
  }
  const first = text.indexOf(from)
  const last = text.indexOf(to, first) + to.length - 1
  if (first < 0 || last < first) throw new Error(`the article does not hold "${from}" … "${to}"`)
  letter(first).startContainer.parentElement?.scrollIntoView({ block: 'center' })

  const measure = (): Ends => {
    const start = letter(first).getBoundingClientRect()
    const end = letter(last).getBoundingClientRect()
    return {
      start: { x: start.left + 0.5, y: start.top + start.height / 2 },
      end: { x: end.right - 0.5, y: end.top + end.height / 2 },
    }
  }
  for (let ends = measure(); ;) {
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const later = measure()
    if (JSON.stringify(later) === JSON.stringify(ends)) return later
    ends = later
  }
}

/** Drags over the words from the beginning of `from` to the end of `to` (the same words, where it is not named). */
export async function selectWords(page: Page, article: Locator, from: string, to = from): Promise<void> {
  const { start, end } = await article.evaluate(findEnds, { from, to })
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await page.mouse.move(end.x, end.y)
  await page.mouse.up()
}

/** Where on the screen the middle of some words is. */
export async function findPlace(article: Locator, words: string): Promise<Point> {
  const letter = words.slice(0, Math.ceil(words.length / 2))
  const { end } = await article.evaluate(findEnds, { from: words, to: letter })
  return end
}

/** Clicks into the middle of some words. */
export async function clickWords(page: Page, article: Locator, words: string): Promise<void> {
  const { x, y } = await findPlace(article, words)
  await page.mouse.click(x, y)
}
