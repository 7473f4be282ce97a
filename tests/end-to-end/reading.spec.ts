// Reading: panes beside each other, each at its own place, in the reader's own size and theme.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { titles } from './corpus-titles.ts'
import { patience } from './patience.ts'
import { onEachShell } from './fixture.ts'
import {
  articleIn,
  choice,
  focusPane,
  libraryList,
  notebook,
  openBesideButton,
  openButton,
  paneOf,
  panes,
  searchField,
} from './page-parts.ts'
import type { Program } from './program.ts'
import { resizeWindow } from './pictures/resize-window.ts'
import { readPainting } from './read-painting.ts'

/** The titles of the open articles, from left to right. */
const openTitles = (page: Page) => (): Promise<string[]> =>
  page.getByRole('article').getByRole('heading', { level: 1 }).allInnerTexts()

const widthOf = (part: Locator): Promise<number> =>
  part.evaluate((element) => Math.round(element.getBoundingClientRect().width))

/** Presses a key on the line between the panes until the first pane has another width; answers that. */
async function moveLine(page: Page, key: 'ArrowLeft' | 'ArrowRight'): Promise<number> {
  const before = await widthOf(paneOf(page, 1))
  await page.getByRole('separator', { name: 'Width of panes 1 and 2' }).press(key)
  const change = async (): Promise<number> => Math.abs((await widthOf(paneOf(page, 1))) - before)
  await expect.poll(change, patience).toBeGreaterThan(20)
  return widthOf(paneOf(page, 1))
}

/** Turns the wheel over a pane. */
async function turnWheel(page: Page, pane: number, pixels: number): Promise<void> {
  await articleIn(page, pane).hover()
  await page.mouse.wheel(0, pixels)
}

/** The text at the top of a pane's view: the first paragraph or heading that reaches into it. */
const topOf = (page: Page, pane: number): Promise<string> =>
  articleIn(page, pane).evaluate((article) => {
    const top = article.parentElement?.getBoundingClientRect().top ?? 0
    const parts = [...article.querySelectorAll('h1, h2, p')]
    return parts.find((part) => part.getBoundingClientRect().bottom > top + 20)?.textContent ?? ''
  })

// One program: the second test dismisses what the first has not looked at.
onEachShell('The first run', ({ launch }) => {
  let program: Program
  beforeAll(async () => {
    program = await launch()
  })

  it('shows two accounts of one meeting side by side, and says of both that they are retellings', async () => {
    const { page } = program
    await expect.poll(openTitles(page), patience).toEqual([titles.explainer, titles.wireReport])
    await expect(page.getByText('No highlights in this article yet')).toBeShown()
    const warning = 'A retelling for this corpus: not to be cited as its outlet'
    await expect(paneOf(page, 1).getByText(warning)).toBeShown()
    const description = await articleIn(page, 2).evaluate(
      (article) => document.getElementById(article.getAttribute('aria-describedby') ?? '')?.textContent,
    )
    expect(description).toBe(warning)
  })

  it('gives three hints that do not come back once dismissed', async () => {
    const hints = program.page.getByRole('button', { name: 'Dismiss this hint' })
    await expect.poll(() => hints.count(), patience).toBe(3)
    for (const left of [2, 1, 0]) {
      await hints.first().click()
      await expect.poll(() => hints.count(), patience).toBe(left)
    }
    const kept = { value: { dismissedHints: expect.arrayContaining(['search', 'beside', 'highlight']) } }
    await expect.poll(() => program.call('readSettings', {}), patience).toMatchObject(kept)
    await program.page.reload()
    await expect.poll(openTitles(program.page), patience).toEqual([titles.explainer, titles.wireReport])
    expect(await hints.count()).toBe(0)
  })
})

/** Opens just these two in a first and a second pane, with nothing searched for. */
async function layDesk(page: Page, first: string, second: string): Promise<void> {
  await searchField(page).fill('')
  await focusPane(page, 1)
  await openButton(libraryList(page), first).click()
  if ((await panes(page).count()) < 2) await openBesideButton(libraryList(page), second).click()
  await focusPane(page, 2)
  await openButton(libraryList(page), second).click()
  await expect.poll(openTitles(page), patience).toEqual([first, second])
}

