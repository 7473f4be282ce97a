import axe from 'axe-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PageState } from '../../renderer/state/page-state.ts'
import type { FakeProgram, FakeProgramOptions } from './fake-program.ts'
import { createFakeProgram } from './fake-program.ts'
import { harbour, lantern, placeOf, winter } from './made-up-library.ts'
import { articleIn, cards, openPage } from './open-page.tsx'
import { selectWords } from './reader-hands.ts'

const themes = ['light', 'sepia', 'dark'] as const
const workspace = { panes: [{ articleId: lantern.id }, { articleId: winter.id }] }

async function highlightIn(program: FakeProgram, words: string, colour: 'yellow' | 'red'): Promise<void> {
  const { id: articleId, contentHash } = lantern
  const place = { articleId, contentHash, ...placeOf(lantern, words) }
  await program.otherPage.saveAnnotation({
    id: crypto.randomUUID(),
    revision: 0,
    ...place,
    colour,
    note: 'A note',
  })
}

async function throwAwayAll({ otherPage }: FakeProgram): Promise<void> {
  for (const { id, articleId, revision } of await otherPage.listAnnotations({ articleId: lantern.id })) {
    await otherPage.deleteAnnotation({ id, articleId, revision })
  }
}

async function open(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace, ...options })
  if (!options.readOnly) {
    await highlightIn(program, 'runs to four', 'yellow')
    await highlightIn(program, 'four pages', 'red')
  }
  return { program, state: await openPage(program) }
}

/** What lies over the page and hides all else from assistive technology, or the page itself. */
function inFront(): Element | Document {
  return document.querySelector('[role=alertdialog], [role=dialog], [role=menu]') ?? document
}

