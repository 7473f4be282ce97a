// Reads what a reader sees of an article: what is painted on its words, and which of them are in view.
import type { Locator, Page } from 'playwright-core'

/** A painted stretch: under which name (a colour, `match`), in which pane, and on which words. */
export interface PaintedWords {
  paint: string
  pane: string
  words: string
}

/** Runs in the page: the registry of the CSS Custom Highlight API is the only place where painting shows. */
function readRegistry(): PaintedWords[] {
  return [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].flatMap((range) => {
      if (!(range instanceof Range)) return []
      const section = range.startContainer.parentElement?.closest('section')
      return [
        {
          paint: name.replace(/^bookwheel-/, ''),
          pane: section?.getAttribute('aria-label') ?? 'no pane',
          words: range.toString(),
        },
      ]
    }),
  )
}

/**
 * Everything that is painted under the given names, sorted by pane, then name, then words. Words of several
 * paragraphs stand together without a sign between them.
 */
export async function readPainting(page: Page, ...paints: readonly string[]): Promise<PaintedWords[]> {
  const painted = await page.evaluate(readRegistry)
  const key = ({ pane, paint, words }: PaintedWords): string => `${pane} ${paint} ${words}`
  return painted
    .filter(({ paint }) => paints.includes(paint))
    .toSorted((left, right) => (key(left) < key(right) ? -1 : 1))
}

/** The names of the colours of highlights. */
export const highlightPaints = ['yellow', 'green', 'blue', 'purple', 'red'] as const

/** Reads in which colours exactly these words are painted, in whatever panes. */
export function coloursOf(page: Page, words: string): () => Promise<string[]> {
  return async () => {
    const painted = await readPainting(page, ...highlightPaints)
    return painted.filter((each) => each.words === words).map(({ paint }) => paint)
  }
}

/** Reads all words that are painted in a colour of highlights, in whatever panes. */
export function highlightedWords(page: Page): () => Promise<string[]> {
  return async () => (await readPainting(page, ...highlightPaints)).map(({ words }) => words)
}

/** Whether a part of the page is wholly within the window. */
export function isInView(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top > 0 && bottom < innerHeight
  })
}
