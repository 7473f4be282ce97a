// Highlights and notes: made with mouse and keys, across paragraphs and over each other, changed, deleted, brought back.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { patience } from './patience.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import {
  articleIn,
  cardOf,
  cards,
  choice,
  highlightPopover,
  notebook,
  noteField,
  savedLine,
  selectionToolbar,
} from './page-parts.ts'
import { coloursOf, highlightPaints, isInView, readPainting } from './read-painting.ts'
import { clickWords, selectWords } from './select-words.ts'

const colourButton = (part: Locator, name: string): Locator => part.getByRole('button', { name, exact: true })

// Each test marks words of its own, so that they can share one program and one page.
onEachShell('A highlight', ({ launch }) => {
  let page: Page

  beforeAll(async () => {
    ;({ page } = await launch())
  })
  beforeEach(() => page.keyboard.press('Escape'))

  it('is made in each of five colours by the toolbar', async () => {
    const marked = {
      Yellow: 'and Russia',
      Green: 'closer still',
      Blue: 'In Beijing',
      Purple: 'Wang Yi',
      Red: 'Sergei Shoigu',
    }
    for (const [colour, words] of Object.entries(marked)) {
      await selectWords(page, articleIn(page, 1), words)
      await colourButton(selectionToolbar(page), colour).click()
      await expect.poll(coloursOf(page, words), patience).toEqual([colour.toLowerCase()])
      await expect(cardOf(page, words)).toBeShown()
    }
    await expect(savedLine(page)).toBeShown()
  })

  it('is made by keys 1 to 5, and by H in the colour that was chosen last', async () => {
    const marked = ['Just before', 'the war', 'in Ukraine', 'two countries', 'on Moscow']
    for (const [at, words] of marked.entries()) await highlightWords(page, 1, words, `${at + 1}`)
    for (const [at, words] of marked.entries()) {
      await expect.poll(coloursOf(page, words), patience).toEqual([highlightPaints[at]])
    }
    await selectWords(page, articleIn(page, 1), 'most important')
    await colourButton(selectionToolbar(page), 'Green').click()
    await highlightWords(page, 1, 'trading partner', 'h')
    await expect.poll(coloursOf(page, 'trading partner'), patience).toEqual(['green'])
  })

  it('runs across two paragraphs', async () => {
    const [from, to] = ['economic as well as political', 'wish that both share']
    await selectWords(page, articleIn(page, 1), from, to)
    await colourButton(selectionToolbar(page), 'Purple').click()
    const words = 'economic as well as political.What holds it together is a wish that both share'
    await expect.poll(coloursOf(page, words), patience).toEqual(['purple'])
    await expect(
      cards(page).filter({ hasText: /economic as well as political\.\s+What holds it together/ }),
    ).toBeShown()
    await page.reload()
    await expect.poll(coloursOf(page, words), patience).toEqual(['purple'])
  })

  it('may overlap another; a click on both lists both', async () => {
    await highlightWords(page, 1, 'balanced and orderly', '1')
    await highlightWords(page, 1, 'orderly multipolar world', '3')
    await expect.poll(coloursOf(page, 'balanced and orderly'), patience).toEqual(['yellow'])
    await expect.poll(coloursOf(page, 'orderly multipolar world'), patience).toEqual(['blue'])
    await clickWords(page, articleIn(page, 1), 'orderly')
    await expect.poll(() => highlightPopover(page).getByRole('listitem').count(), patience).toBe(2)
    await page.keyboard.press('Escape')
    await clickWords(page, articleIn(page, 1), 'multipolar world')
    await expect.poll(() => highlightPopover(page).getByRole('listitem').count(), patience).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => highlightPopover(page).count(), patience).toBe(0)
  })

  it('is not brought up by a click beside its words', async () => {
    await highlightWords(page, 1, 'China', '1')
    await articleIn(page, 1).getByRole('heading', { level: 1 }).click()
    await highlightWords(page, 1, 'Foreign Minister', '1')
    await expect.poll(coloursOf(page, 'Foreign Minister'), patience).toEqual(['yellow'])
  })

  it('takes another colour', async () => {
    const words = 'carry weight'
    await highlightWords(page, 1, words, '1')
    await cardOf(page, words).getByRole('button', { name: words }).click()
    await choice(cardOf(page, words), 'Red').click()
    await expect.poll(coloursOf(page, words), patience).toEqual(['red'])
    await expect(savedLine(page)).toBeShown()
    await page.reload()
    await expect.poll(coloursOf(page, words), patience).toEqual(['red'])
  })

  it('takes a note, which can be written anew', async () => {
    const words = 'new avenues'
    await highlightWords(page, 1, words, 'n')
    await page.keyboard.type('Which ones?')
    await page.keyboard.press('Control+Enter')
    await expect(savedLine(page)).toBeShown()
    await writeNote(page, words, 'Technology, energy, cybersecurity.')
    await expect(savedLine(page)).toBeShown()
    await page.reload()
    await expect(cardOf(page, words).getByText('Technology, energy, cybersecurity.')).toBeShown()
  })

  // As many bytes as three notes of as many letters in Latin script.
  it('takes a long note in Chinese', async () => {
    const words = 'the two countries declared'
    const note = '新地平线'.repeat(6250)
    await highlightWords(page, 1, words, '3')
    await writeNote(page, words, note)
    await page.keyboard.press('Control+Enter')
    await expect(savedLine(page)).toBeShown()
    await page.reload()
    await cardOf(page, words).getByRole('button', { name: words }).click()
    expect(await noteField(page, words).inputValue()).toBe(note)
  })

  it('is deleted with its note, and brought back by the message’s button', async () => {
    const words = 'a conflict now in its fourth year'
    await highlightWords(page, 1, words, '2')
    const card = cardOf(page, words)
    await writeNote(page, words, 'Since 2022.')
    await card.getByRole('button', { name: 'Delete highlight and note' }).click()
    await expect.poll(coloursOf(page, words), patience).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(coloursOf(page, words), patience).toEqual(['green'])
    await expect.poll(() => noteField(page, words).inputValue(), patience).toBe('Since 2022.')
  })

  it('is brought back by Ctrl+Z, and so is its colour', async () => {
    const words = 'official neutrality'
    await highlightWords(page, 1, words, '2')
    await expect(savedLine(page)).toBeShown()
    await cardOf(page, words).getByRole('button', { name: words }).click()
    await choice(cardOf(page, words), 'Blue').click()
    await expect.poll(coloursOf(page, words), patience).toEqual(['blue'])
    await cardOf(page, words).getByRole('button', { name: 'Delete highlight and note' }).click()
    await expect.poll(coloursOf(page, words), patience).toEqual([])
    await expect(page.getByText('Highlight deleted').last()).toBeShown()
    await page.keyboard.press('Control+Z')
    await expect.poll(coloursOf(page, words), patience).toEqual(['blue'])
    await page.keyboard.press('Control+Z')
    await expect.poll(coloursOf(page, words), patience).toEqual(['green'])
  })
})

