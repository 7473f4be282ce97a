// Several windows on one library: what is done in one is seen in the other, which goes on where its reader is.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import {
  articleIn,
  cardOf,
  cards,
  choice,
  libraryList,
  notebook,
  noteField,
  savedLine,
  searchField,
} from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { coloursOf } from './read-painting.ts'

const words = 'boundless partnership'
const textSize = (page: Page) => (): Promise<string> =>
  articleIn(page, 1)
    .locator('p[data-start]')
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize)

const openCard = (page: Page, quote: string): Promise<void> =>
  cardOf(page, quote).getByRole('button', { name: quote }).click()

// One program with two windows: each test goes on where the one before has left off.
onEachShell('Two windows on one library', ({ launch }) => {
  let program: Program
  let one: Page
  let other: Page

  beforeAll(async () => {
    program = await launch()
    one = program.page
    other = await program.openPage()
  })

  it('show each other’s highlights, colours and notes', async () => {
    await highlightWords(one, 1, words, '2')
    await expect.poll(coloursOf(other, words), patience).toEqual(['green'])
    await writeNote(one, words, 'Since when?')
    await expect(cardOf(other, words).getByText('Since when?')).toBeShown()
    await openCard(other, words)
    await choice(cardOf(other, words), 'Purple').click()
    await expect.poll(coloursOf(one, words), patience).toEqual(['purple'])
    await expect(savedLine(other)).toBeShown()
    await writeNote(one, words, 'Since 2022.')
    await expect.poll(() => noteField(other, words).inputValue(), patience).toBe('Since 2022.')
  })

  it('show each other’s tags, and take them away together', async () => {
    await cardOf(one, words).getByLabel('Add a tag').fill('Wording')
    await cardOf(one, words).getByLabel('Add a tag').press('Enter')
    await expect(cardOf(other, words).getByText('Wording', { exact: true })).toBeShown()
    await cardOf(other, words).getByRole('button', { name: 'Remove the tag “Wording”' }).click()
    await expect
      .poll(() => cardOf(one, words).getByText('Wording', { exact: true }).count(), patience)
      .toBe(0)
  })

  it('lose a highlight together, and have it back together', async () => {
    await cardOf(one, words).getByRole('button', { name: 'Delete highlight and note' }).click()
    await expect.poll(() => cardOf(other, words).count(), patience).toBe(0)
    await expect.poll(coloursOf(other, words), patience).toEqual([])
    await one.getByText('Highlight deleted').locator('..').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(coloursOf(other, words), patience).toEqual(['purple'])
    await expect(cardOf(other, words).getByText('Since 2022.')).toBeShown()
  })

  it('show each other’s memos', async () => {
    for (const page of [one, other]) await choice(notebook(page), 'Everything').click()
    await notebook(one).getByRole('button', { name: 'Write a memo' }).click()
    await one.keyboard.type('Read both again')
    await one.keyboard.press('Control+Enter')
    await expect(cards(other).getByText('Read both again')).toBeShown()
    for (const page of [one, other]) await choice(notebook(page), 'This article').click()
  })

  it('look alike', async () => {
    const before = await textSize(other)()
    await program.call('changeSettings', { theme: 'sepia', textSize: 23 })
    for (const page of [one, other]) {
      await expect.poll(() => page.locator('html').getAttribute('data-theme'), patience).toBe('sepia')
      await expect.poll(textSize(page), patience).toBe('23px')
    }
    expect(before).not.toBe('23px')
  })

  it('leave the words alone that are being typed in the other, and the place where they are typed', async () => {
    await searchField(other).fill('treaty')
    await openCard(one, words)
    const field = noteField(one, words)
    await field.fill('')
    await field.pressSequentially('Half a sen')
    await field.press('ArrowLeft')
    await highlightWords(other, 1, 'new horizons', '1')
    await program.call('changeSettings', { theme: 'light', textSize: 18 })
    await program.call('removeCollection', { collectionId: 'bundled' })
    await program.call('restoreCollection', { collectionId: 'bundled' })
    await expect.poll(() => cardOf(one, 'new horizons').count(), patience).toBe(1)
    await one.keyboard.type('te')
    expect(await field.inputValue()).toBe('Half a seten')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await searchField(other).inputValue()).toBe('treaty')
    await one.keyboard.press('Control+Enter')
    await expect(cardOf(other, words).getByText('Half a seten')).toBeShown()
    await searchField(other).fill('')
  })

  it('lose the bundled articles together, and have them back together with their notes', async () => {
    await program.call('removeCollection', { collectionId: 'bundled' })
    for (const page of [one, other]) await expect(page.getByText('The library is empty')).toBeShown()
    await other.getByRole('button', { name: 'Bring them back' }).click()
    for (const page of [one, other]) {
      await expect.poll(() => libraryList(page).getByRole('listitem').count(), patience).toBe(5)
      await expect.poll(coloursOf(page, words), patience).toEqual(['purple'])
    }
  })
})
