// What the pictures show of the ways through the page: commands, keys, desks, the find bar, the wider notebook. Runs in Node.
import type { Page } from 'playwright-core'
import { choice, focusPane, notebook } from '../page-parts.ts'
import type { Program } from '../program.ts'
import { settingsAt } from './dialog-scenes.ts'
import type { Scene } from './scenes.ts'
import { dismissHints, markTwoAccounts, openNotebook } from './scenes.ts'

const openDialog = (keys: string, name: string): Scene => ({
  prepare: dismissHints,
  async open(page) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog', { name }).waitFor()
  },
})

const paletteWithWords: Scene = {
  prepare: dismissHints,
  async open(page) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('highl')
  },
}

async function saveDesks({ page }: Program): Promise<void> {
  for (const name of ['Beijing, early February', 'What the commentators made of it']) {
    await page.keyboard.press('Alt+Shift+D')
    await page.getByRole('textbox', { name: 'Name for what stands open' }).fill(name)
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Desks' }).getByText(name).waitFor()
    await page.keyboard.press('Escape')
  }
}

const desks: Scene = {
  async prepare(program) {
    await dismissHints(program)
    await saveDesks(program)
  },
  async open(page) {
    await page.keyboard.press('Alt+Shift+D')
    await page.getByRole('dialog', { name: 'Desks' }).waitFor()
  },
}

/** Two accounts, a note on one of them as a whole, a memo and tags. */
async function writeAllKinds(program: Program): Promise<void> {
  const { page } = program
  await markTwoAccounts(program)
  await focusPane(page, 1)
  await page.keyboard.press('Shift+N')
  await page.keyboard.type('The explainer follows the *readout* closely; the wire report does not.')
  await page.keyboard.press('Control+Enter')
  await choice(notebook(page), 'Everything').click()
  await page.keyboard.press('Shift+M')
  await page.keyboard.type('Who uses “balanced”, and who “equal”?')
  await page.keyboard.press('Control+Enter')
  await notebook(page).getByRole('heading', { name: 'Memos' }).waitFor()
}

const everything: Scene = { prepare: writeAllKinds, open: openNotebook }

const choosing: Scene = {
  prepare: writeAllKinds,
  async open(page, width) {
    await openNotebook(page, width)
    await notebook(page).getByRole('button', { name: 'Choose several' }).click()
    await notebook(page).getByRole('checkbox').first().click()
    await notebook(page).getByRole('checkbox').nth(2).click()
  },
}

const findBar: Scene = {
  prepare: dismissHints,
  async open(page) {
    await focusPane(page, 1)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('china')
    await page.getByText(/^\d+ of \d+$/).waitFor()
  },
}

const contents: Scene = {
  prepare: dismissHints,
  async open(page: Page) {
    await page.getByRole('button', { name: 'Contents' }).first().click()
    await page.getByRole('menu', { name: 'Contents' }).waitFor()
  },
}

/** Every state of commands, desks and the wider notebook, by the name of its picture. */
export const deskScenes: Readonly<Record<string, Scene>> = {
  palette: openDialog('Control+k', 'All commands'),
  'palette-with-words': paletteWithWords,
  keys: openDialog('?', 'All keys'),
  desks,
  'notebook-everything': everything,
  'notebook-choosing': choosing,
  'find-bar': findBar,
  contents,
  'settings-colours': settingsAt('Colours of highlights'),
  'settings-keys': settingsAt('Keys'),
}