// One program: the second test marks words in the article of the other pane.
onEachShell('The notebook', ({ launch }) => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await launch())
  })

  it('lists highlights in the order of the text, and jumps to them', async () => {
    await highlightWords(page, 1, 'three-way talks', '2')
    await highlightWords(page, 1, 'new horizons', '1')
    await highlightWords(page, 1, 'boundless partnership', '3')
    const quotes = async (): Promise<(string | undefined)[]> =>
      (await cards(page).allInnerTexts()).map((text) => text.split('\n')[0])
    await expect.poll(quotes, patience).toEqual(['new horizons', 'boundless partnership', 'three-way talks'])
    const text = await notebook(page).innerText()
    for (const line of ['3 highlights', 'Claim · ¶ 1', 'Question · ¶ 2', 'Evidence · ¶ 5']) {
      expect(text).toContain(line)
    }

    const paragraph = articleIn(page, 1).getByText('three-way talks')
    await articleIn(page, 1).hover()
    await page.mouse.wheel(0, -5000)
    await expect.poll(() => isInView(paragraph), patience).toBe(false)
    await cardOf(page, 'three-way talks').getByRole('button', { name: 'three-way talks' }).click()
    await expect.poll(() => isInView(paragraph), patience).toBe(true)
    await expect
      .poll(() => readPainting(page, 'selected'), patience)
      .toEqual([{ paint: 'selected', pane: 'Pane 1', words: 'three-way talks' }])
  })

  it('belongs to an article, in however many panes that stands', async () => {
    await page.getByRole('button', { name: 'Close pane 1' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'In pane 1' })
    await row.getByRole('button', { name: 'Open beside' }).click()
    await expect(articleIn(page, 2)).toBeShown()
    await highlightWords(page, 1, 'ill-wishers', '1')
    await expect
      .poll(() => readPainting(page, 'yellow'), patience)
      .toEqual([
        { paint: 'yellow', pane: 'Pane 1', words: 'ill-wishers' },
        { paint: 'yellow', pane: 'Pane 2', words: 'ill-wishers' },
      ])
    await expect.poll(() => cards(page).count(), patience).toBe(1)
  })
})
