// Quotations dragged out with the mouse arrive with their citation, wherever text can be dropped.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { titles } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords } from './highlight-words.ts'
import { articleIn, cardOf, noteField, panes, savedLine, selectionToolbar } from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import type { Point } from './select-words.ts'
import { findPlace, selectWords } from './select-words.ts'

async function middleOf(part: Locator): Promise<Point> {
  await part.scrollIntoViewIfNeeded()
  const box = await part.boundingBox()
  if (!box) throw new Error('there is nothing to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Takes up what lies at a point and lets it go at another. */
async function dragTo(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** A field that is no part of the program, as another program's would be. */
async function putField(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.ariaLabel = 'A letter'
    Object.assign(field.style, {
      position: 'fixed',
      inset: 'auto 0 0 auto',
      width: '400px',
      height: '90px',
      zIndex: '99',
    })
    document.body.append(field)
  })
  return page.getByRole('textbox', { name: 'A letter' })
}

const cited = (quote: string): RegExp =>
  new RegExp(`^“${quote}”\\n“${titles.explainer}”, Bookwheel corpus, ¶ \\d+, after .+$`)

// One program: each test goes on where the one before has left off.
onEachShell('A quotation', ({ launch }) => {
  let program: Program
  let page: Page

  beforeAll(async () => {
    program = await launch()
    ;({ page } = program)
    await highlightWords(page, 1, 'boundless partnership', '1')
    await savedLine(page).waitFor()
  })

  it('that is selected is dragged into a note with its citation', async () => {
    const quote = 'boundless partnership'
    await cardOf(page, quote).getByRole('button', { name: quote }).click()
    await selectWords(page, articleIn(page, 1), 'new horizons')
    await selectionToolbar(page).waitFor()
    const field = noteField(page, quote)
    await dragTo(page, await findPlace(articleIn(page, 1), 'new horizons'), await middleOf(field))
    await expect.poll(() => field.inputValue(), patience).toMatch(cited('new horizons'))
  })

  it('of a card is dragged out of the notebook, and the card still opens by a click', async () => {
    const quote = 'three-way talks'
    await highlightWords(page, 1, quote, '2')
    const field = await putField(page)
    const button = cardOf(page, quote).getByRole('button', { name: quote })
    await dragTo(page, await middleOf(button), await middleOf(field))
    await expect.poll(() => field.inputValue(), patience).toMatch(cited(quote))
    await field.evaluate((element) => element.remove())
    await button.click()
    await expect(noteField(page, quote)).toBeShown()
  })

  it('is nothing that a pane takes up', async () => {
    const before = await panes(page).count()
    const button = cardOf(page, 'three-way talks').getByRole('button', { name: 'three-way talks' })
    await dragTo(
      page,
      await middleOf(button),
      await middleOf(articleIn(page, 2).getByRole('heading', { level: 1 })),
    )
    await expect(articleIn(page, 2).and(page.getByRole('article', { name: titles.wireReport }))).toBeShown()
    expect(await panes(page).count()).toBe(before)
  })
})
