// What the pictures show beside reading: dialogs, filters, and what goes wrong. Runs in Node.
import type { Page } from 'playwright-core'
import { explainerId } from '../corpus-titles.ts'
import { highlightWords, writeNote } from '../highlight-words.ts'
import { cardOf, libraryList, savedLine, searchField } from '../page-parts.ts'
import type { Program } from '../program.ts'
import type { Scene } from './scenes.ts'
import { dismissHints, markTwoAccounts, showLibrary } from './scenes.ts'

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

async function chooseFilters({ call, page }: Program): Promise<void> {
  await call('markRead', { articleId: explainerId, read: true })
  await press(page, 'Filter the list')
  await page.getByRole('checkbox', { name: /^Opinion/ }).click()
  await page.getByRole('checkbox', { name: /^Explainer/ }).click()
  await page.getByRole('checkbox', { name: /^china/ }).click()
  await page.keyboard.press('Escape')
  await page.getByText('2 of 5 articles').waitFor()
}

async function saveSearches(program: Program): Promise<void> {
  const { call, page } = program
  await dismissHints(program)
  await chooseFilters(program)
  const filter = { kinds: [], outlets: [], tags: ['taiwan'], languages: [] }
  const searches = [
    ['7f000000-0000-4000-8000-000000000001', 'Taiwan, without the wire', 'taiwan -source:reuters'],
    ['7f000000-0000-4000-8000-000000000002', 'Multipolar world', '"multipolar world"'],
    [
      '7f000000-0000-4000-8000-000000000003',
      'What the commentators of 2026 made of the meeting in Beijing',
      'meeting',
    ],
  ]
  for (const [id, name, query] of searches) await call('saveSearch', { id, name, query, filter })
  await page.getByRole('list', { name: 'Saved searches' }).getByRole('listitem').nth(2).waitFor()
}

/** The settings, at a section. */
export const settingsAt = (section: string): Scene => ({
  async open(page) {
    await press(page, 'Settings')
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    await dialog.getByRole('button', { name: section, exact: true }).click()
  },
})

const filter: Scene = {
  async prepare(program) {
    await dismissHints(program)
    await chooseFilters(program)
  },
  async open(page, width) {
    await showLibrary(page, width)
    await press(page, 'Filter the list')
    await page.getByRole('dialog', { name: 'Filter' }).waitFor()
  },
}

const saveSearch: Scene = {
  async prepare(program) {
    await dismissHints(program)
    await searchField(program.page).fill('multipolar world')
  },
  async open(page, width) {
    await showLibrary(page, width)
    await press(page, 'Save this search')
    await page.getByRole('textbox', { name: 'Name of the search' }).waitFor()
  },
}

const nothingLeft: Scene = {
  async prepare(program) {
    const { call, page } = program
    await dismissHints(program)
    for (const [at, articleId] of ['break-new-ground', 'metaphor-of-spring', 'more-than-allied'].entries()) {
      await call('markRead', { articleId, read: at < 3 })
    }
    await press(page, 'Filter the list')
    await page.getByRole('radio', { name: /^Read:/ }).click()
    await page.getByRole('radio', { name: /^With highlights/ }).click()
    await page.keyboard.press('Escape')
    await page.getByText('No article is left').waitFor()
  },
  open: showLibrary,
}

const outsideFilter: Scene = {
  async prepare(program) {
    await dismissHints(program)
    await chooseFilters(program)
    await searchField(program.page).fill('reuters')
    await program.page.getByText('Nothing within the filter').waitFor()
  },
  open: showLibrary,
}

const trash: Scene = {
  async prepare(program) {
    const { page } = program
    await markTwoAccounts(program)
    const { value } = await readNotes(program)
    for (const { id, revision } of value.slice(0, 2)) {
      await program.call('deleteAnnotation', { id, articleId: explainerId, revision })
    }
    await page.bringToFront()
  },
  async open(page) {
    await press(page, 'Settings')
    await page.getByRole('dialog').getByRole('button', { name: 'Trash', exact: true }).click()
    await page.getByRole('list', { name: 'Deleted entries' }).waitFor()
  },
}

const restore: Scene = {
  async open(page) {
    await press(page, 'Settings')
    await press(page, 'Restore from a backup…')
    await page.getByRole('dialog', { name: 'Restore from a backup' }).waitFor()
  },
}

const print: Scene = {
  prepare: markTwoAccounts,
  async open(page) {
    await page.keyboard.press('Control+p')
    await page.getByRole('dialog', { name: 'Print this article?' }).waitFor()
  },
}

/** The program's own answer on a full disk, which a picture need not fill one for. */
async function answerDiskFull(page: Page): Promise<void> {
  const error = { code: 'disk-full', store: `annotations/${explainerId}` }
  await page.route(/\/saveAnnotation$/, (route) => route.fulfill({ json: { ok: false, error } }))
}

const fullDisk: Scene = {
  async prepare(program) {
    const { page } = program
    await dismissHints(program)
    await highlightWords(page, 1, 'new horizons', '1')
    await savedLine(page).waitFor()
    await answerDiskFull(page)
    await highlightWords(page, 1, 'boundless partnership', '4')
    await writeNote(page, 'boundless partnership', 'Typed on a full disk.')
    await cardOf(page, 'boundless partnership').getByText('Not saved').waitFor()
    await page.getByRole('alert').first().waitFor()
  },
}

interface StoredNotes {
  value: { id: string; revision: number }[]
}

/** The notes of the explainer as the program keeps them. */
async function readNotes({ call }: Program): Promise<StoredNotes> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a wrong shape ends the picture, and is seen
  return (await call('listAnnotations', { articleId: explainerId })) as StoredNotes
}

/** Every state of dialogs, lists and trouble, by the name of its picture. */
export const dialogScenes: Readonly<Record<string, Scene>> = {
  'settings-text': settingsAt('Text of articles'),
  'settings-data': settingsAt('Your data'),
  'library-filter': filter,
  'library-saved-searches': {
    prepare: saveSearches,
    async open(page, width) {
      await showLibrary(page, width)
      await libraryList(page).waitFor()
    },
  },
  'save-search': saveSearch,
  'filter-leaves-nothing': nothingLeft,
  'results-outside-filter': outsideFilter,
  trash,
  restore,
  print,
  'full-disk': fullDisk,
}
