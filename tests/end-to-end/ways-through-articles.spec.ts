// Ways through articles: find, contents, back and forward, and desks that are kept under names and come back.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { titles } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { articleIn, focusPane, libraryList, openButton, paneOf } from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { readPainting } from './read-painting.ts'

const scrollTop = (page: Page) => (): Promise<number> =>
  paneOf(page, 1)
    .locator('.pane-scroll')
    .evaluate((scroller) => Math.round(scroller.scrollTop))

/** Presses the fourth (back) or fifth button of a mouse over a pane, as the browser itself tells it. */
async function pressFurther(page: Page, button: 'back' | 'forward'): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const box = await articleIn(page, 1).boundingBox()
  const place = { x: (box?.x ?? 0) + 100, y: 400, button, clickCount: 1 } as const
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...place })
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...place })
  await session.detach()
}

// One program: each test goes on where the one before has left the desk.
onEachShell('Ways through articles', ({ launch }) => {
  let program: Program
  let page: Page

  beforeAll(async () => {
    program = await launch()
    ;({ page } = program)
    await focusPane(page, 1)
  })

  it('find parts of words in the focused pane, whatever their spelling', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('organiz')
    const found = () => readPainting(page, 'found')
    // What the first letters found is lit until the last of them are in.
    await expect.poll(async () => (await found())[0]?.words, patience).toMatch(/^organis/i)
    expect(new Set((await found()).map(({ pane }) => pane))).toEqual(new Set(['Pane 1']))
    await page.keyboard.press('Escape')
    await expect.poll(found, patience).toEqual([])
  })

  it('lead to a heading and back again with the mouse', async () => {
    await paneOf(page, 1)
      .locator('.pane-scroll')
      .evaluate((scroller) => scroller.scrollTo({ top: 0 }))
    await paneOf(page, 1).getByRole('button', { name: 'Contents' }).click()
    await page.getByRole('menuitemradio').last().click()
    await expect.poll(scrollTop(page), patience).toBeGreaterThan(100)
    const there = await scrollTop(page)()
    await pressFurther(page, 'back')
    await expect.poll(scrollTop(page), patience).toBe(0)
    await pressFurther(page, 'forward')
    // Places are offsets: at the end of an article a line may stand a little higher than it did.
    await expect.poll(async () => Math.abs((await scrollTop(page)()) - there), patience).toBeLessThan(30)
  })

  it('lead back across a restart', async () => {
    await openButton(libraryList(page), titles.opinion).click()
    await expect(articleIn(page, 1).getByRole('heading', { name: titles.opinion })).toBeShown()
    const kept = { value: { panes: [{ articleId: 'metaphor-of-spring', back: [{}, {}] }, {}] } }
    await expect.poll(() => program.call('readWorkspace', {}), patience).toMatchObject(kept)
    await page.reload()
    await focusPane(page, 1)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(articleIn(page, 1).getByRole('heading', { name: titles.explainer })).toBeShown()
  })

  it('keep desks under names, which are in every page at once', async () => {
    await page.getByRole('button', { name: 'Desks' }).click()
    await page.getByRole('textbox', { name: 'Name for what stands open' }).fill('February')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Desk saved: “February”')).toBeShown()
    await page.keyboard.press('Escape')
    await openButton(libraryList(page), titles.commentary).click()
    await page.getByRole('button', { name: 'Desks' }).click()
    await page.getByRole('button', { name: /^February/ }).click()
    await expect(articleIn(page, 1).getByRole('heading', { name: titles.explainer })).toBeShown()
    const saved = { value: [{ name: 'February', content: { panes: [{}, {}] } }] }
    expect(await program.call('listDesks', {})).toMatchObject(saved)
  })
})
