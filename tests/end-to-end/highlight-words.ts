// Makes highlights and notes as a reader does, with mouse and keys.
import type { Page } from 'playwright-core'
import { articleIn, cardOf, noteField, selectionToolbar } from './page-parts.ts'
import { selectWords } from './select-words.ts'

/**
 * Selects words in the article of a pane, counted from 1, and presses a key: 1 to 5 or H for a colour, N for a note
 * in the colour of last time.
 */
export async function highlightWords(page: Page, pane: number, words: string, key: string): Promise<void> {
  await selectWords(page, articleIn(page, pane), words)
  await selectionToolbar(page).waitFor()
  await page.keyboard.press(key)
  await selectionToolbar(page).waitFor({ state: 'detached' })
}

/** Writes a note on highlighted words, from the notebook. Waits for nothing that comes after typing. */
export async function writeNote(page: Page, words: string, note: string): Promise<void> {
  const field = noteField(page, words)
  if (!(await field.isVisible())) await cardOf(page, words).getByRole('button', { name: words }).click()
  await field.fill(note)
}
