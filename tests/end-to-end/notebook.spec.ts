// Where did I read that? Highlights of several articles, found again by words and colours, opened, taken along.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { titles } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords } from './highlight-words.ts'
import { articleIn, cards, choice, focusPane, notebook, savedLine } from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { readPainting } from './read-painting.ts'

const quotes = (page: Page) => (): Promise<string[]> => cards(page).locator('.card-quote').allInnerTexts()
const filter = (page: Page) => notebook(page).getByRole('searchbox')
const inFirst = ['new horizons', 'boundless partnership']

// One program: each test goes on where the one before has left the notebook.
onEachShell('The notebook of everything', ({ launch }) => {
  let program: Program
  let page: Page
  let inSecond: string

  beforeAll(async () => {
    program = await launch()
    ;({ page } = program)
    const text = await articleIn(page, 2).locator('p[data-start]').first().innerText()
    inSecond = text.split(/[“”‘’,.—–]/)[0]?.trim() ?? ''
    for (const words of inFirst) await highlightWords(page, 1, words, '1')
    await highlightWords(page, 2, inSecond, '5')
    await focusPane(page, 1)
    await savedLine(page).waitFor()
  })

  it('lists the highlights of all articles under their titles', async () => {
    await expect.poll(quotes(page), patience).toEqual(inFirst)
    await choice(notebook(page), 'Everything').click()
    await expect
      .poll(async () => (await quotes(page)()).toSorted(), patience)
      .toEqual([...inFirst, inSecond].toSorted())
    await expect(notebook(page).getByRole('heading', { name: titles.explainer })).toBeShown()
    await expect(notebook(page).getByRole('heading', { name: titles.wireReport })).toBeShown()
    await expect(notebook(page).getByText('3 highlights')).toBeShown()
  })

  it('finds by words as they are typed, and by colour', async () => {
    await filter(page).fill('partnersh')
    await expect.poll(quotes(page), patience).toEqual(['boundless partnership'])
    await expect(notebook(page).getByText('1 of 3 highlights')).toBeShown()
    await filter(page).fill('')
    await notebook(page)
      .getByRole('button', { name: /^Red, / })
      .click()
    await expect.poll(quotes(page), patience).toEqual([inSecond])
  })

  it('opens the article at the highlight by keyboard, also where it is not open', async () => {
    await page.getByRole('button', { name: 'Close pane 2' }).click()
    await filter(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(articleIn(page, 1).and(page.getByRole('article', { name: titles.wireReport }))).toBeShown()
    await expect
      .poll(() => readPainting(page, 'selected'), patience)
      .toEqual([{ paint: 'selected', pane: 'Pane 1', words: inSecond }])
  })

  it('comes back after a reload as it was left, and follows another window', async () => {
    // A page keeps its desk a moment after the last change, and another one begins with what was kept.
    const kept = { value: { notebook: { scope: 'all', colours: ['red'] } } }
    await expect.poll(() => program.call('readWorkspace', {}), patience).toMatchObject(kept)
    const other = await program.openPage()
    await expect.poll(quotes(other), patience).toEqual([inSecond])
    await highlightWords(page, 1, 'Moscow', '5')
    await expect.poll(quotes(other), patience).toHaveLength(2)
    await page.reload()
    await expect.poll(quotes(page), patience).toHaveLength(2)
    await expect(notebook(page).getByRole('radio', { name: 'Everything', checked: true })).toBeShown()
  })
})