// One program: each test begins on a desk of two articles.
onEachShell('Panes', ({ launch }) => {
  let program: Program
  let page: Page
  beforeAll(async () => {
    program = await launch()
    ;({ page } = program)
  })
  beforeEach(() => layDesk(page, titles.explainer, titles.wireReport))

  it('open an article in place of the focused one, or beside it', async () => {
    await focusPane(page, 2)
    await openButton(libraryList(page), titles.commentary).click()
    await expect.poll(openTitles(page), patience).toEqual([titles.explainer, titles.commentary])
    await page.getByRole('button', { name: 'Close pane 2' }).click()
    await expect.poll(openTitles(page), patience).toEqual([titles.explainer])
    await openBesideButton(libraryList(page), titles.opinion).click()
    await expect.poll(openTitles(page), patience).toEqual([titles.explainer, titles.opinion])
  })

  it('open beside with Ctrl+Enter, and offer to undo where one had to make room', async () => {
    await focusPane(page, 1)
    await openButton(libraryList(page), titles.opinion).focus()
    await page.keyboard.press('Control+Enter')
    await expect.poll(openTitles(page), patience).toEqual([titles.explainer, titles.opinion])
    await expect(page.getByText('The next pane was replaced')).toBeShown()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(openTitles(page), patience).toEqual([titles.explainer, titles.wireReport])
  })

  it('take other widths from the keyboard, which come back', async () => {
    await moveLine(page, 'ArrowRight')
    const kept = { value: { panes: [{ size: expect.any(Number) }, { size: expect.any(Number) }] } }
    await expect.poll(() => program.call('readWorkspace', {}), patience).toMatchObject(kept)
    // The last change goes with the page, before its time to be kept has come.
    const after = await moveLine(page, 'ArrowLeft')
    await page.reload()
    await expect
      .poll(async () => Math.abs((await widthOf(paneOf(page, 1))) - after), patience)
      .toBeLessThan(4)
  })

  it('scroll each by itself', async () => {
    await turnWheel(page, 1, 700)
    await expect.poll(() => topOf(page, 1), patience).not.toBe(titles.explainer)
    expect(await topOf(page, 2)).toBe(titles.wireReport)
  })

  it('light the words of the query in each of them, until the query is emptied', async () => {
    await searchField(page).fill('multipolar')
    await expect
      .poll(() => readPainting(page, 'match'), patience)
      .toEqual([
        { paint: 'match', pane: 'Pane 1', words: 'multipolar' },
        { paint: 'match', pane: 'Pane 2', words: 'multipolar' },
      ])
    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect.poll(() => readPainting(page, 'match'), patience).toEqual([])
  })

  it('fold the sides away and bring them back', async () => {
    const toggle = (name: string): Locator => page.getByRole('button', { name, exact: true })
    await toggle('Library').click()
    await toggle('Notebook').click()
    await expect.poll(() => libraryList(page).count(), patience).toBe(0)
    expect(await notebook(page).count()).toBe(0)
    await page.keyboard.press('Control+Shift+F')
    await expect
      .poll(() => searchField(page).evaluate((field) => field === document.activeElement), patience)
      .toBe(true)
    await toggle('Notebook').click()
    await expect(notebook(page)).toBeShown()
  })

  it('say what to do when the last is closed', async () => {
    await page.getByRole('button', { name: 'Close pane 1' }).click()
    await page.getByRole('button', { name: 'Close pane 1' }).click()
    await expect(page.getByText('Nothing is open')).toBeShown()
    await openButton(libraryList(page), titles.opinion).click()
    await expect.poll(openTitles(page), patience).toEqual([titles.opinion])
  })

  // Last: it ends the program.
  it('come back to their places at the next start', async () => {
    await turnWheel(page, 1, 700)
    await expect.poll(() => topOf(page, 1), patience).not.toBe(titles.explainer)
    const desk = (): Promise<unknown> => program.call('readWorkspace', {})
    await expect.poll(desk, patience).toMatchObject({ value: { panes: [{}, { topOffset: 0 }] } })
    await expect.poll(desk, patience).not.toMatchObject({ value: { panes: [{ topOffset: 0 }, {}] } })
    const left = await topOf(page, 1)
    await program.stop()

    const again = await launch({ dataFolder: program.dataFolder })
    await expect.poll(() => topOf(again.page, 1), patience).toBe(left)
    expect(await topOf(again.page, 2)).toBe(titles.wireReport)
  })
})

/** The size of the article's letters, and the paper that they stand on. */
function readLook(page: Page): Promise<{ letters: string; scheme: string; paper: string }> {
  return articleIn(page, 1)
    .locator('p')
    .first()
    .evaluate((paragraph) => ({
      letters: getComputedStyle(paragraph).fontSize,
      scheme: getComputedStyle(document.documentElement).colorScheme,
      paper: getComputedStyle(paragraph.closest('section') ?? document.body).backgroundColor,
    }))
}

