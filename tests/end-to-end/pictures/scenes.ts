// What the pictures show: each scene brings a new program to one state. Runs in Node.
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { explainerId } from '../corpus-titles.ts'
import { highlightWords, writeNote } from '../highlight-words.ts'
import { launchLoopback } from '../hosts/launch-loopback.ts'
import {
  articleIn,
  cardOf,
  choice,
  focusPane,
  highlightPopover,
  notebook,
  resultList,
  savedLine,
  searchField,
  selectionToolbar,
} from '../page-parts.ts'
import type { Program } from '../program.ts'
import { clickWords, selectWords } from '../select-words.ts'

/** A state of the page. */
export interface Scene {
  /**
   * Does what leads there, in a wide window. Answers the program whose page shows it, where that is not the given
   * one.
   */
  prepare?: (program: Program) => Promise<Program | void>
  /** Opens what a change of the window's width would close, once it has the width of the picture, in CSS pixels. */
  open?: (page: Page, width: number) => Promise<unknown>
}

/** Widths below which the notebook lies over the panes, two panes have no room, and the library lies over the one. */
const [narrow, twoPanes, small] = [1180, 932, 640]

/** Takes the hints of the first run away. */
export async function dismissHints({ page, call }: Program): Promise<void> {
  await call('changeSettings', { dismissedHints: ['search', 'beside', 'highlight'] })
  await page.getByRole('button', { name: 'Dismiss this hint' }).first().waitFor({ state: 'detached' })
}

/** Two accounts with highlights and notes, and a search whose words are lit in both. */
export async function markTwoAccounts(program: Program): Promise<void> {
  const { page } = program
  await dismissHints(program)
  await highlightWords(page, 2, 'break new ground', '4')
  await highlightWords(page, 2, 'equal and orderly multipolar world', '3')
  await writeNote(page, 'equal and orderly multipolar world', '“Balanced” in the other account.')
  await highlightWords(page, 1, 'became Russia’s most important trading partner', '2')
  await highlightWords(page, 1, 'boundless partnership', '5')
  await writeNote(page, 'boundless partnership', 'Declared before the war; who calls it boundless now?')
  await highlightWords(page, 1, 'ties are heading towards “new horizons” this year', '1')
  await writeNote(
    page,
    'ties are heading towards “new horizons” this year',
    'The wire report has “break new ground”.',
  )
  await searchField(page).fill('multipolar world')
  await resultList(page).waitFor()
  await savedLine(page).waitFor()
  for (const pane of [2, 1]) {
    await focusPane(page, pane)
    await articleIn(page, pane).evaluate((article) => article.parentElement?.scrollTo({ top: 0 }))
  }
  await searchField(page).focus()
}

/** Two accounts of one meeting, marked and noted, with the words of a search lit in both. */
export const reading: Scene = { prepare: markTwoAccounts }

/** Brings the notebook into sight where the window is narrow. */
export const openNotebook = async (page: Page, width: number): Promise<void> => {
  if (width < narrow && !(await notebook(page).isVisible()))
    await page.getByRole('button', { name: 'Notebook', exact: true }).click()
  await notebook(page).waitFor()
}

const selecting: Scene = {
  prepare: markTwoAccounts,
  async open(page, width) {
    // Where two have no room beside each other, the second stands behind its name.
    if (width < twoPanes) {
      const row = page.getByRole('group', { name: 'Open articles' })
      await row.getByRole('button').nth(1).click()
    }
    await selectWords(page, articleIn(page, 2), 'readout of the Chinese Foreign Ministry')
    await selectionToolbar(page).waitFor()
  },
}

const overlap: Scene = {
  async prepare(program) {
    const { page } = program
    await dismissHints(program)
    await highlightWords(page, 1, 'balanced and orderly', '1')
    await highlightWords(page, 1, 'orderly multipolar world', '3')
    await writeNote(page, 'orderly multipolar world', 'Compare ¶ 3 of the wire report.')
    await savedLine(page).waitFor()
  },
  async open(page) {
    await clickWords(page, articleIn(page, 1), 'orderly')
    await highlightPopover(page).waitFor()
  },
}

