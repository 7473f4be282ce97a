// Notes in full: tags, underlines, ends, notes on an article and memos, found by the search field, kept over a restart.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { onEachShell } from './fixture.ts'
import { highlightWords } from './highlight-words.ts'
import {
  articleIn,
  cardOf,
  cards,
  choice,
  focusPane,
  notebook,
  paneOf,
  savedLine,
  searchField,
} from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { readPainting } from './read-painting.ts'

const words = 'new horizons'
const quotes = (page: Page) => (): Promise<string[]> => cards(page).locator('.card-quote').allInnerTexts()
const articleNotes = (page: Page): Locator =>
  paneOf(page, 1).getByRole('region', { name: 'Notes on this article' })

/** The middle of a word that stands in an article once, in the window. Runs in the page. */
function placeOfWord(article: Element, word: string): { x: number; y: number } {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const at = node.data.indexOf(word)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + word.length)
    const { left, width, top, height } = range.getBoundingClientRect()
    // Left of the middle: its beginning is then nearer than that of the next word.
    return { x: left + width / 4, y: top + height / 2 }
  }
  throw new Error(`the article does not hold “${word}”`)
}

// One program: each test goes on where the one before has left off.
onEachShell('Notes in full', ({ launch, newFolder }) => {
  let program: Program
  let page: Page
  let dataFolder: string

  beforeAll(async () => {
    dataFolder = newFolder()
    program = await launch({ dataFolder })
    ;({ page } = program)
    await highlightWords(page, 1, words, 'u')
    await savedLine(page).waitFor()
  })

  it('underlines without filling, tags, and moves an end by a word and back', async () => {
    await expect
      .poll(() => readPainting(page, 'yellow-line'), patience)
      .toEqual([{ paint: 'yellow-line', pane: 'Pane 1', words }])
    const card = cardOf(page, words)
    await card.getByRole('button', { name: words }).click()
    await card.getByLabel('Add a tag').fill('Wording')
    await card.getByLabel('Add a tag').press('Enter')
    await card.getByRole('button', { name: 'Move the ends' }).click()
    await card.getByRole('slider', { name: 'End' }).press('ArrowRight')
    await expect.poll(quotes(page), patience).toEqual([expect.stringMatching(/^new horizons\W+\w+$/)])
    await cards(page).getByRole('slider', { name: 'End' }).press('Control+z')
    await expect.poll(quotes(page), patience).toEqual([words])
  })

  it('moves an end with the mouse', async () => {
    const handle = await articleIn(page, 1).locator('.end-handle[data-end="start"]').boundingBox()
    const before = await articleIn(page, 1).evaluate(placeOfWord, 'heading')
    if (!handle) throw new Error('there is no handle')
    // The hand holds the handle a little above the line.
    const lift = handle.y + handle.height / 2 - (handle.y - 4)
    await page.mouse.move(handle.x, handle.y - 4)
    await page.mouse.down()
    await page.mouse.move(before.x, before.y - lift, { steps: 3 })
    await page.mouse.up()
    await expect.poll(quotes(page), patience).toEqual([expect.stringMatching(/^heading.*new horizons$/)])
    await page.keyboard.press('Control+z')
    await expect.poll(quotes(page), patience).toEqual([words])
  })

  it('holds a note on the article at its head, and a memo in the notebook of everything', async () => {
    await focusPane(page, 1)
    await page.keyboard.press('Shift+N')
    await page.keyboard.type('On the *whole* account')
    await page.keyboard.press('Control+Enter')
    await expect(articleNotes(page).getByText('On the whole account')).toBeShown()
    await expect(articleNotes(page).locator('em').getByText('whole')).toBeShown()
    await choice(notebook(page), 'Everything').click()
    await notebook(page).getByRole('button', { name: 'Write a memo' }).click()
    await page.keyboard.type('Read both again')
    await page.keyboard.press('Control+Enter')
    await expect.poll(quotes(page), patience).toEqual(['Memo', 'Note on the article', words])
    await expect(notebook(page).getByRole('heading', { name: 'Memos' })).toBeShown()
  })

  it('finds notes in the search field, apart from articles, and opens the place', async () => {
    await searchField(page).fill('tag:wording')
    const found = page.getByRole('region', { name: 'Notes and highlights found' })
    await expect(found.getByRole('button', { name: words })).toBeShown()
    await searchField(page).fill('colour:teal')
    await expect(page.getByRole('alert').getByText(/“teal” at character 8 is not a colour/)).toBeShown()
    await searchField(page).fill('note:again')
    await expect(found.getByText('Read both again')).toBeShown()
    await searchField(page).fill('')
  })

  it('tags several at once, and takes that back as one change', async () => {
    await notebook(page).getByRole('button', { name: 'Choose several' }).click()
    await cards(page).getByRole('checkbox').first().click()
    await cards(page)
      .getByRole('checkbox')
      .last()
      .click({ modifiers: ['Shift'] })
    await expect(notebook(page).getByText('3 chosen')).toBeShown()
    const tag = notebook(page).getByRole('region', { name: 'What was chosen' }).getByLabel('Add a tag')
    await tag.fill('spring')
    await tag.press('Enter')
    await expect.poll(() => cards(page).getByText('spring', { exact: true }).count(), patience).toBe(3)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => cards(page).getByText('spring', { exact: true }).count(), patience).toBe(0)
    await notebook(page).getByRole('button', { name: 'End choosing' }).first().click()
  })

  it('is there after a restart, in another window too', async () => {
    await savedLine(page).waitFor()
    await program.dispose()
    program = await launch({ dataFolder })
    ;({ page } = program)
    await expect.poll(quotes(page), patience).toEqual(['Memo', 'Note on the article', words])
    await expect(articleNotes(page).getByText('On the whole account')).toBeShown()
    const other = await program.openPage()
    await articleNotes(page).getByRole('button', { name: 'Delete note' }).click()
    await expect.poll(quotes(other), patience).toEqual(['Memo', words])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(quotes(other), patience).toEqual(['Memo', 'Note on the article', words])
  })
})