// One program: each test begins with the wide window and the settings of the first run.
onEachShell('The look of the page', ({ launch }) => {
  let program: Program
  let page: Page
  beforeAll(async () => {
    program = await launch()
    ;({ page } = program)
  })
  beforeEach(async () => {
    await page.keyboard.press('Escape')
    await program.call('changeSettings', { theme: 'system', textSize: 18, paragraphNumbers: true })
    await resizeWindow(page, { width: 1440, height: 900 })
    await paneOf(page, 2).waitFor()
  })

  // Asked for by text alone, they come after it was drawn in other letters, and its lines break anew.
  it('has its letters asked for by the page, before there is text', async () => {
    const faces = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith('.woff2'))
        .map((entry) => ({
          file: entry.name.replace(/^.*\/(.*)-[^-]*$/, '$1'),
          askedBy: entry instanceof PerformanceResourceTiming && entry.initiatorType,
        })),
    )
    expect(faces.toSorted((one, other) => one.file.localeCompare(other.file))).toEqual([
      { file: 'literata-latin-opsz-normal', askedBy: 'link' },
      { file: 'source-sans-3-latin-wght-normal', askedBy: 'link' },
    ])
  })

  it('takes other letters and another theme at once, and keeps them', async () => {
    const look = (): ReturnType<typeof readLook> => readLook(page)
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Larger text' }).click()
    await page.getByRole('button', { name: 'Larger text' }).click()
    await expect.poll(look, patience).toMatchObject({ letters: '20px', scheme: 'light' })
    const { paper: light } = await look()
    await choice(page, 'Sepia').click()
    await expect.poll(async () => (await look()).paper, patience).not.toBe(light)
    expect(await look()).toMatchObject({ scheme: 'light' })
    await choice(page, 'Dark').click()
    await expect.poll(look, patience).toMatchObject({ scheme: 'dark' })
    const kept = { value: { textSize: 20, theme: 'dark' } }
    await expect.poll(() => program.call('readSettings', {}), patience).toMatchObject(kept)
    await page.reload()
    await expect.poll(look, patience).toMatchObject({ letters: '20px', scheme: 'dark' })
  })

  it('follows the system until a theme is chosen', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect.poll(() => readLook(page), patience).toMatchObject({ scheme: colorScheme })
    }
  })

  it('hides the numbers of paragraphs by the palette, and keeps that', async () => {
    const number = () =>
      articleIn(page, 1)
        .locator('p[data-number]')
        .first()
        .evaluate((paragraph) => getComputedStyle(paragraph, '::before').content)
    expect(await number()).toContain('"1"')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('paragraph num')
    await page.keyboard.press('Enter')
    await expect.poll(number, patience).toBe('none')
    const kept = { value: { paragraphNumbers: false } }
    await expect.poll(() => program.call('readSettings', {}), patience).toMatchObject(kept)
    await page.reload()
    await expect.poll(number, patience).toBe('none')
  })

  it('lays the notebook in the place of the library at 900 pixels', async () => {
    await resizeWindow(page, { width: 900, height: 800 })
    await expect.poll(() => notebook(page).count(), patience).toBe(0)
    // The one pane that is left stands in its place a moment after the other has gone.
    const paneWidths = () => Promise.all([panes(page).count(), widthOf(panes(page).first())])
    await expect.poll(paneWidths, patience).toEqual([1, expect.closeTo(635, -1.5)])
    const [, width] = await paneWidths()
    await page.getByRole('button', { name: 'Notebook', exact: true }).click()
    await expect(notebook(page)).toBeShown()
    expect(await widthOf(panes(page).first())).toBe(width)
  })

  it('keeps two panes at 900 pixels where the library makes room, and one of them under the names of both beside it', async () => {
    await resizeWindow(page, { width: 900, height: 800 })
    await expect.poll(() => notebook(page).count(), patience).toBe(0)
    await expect.poll(() => panes(page).count(), patience).toBe(1)
    await expect(page.getByRole('group', { name: 'Open articles' })).toBeShown()
    await page.getByRole('button', { name: 'Library', exact: true }).click()
    await expect.poll(() => panes(page).count(), patience).toBe(2)
    for (const number of [1, 2]) expect(await widthOf(paneOf(page, number))).toBeGreaterThanOrEqual(352)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