/** What axe finds, one line a fault: the rule and the elements. */
async function findFaults(options: axe.RunOptions): Promise<string[]> {
  // What is still appearing has not got its colours yet.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(inFront(), { resultTypes: ['violations'], preload: false, ...options })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** All rules in one theme, contrast in the others: nothing else depends on the theme. */
async function expectNoFaults(state: PageState): Promise<void> {
  const faults: Record<string, string[]> = {}
  for (const theme of themes) {
    await state.settings.change({ theme })
    await expect.poll(() => document.documentElement.dataset['theme']).toBe(theme)
    faults[theme] = await findFaults(theme === 'light' ? {} : { runOnly: ['color-contrast'] })
  }
  expect(faults).toEqual({ light: [], sepia: [], dark: [] })
}

// What the first run, a search, a selection, a click and the settings bring up is looked at in the whole program.
describe('axe finds nothing, in light, sepia and dark,', () => {
  it('on the page with two articles and a notebook', async () => {
    const { state } = await open()
    await expect.poll(() => cards().length).toBe(2)
    await userEvent.click(cards().first().getByRole('button').first())
    await expect.element(cards().first().getByRole('textbox')).toBeVisible()
    await expectNoFaults(state)
  })

  it.each(['By article', 'By colour', 'By day'])('with the notebook of everything, %s', async (grouping) => {
    const { state } = await open()
    state.workspace.changeNotebook({ scope: 'all', colours: ['yellow'] })
    await expect.poll(() => cards().length).toBe(1)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Grouped' }), grouping)
    await userEvent.click(cards().first().getByRole('button').first())
    await expect.element(cards().first().getByRole('textbox')).toBeVisible()
    await expectNoFaults(state)
  })

  it('with a notebook in which nothing matches, or that could not be read', async () => {
    const { program, state } = await open()
    state.workspace.changeNotebook({ scope: 'all', text: 'nowhere' })
    await expect.element(page.getByText('Nothing matches')).toBeVisible()
    await expectNoFaults(state)
    program.failNext('listNotebook', { code: 'internal', reference: 'a1b2c3d4' })
    state.workspace.changeNotebook({ text: 'lost' })
    await expect.element(page.getByText(/a1b2c3d4/)).toBeVisible()
    await expectNoFaults(state)
  })

  it('with the ways to take the notebook along', async () => {
    const { state } = await open()
    await expect.poll(() => cards().length).toBe(2)
    await userEvent.click(page.getByRole('button', { name: 'Copy or export' }))
    await expect.element(page.getByRole('menu')).toBeVisible()
    await expectNoFaults(state)
  })

  it('with the trash, and the question before anything goes for good', async () => {
    const { program, state } = await open()
    await throwAwayAll(program)
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await state.trash.show()
    const dialog = page.getByRole('dialog', { name: 'Trash' })
    await userEvent.click(dialog.getByRole('checkbox').nth(1))
    await expect.element(dialog.getByText('1 chosen')).toBeVisible()
    await expectNoFaults(state)
    await userEvent.click(dialog.getByRole('button', { name: 'Delete for good', exact: true }))
    await expect.element(page.getByRole('alertdialog')).toBeVisible()
    await expectNoFaults(state)
  })

  it('with an empty trash', async () => {
    const { state } = await open()
    await state.trash.show()
    await expect.element(page.getByText('The trash is empty')).toBeVisible()
    await expectNoFaults(state)
  })

  it('with each step of restoring a backup', async () => {
    const { program, state } = await open()
    const dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
    const { bytes } = await program.otherPage.createBackup({ task: crypto.randomUUID() })
    const backup = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
    state.backup.beginRestore()
    await expect.element(dialog).toBeVisible()
    await expectNoFaults(state)
    await state.backup.read(new File(['Dear reader'], 'letter.bookwheel'))
    await expect.element(dialog.getByRole('alert')).toBeVisible()
    await expectNoFaults(state)
    const held = program.hold('inspectBackup')
    const reading = state.backup.read(new File([backup], 'ours.bookwheel'))
    await expect.element(dialog.getByRole('progressbar')).toBeVisible()
    await expectNoFaults(state)
    held.stop()
    await reading
    await expect.element(dialog.getByRole('checkbox')).toBeVisible()
    await expectNoFaults(state)
    await userEvent.click(dialog.getByRole('checkbox'))
    await userEvent.click(dialog.getByRole('button', { name: 'Restore', exact: true }))
    await expect.element(dialog.getByRole('status')).toBeVisible()
    await expectNoFaults(state)
  })

  it('with banners, problems and a toast', async () => {
    const { program, state } = await open({
      readOnly: { kind: 'not-writable' },
      notices: [{ kind: 'store-unreadable', store: 'settings', path: '/data/settings.json' }],
      problems: [{ file: 'north.md', field: 'title', reason: 'it is missing' }],
    })
    await userEvent.click(page.getByText('1 problem: a file was left out'))
    await selectWords(articleIn(1), 'at any hour')
    await userEvent.keyboard('h')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    program.goAway()
    await expect.element(page.getByRole('alert')).toBeVisible()
    state.workspace.openBeside(harbour.id, null, 2)
    await expectNoFaults(state)
  })

  it('with two versions of a note', async () => {
    const { program, state } = await open()
    await expect.poll(() => cards().length).toBe(2)
    const [entry] = state.annotations.store.getState().byArticle[lantern.id] ?? []
    if (!entry) throw new Error('no highlight')
    state.annotations.writeNote(entry.id, 'Mine')
    const { id, articleId, contentHash, start, end, colour, revision } = entry
    const draft = { id, articleId, contentHash, start, end, colour, revision }
    await program.otherPage.saveAnnotation({ ...draft, note: 'Theirs' })
    await expect.element(page.getByRole('group', { name: 'Two versions of this note' })).toBeVisible()
    await expectNoFaults(state)
  })

  it('in a narrow window, the notebook over the articles', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(900, 800)
    const { state } = await open()
    await userEvent.click(page.getByRole('button', { name: 'Notebook', exact: true }))
    await expect.poll(() => cards().length).toBe(2)
    await expectNoFaults(state)
  })

  it('with an article that cannot be shown', async () => {
    const { state } = await open({ workspace: { panes: [{ articleId: 'lost' }] } })
    await expect.element(page.getByText('This article cannot be shown')).toBeVisible()
    await expectNoFaults(state)
  })
})
