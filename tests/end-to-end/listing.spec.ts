// The list of the library, what was read, saved searches and printing, in the whole program.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { explainerId, titles } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { libraryList, openButtons, resultList, savedLine, searchField } from './page-parts.ts'
import { patience } from './patience.ts'

onEachShell('The list of the library', ({ launch, newFolder }) => {
  it('keeps order, filter, marks and saved searches over a new start, and prints an article with its notes', async () => {
    const dataFolder = join(newFolder(), 'data')
    const first = await launch({ dataFolder })
    const { page } = first
    await page.keyboard.press('Alt+Shift+R')
    await expect(libraryList(page).getByText('Read', { exact: true })).toBeShown()
    await page.getByRole('combobox', { name: 'Order' }).selectOption('outlet')
    await page.getByRole('button', { name: 'Filter the list' }).click()
    await page.getByRole('radio', { name: 'Unread: 4 articles' }).click()
    await page.getByRole('checkbox', { name: /^china/ }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByText('4 of 5 articles')).toBeShown()
    await searchField(page).fill('multipolar')
    await expect(resultList(page)).toBeShown()
    await page.getByRole('button', { name: 'Save this search' }).click()
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('Poles')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Saved searches' })).toBeShown()
    await searchField(page).fill('')

    await highlightWords(page, 1, 'boundless partnership', 'n')
    await writeNote(page, 'boundless partnership', 'Declared before the war.')
    await expect(savedLine(page)).toBeShown()
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.title = document.querySelector('.print-sheet')?.textContent ?? 'nothing'
      })
    })
    const paper = await page.pdf({ format: 'A4' })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    const printed = await page.title()
    expect(printed).toContain(titles.explainer)
    expect(printed).toContain('“boundless partnership1”')
    expect(printed).toContain('¶ 2“boundless partnership”Declared before the war.')
    expect(await page.locator('.print-sheet').count()).toBe(0)
    await first.stop()

    const again = await launch({ dataFolder })
    await expect(again.page.getByText('4 of 5 articles')).toBeShown()
    const listed = openButtons(libraryList(again.page))
    await expect.poll(async () => (await listed.allInnerTexts())[0], patience).toBe(titles.wireReport)
    await again.page.getByRole('button', { name: 'Poles', exact: true }).click()
    await expect(resultList(again.page)).toBeShown()
    const reading = {
      value: expect.arrayContaining([expect.objectContaining({ articleId: explainerId, read: true })]),
    }
    expect(await again.call('listReading', {})).toMatchObject(reading)
    await again.stop()
  })
})
