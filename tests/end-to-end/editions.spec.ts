// A new edition of an article: highlights follow their words, and one whose words are gone waits for a new place.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { articleFile, copyProgram } from './copy-program.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { articleIn, libraryList, notebook, openButton, savedLine, selectionToolbar } from './page-parts.ts'
import { patience } from './patience.ts'
import { highlightedWords } from './read-painting.ts'
import { selectWords } from './select-words.ts'

const title = 'A letter from the lighthouse'
const fileName = 'a-letter-from-the-lighthouse.md'
const kept = 'the lamp burned until the morning'
const gone = 'forty barrels of oil came by the last boat'

const firstEdition = [
  `All through the storm ${kept}, and no ship was lost that we know of.`,
  `Before the winter ${gone}, which is less than we had asked for.`,
]
const found = 'What was delivered before the ice'
const secondEdition = [
  'The keepers have asked for a correction of the second paragraph of this letter.',
  `All through that storm ${kept}, and no ship was lost as far as we know.`,
  `${found} is now being counted by the harbour office.`,
]

/** The highlighted words, whatever their colours' order. */
const wordsOn = (page: Page) => async (): Promise<Set<string>> => new Set(await highlightedWords(page)())

const editionOf = (paragraphs: readonly string[]): string =>
  articleFile({ title, date: '2026-01-10', language: 'en', paragraphs })

onEachShell('A new edition of an article', ({ launch, newFolder }) => {
  it('has its highlights at their words, and a tray for what lost them', async () => {
    const programFolder = copyProgram(newFolder(), { [fileName]: editionOf(firstEdition) })
    const first = await launch({ programFolder })
    await openButton(libraryList(first.page), title).click()
    await expect(articleIn(first.page, 1).filter({ hasText: kept })).toBeShown()
    await highlightWords(first.page, 1, kept, '2')
    await highlightWords(first.page, 1, gone, 'n')
    await writeNote(first.page, gone, 'Whose figure is that?')
    await expect(savedLine(first.page)).toBeShown()
    await first.stop()

    writeFileSync(join(programFolder, 'corpus', 'articles', fileName), editionOf(secondEdition))
    const { page, stop } = await launch({ programFolder, dataFolder: first.dataFolder })
    await expect.poll(highlightedWords(page), patience).toEqual([kept])
    const tray = notebook(page).getByRole('region', { name: '1 highlight lost its place' })
    await expect(tray.getByText(gone)).toBeShown()
    await expect(tray.getByText('Whose figure is that?')).toBeShown()

    await selectWords(page, articleIn(page, 1), found)
    await selectionToolbar(page)
      .getByRole('button', { name: /^Attach/ })
      .click()
    await expect.poll(wordsOn(page), patience).toEqual(new Set([kept, found]))
    expect(await tray.count()).toBe(0)
    await page.keyboard.press('Control+Z')
    await expect(tray.getByText('Whose figure is that?')).toBeShown()
    await expect.poll(highlightedWords(page), patience).toEqual([kept])
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(wordsOn(page), patience).toEqual(new Set([kept, found]))
    expect(await tray.count()).toBe(0)
    await stop()

    const again = await launch({ programFolder, dataFolder: first.dataFolder })
    await expect.poll(wordsOn(again.page), patience).toEqual(new Set([kept, found]))
    await expect(notebook(again.page).getByText('Whose figure is that?')).toBeShown()
  })
})
