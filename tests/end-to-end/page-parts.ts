// The parts of the page, by the roles and names that assistive technology knows them by.
import type { Locator, Page } from 'playwright-core'

/** The field at the top of the library. */
export const searchField = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search library' })

/** The list of all articles; results take its place while a query stands. */
export const libraryList = (page: Page): Locator => page.getByRole('list', { name: 'Library' })

/** What the standing query found, best first. */
export const resultList = (page: Page): Locator => page.getByRole('list', { name: 'Results' })

/** The row of an article in one of those two lists. */
export const rowOf = (list: Locator, title: string): Locator =>
  list.getByRole('listitem').filter({ has: list.page().getByRole('button', { name: title, exact: true }) })

/** The button that opens an article from one of those two lists. */
export const openButton = (list: Locator, title: string): Locator =>
  list.getByRole('button', { name: title, exact: true })

/** The button that opens an article in one more pane. */
export const openBesideButton = (list: Locator, title: string): Locator =>
  rowOf(list, title).getByRole('button', { name: 'Open beside' })

/** The buttons that open the articles of a list, named by their titles. */
export const openButtons = (list: Locator): Locator => list.getByRole('button', { name: /^(?!Open beside$)/ })

/** All open panes, from left to right. */
export const panes = (page: Page): Locator => page.getByRole('region', { name: /^Pane \d$/ })

/** A pane, counted from 1. */
export const paneOf = (page: Page, number: number): Locator =>
  page.getByRole('region', { name: `Pane ${number}`, exact: true })

/** The article in a pane, counted from 1. */
export const articleIn = (page: Page, pane: number): Locator => paneOf(page, pane).getByRole('article')

/** Gives the focus to a pane, counted from 1, with a click that hits no highlight. */
export const focusPane = (page: Page, number: number): Promise<void> =>
  articleIn(page, number).getByRole('heading', { level: 1 }).click()

/** Highlights and notes of the article in the focused pane. */
export const notebook = (page: Page): Locator => page.getByRole('complementary', { name: 'Notebook' })

/** The notebook's cards, in text order. */
export const cards = (page: Page): Locator =>
  notebook(page).getByRole('list', { name: 'Notes' }).getByRole('listitem')

/** The notebook's card of the highlight that quotes exactly these words. */
export const cardOf = (page: Page, quote: string): Locator =>
  cards(page).filter({ has: page.getByRole('button', { name: quote, exact: true }) })

/** The field for the note on exactly these words, in their opened card. */
export const noteField = (page: Page, quote: string): Locator =>
  cardOf(page, quote).getByRole('textbox', { name: 'Note' })

/** What stands beside selected words. */
export const selectionToolbar = (page: Page): Locator =>
  page.getByRole('toolbar', { name: 'Highlight selection' })

/** What a click on highlighted words brings up: one card for each highlight there. */
export const highlightPopover = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^\d highlights? here$/ })

/** The line that says how the reader's work stands. */
export const saveStatus = (page: Page): Locator => page.locator('p').and(page.getByRole('status'))

/** That line when everything that was done on the page is on disk. */
export const savedLine = (page: Page): Locator => saveStatus(page).filter({ hasText: 'Saved on this laptop' })

/** What a mouse presses to choose one of several: the radio button itself is invisible and lies in its label. */
export const choice = (part: Page | Locator, name: string): Locator => {
  const page = 'page' in part ? part.page() : part
  return part.locator('label').filter({ has: page.getByRole('radio', { name, exact: true }) })
}
