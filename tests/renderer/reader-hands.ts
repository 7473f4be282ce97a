// A reader's mouse in the text of an article: real presses and moves, sent by the browser's own protocol.
import { cdp } from 'vitest/browser'
import type { Locator } from 'vitest/browser'

interface Point {
  x: number
  y: number
}

/** The first place of `words` in an element's text, across the elements within it. */
export function findWords(root: Element, words: string): Range {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) nodes.push(node)
  const start = nodes
    .map(({ data }) => data)
    .join('')
    .indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not stand on the page`)
  const range = document.createRange()
  let passed = 0
  for (const node of nodes) {
    const place = (offset: number): number => offset - passed
    const holds = (offset: number): boolean => place(offset) >= 0 && place(offset) <= node.length
    if (holds(start) && place(start) < node.length) range.setStart(node, place(start))
    if (holds(start + words.length) && place(start + words.length) > 0)
      range.setEnd(node, place(start + words.length))
    passed += node.length
  }
  return range
}

/** From the window of the test to the browser's page, which shows it in a frame that may be scaled. */
function onBrowserPage({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect()
  if (!frame) return { x, y }
  const scale = frame.width / innerWidth
  return { x: frame.left + x * scale, y: frame.top + y * scale }
}

async function mouse(
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  point: Point,
  clickCount = 1,
): Promise<void> {
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...onBrowserPage(point),
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount,
  })
}

/** The two ends of a stretch of text, just inside its first and its last letter. */
function endsOf(range: Range): { first: Point; last: Point } {
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first, last] = [boxes.at(0), boxes.at(-1)]
  if (!first || !last) throw new Error(`“${range.toString()}” is not shown`)
  return {
    first: { x: first.left + 1, y: first.top + first.height / 2 },
    last: { x: last.right - 1, y: last.top + last.height / 2 },
  }
}

async function articleElement(article: Locator, words: string): Promise<Range> {
  const range = findWords(await article.findElement(), words)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  return range
}

/** Drags the mouse from the first letter of `from` to the last letter of `to` (of `from` where it is left out). */
export async function selectWords(article: Locator, from: string, to = from): Promise<void> {
  const { first } = endsOf(await articleElement(article, from))
  const { last } = endsOf(findWords(article.element(), to))
  await dragMouse(first, last)
}

/** Presses at one point, moves to another, and releases unless told to keep holding. */
export async function dragMouse(from: Point, to: Point, release = true): Promise<void> {
  await mouse('mousePressed', from)
  await mouse('mouseMoved', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  await mouse('mouseMoved', to)
  if (release) await mouse('mouseReleased', to)
}

/** Lets the mouse button go at a point. */
export async function releaseMouse(at: Point): Promise<void> {
  await mouse('mouseReleased', at)
}

/** Clicks in the middle of `words`; `count` 3 selects the paragraph. */
export async function clickWords(article: Locator, words: string, count = 1): Promise<void> {
  const range = await articleElement(article, words)
  const box = range.getBoundingClientRect()
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
  for (let click = 1; click <= count; click++) {
    await mouse('mousePressed', middle, click)
    await mouse('mouseReleased', middle, click)
  }
}