const settings: Scene = {
  async open(page) {
    await page.getByRole('button', { name: 'Settings' }).click()
    await choice(page, 'Sepia').waitFor()
  },
}

/** Brings the library into sight. Where the window is small it lies over the pane, and only while it is asked for. */
export async function showLibrary(page: Page, width: number): Promise<void> {
  const isThere = await searchField(page).isVisible()
  if (width < small && !isThere) await page.getByRole('button', { name: 'Library', exact: true }).click()
  await searchField(page).waitFor()
}

const searchHelp: Scene = {
  async open(page, width) {
    await showLibrary(page, width)
    await page.getByRole('button', { name: 'What a search can say' }).click()
    await page.getByRole('dialog').waitFor()
  },
}

const noResult: Scene = {
  async prepare({ page }) {
    await searchField(page).fill('xylophone')
    await page.getByText('No article matches').waitFor()
  },
  open: showLibrary,
}

const unreadableQuery: Scene = {
  async prepare({ page }) {
    await searchField(page).fill('treaty')
    await resultList(page).waitFor()
    await searchField(page).fill('treaty "new')
    await page.getByRole('alert').waitFor()
  },
  open: showLibrary,
}

const emptyLibrary: Scene = {
  async prepare({ page }) {
    for (let pane = 0; pane < 2; pane += 1) await page.getByRole('button', { name: 'Close pane 1' }).click()
    await page.getByRole('button', { name: /^Bundled corpus/ }).click()
    await page.getByRole('menuitem').click()
    await page.getByText('The library is empty').waitFor()
  },
  open: showLibrary,
}

const readOnly: Scene = {
  async prepare(program) {
    await markTwoAccounts(program)
    const second = await launchLoopback({ dataFolder: program.dataFolder })
    await second.page.getByRole('note').waitFor()
    return second
  },
}

const storedSchema = z.object({ value: z.array(z.looseObject({ id: z.string() })) })
const anchorSchema = z.object({ contentHash: z.string(), start: z.number(), end: z.number() })

/** The note is changed behind the page's back while its reader types. */
async function collide({ page, call }: Program): Promise<void> {
  const words = 'boundless partnership'
  await highlightWords(page, 1, words, '4')
  await savedLine(page).waitFor()
  const [stored] = storedSchema.parse(await call('listAnnotations', { articleId: explainerId })).value
  const { contentHash, start, end } = anchorSchema.parse(stored?.['anchor'])
  const theirs = { colour: 'purple', note: 'A term of early 2022.' }
  await writeNote(page, words, 'Whose words are these?')
  const change = { id: stored?.id, articleId: explainerId, revision: 1, contentHash, start, end, ...theirs }
  await call('saveAnnotation', change)
  await cardOf(page, words).getByRole('group', { name: 'Two versions of this note' }).waitFor()
}

const conflict: Scene = {
  async prepare(program) {
    await dismissHints(program)
    await collide(program)
  },
  open: openNotebook,
}

const gone: Scene = {
  async prepare(program) {
    const { page } = program
    await dismissHints(program)
    await highlightWords(page, 1, 'boundless partnership', '1')
    await savedLine(page).waitFor()
    await program.kill()
    await writeNote(page, 'boundless partnership', 'Typed after the end.')
    await page.getByRole('button', { name: 'Copy unsaved text' }).waitFor()
    await cardOf(page, 'boundless partnership').getByText('Not saved').waitFor()
  },
  open: openNotebook,
}

/** Every state but {@link reading}, by the name of its picture. */
export const otherScenes: Readonly<Record<string, Scene>> = {
  'first-run': {},
  'reading-with-notebook': { prepare: markTwoAccounts, open: openNotebook },
  'selection-toolbar': selecting,
  overlap,
  settings,
  'search-help': searchHelp,
  'no-result': noResult,
  'unreadable-query': unreadableQuery,
  'empty-library': emptyLibrary,
  'read-only': readOnly,
  conflict,
  'program-gone': gone,
}
