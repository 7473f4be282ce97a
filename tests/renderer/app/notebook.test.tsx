import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import type { Article } from '../../../electron/contract/article.ts'
import type { FakeProgram, FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf, winter } from '../made-up-library.ts'
import { articleIn, cards, notebook, openPage } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { findWords } from '../reader-hands.ts'

/** Highlights these words of an article, by a page elsewhere. */
async function note(
  program: FakeProgram,
  article: Article,
  words: string,
  colour: HighlightColour = 'yellow',
  text = '',
): Promise<string> {
  const id = crypto.randomUUID()
  const { id: articleId, contentHash } = article
  const place = placeOf(article, words)
  await program.otherPage.saveAnnotation({
    id,
    articleId,
    contentHash,
    revision: 0,
    ...place,
    colour,
    note: text,
  })
  return id
}

const workspace = { panes: [{ articleId: lantern.id }] }

async function openShelf(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace, ...options })
  await note(program, lantern, 'four pages', 'red')
  await note(program, lantern, 'two harbours', 'yellow', 'Which ones?')
  await note(program, harbour, 'a beginning', 'blue', 'He is colour-blind')
  const lastId = await note(program, winter, 'forty days', 'red')
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state, lastId }
}

const choose = (name: string) => userEvent.click(notebook().getByText(name, { exact: true }))
const field = () => notebook().getByRole('searchbox')
const count = () => notebook().getByRole('status')
const headings = () =>
  notebook()
    .getByRole('heading', { level: 3 })
    .elements()
    .map((heading) => heading.querySelector('.group-words')?.textContent)
const quotes = () =>
  cards()
    .elements()
    .map((card) => card.querySelector('.card-quote')?.textContent)
const everything = ['two harbours', 'four pages', 'a beginning', 'forty days']

describe('the notebook', () => {
  it('begins with the article that is read, and widens to the open ones and to everything', async () => {
    const { state } = await openShelf({
      workspace: { panes: [{ articleId: winter.id }, { articleId: lantern.id }] },
    })
    await expect.poll(quotes).toEqual(['forty days'])
    await choose('Open articles')
    await expect.poll(quotes).toEqual(['two harbours', 'four pages', 'forty days'])
    expect(headings()).toEqual([lantern.title, winter.title])
    state.workspace.open(harbour.id, null)
    await expect.poll(quotes).toEqual(['two harbours', 'four pages', 'a beginning'])
    await choose('Everything')
    await expect.poll(quotes).toEqual(everything)
    await expect.element(count()).toHaveTextContent('4 highlights')
    expect(notebook().getByRole('radio', { name: 'Everything' }).element()).toBeChecked()
  })

  it('finds by words of note or quotation, and says how many', async () => {
    await openShelf()
    await choose('Everything')
    await userEvent.fill(field(), 'harb')
    await expect.poll(quotes).toEqual(['two harbours'])
    await expect.element(count()).toHaveTextContent('1 of 4 highlights')
    await userEvent.fill(field(), 'color')
    await expect.poll(quotes).toEqual(['a beginning'])
    await userEvent.fill(field(), 'nowhere')
    await expect.element(notebook().getByText('Nothing matches')).toBeVisible()
    await userEvent.click(notebook().getByRole('button', { name: 'Clear the filters' }))
    await expect.poll(quotes).toEqual(everything)
    await userEvent.fill(field(), 'harb')
    await expect.poll(quotes).toEqual(['two harbours'])
    await userEvent.keyboard('{Escape}')
    await expect.poll(quotes).toEqual(everything)
  })

  it('finds by colour and by note, and says what each colour holds', async () => {
    await openShelf()
    await choose('Everything')
    const red = notebook().getByRole('button', { name: 'Red, Disagree: 2 highlights' })
    await userEvent.click(red)
    await expect.element(red).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(quotes).toEqual(['four pages', 'forty days'])
    await expect
      .element(notebook().getByRole('button', { name: 'Blue, Question: 1 highlight' }))
      .toBeVisible()
    await userEvent.click(red)
    await userEvent.selectOptions(notebook().getByRole('combobox', { name: 'Notes' }), 'With a note')
    await expect.poll(quotes).toEqual(['two harbours', 'a beginning'])
    await expect
      .element(notebook().getByRole('button', { name: 'Red, Disagree: 0 highlights' }))
      .toBeVisible()
  })

  it('is grouped by article, colour or day', async () => {
    await openShelf()
    await choose('Everything')
    await expect.poll(headings).toEqual([lantern.title, harbour.title, winter.title])
    await userEvent.selectOptions(notebook().getByRole('combobox', { name: 'Grouped' }), 'By colour')
    await expect.poll(headings).toEqual(['Claim', 'Question', 'Disagree'])
    await expect.element(cards().last()).toHaveTextContent(winter.title)
    await userEvent.selectOptions(notebook().getByRole('combobox', { name: 'Grouped' }), 'By day')
    await expect.poll(quotes).toEqual(['forty days', 'a beginning', 'two harbours', 'four pages'])
    expect(headings()).toHaveLength(1)
  })

  it('filters the article that is read as well, once it has highlights enough', async () => {
    const { program } = await openShelf()
    await expect.poll(quotes).toEqual(['two harbours', 'four pages'])
    expect(field().query()).toBeNull()
    await note(program, lantern, 'any hour')
    await note(program, lantern, 'northern tower')
    await userEvent.fill(field(), 'tower')
    await expect.poll(quotes).toEqual(['northern tower'])
    await expect.element(count()).toHaveTextContent('1 of 4 highlights')
  })
})

describe('a card of the wider notebook', () => {
  it('opens its article at the highlight in the focused pane', async () => {
    const { state } = await openShelf()
    await choose('Everything')
    await userEvent.click(notebook().getByRole('button', { name: 'forty days' }))
    await expect.element(articleIn(1)).toHaveAccessibleName(winter.title)
    await expect.poll(() => paintedText('selected')).toEqual(['forty days'])
    expect(state.workspace.store.getState().panes).toMatchObject([
      { articleId: winter.id, currentMatch: null },
    ])
    await expect.poll(quotes).toEqual(everything)
  })

  it('brings the words into view, however far down they stand', async () => {
    const program = createFakeProgram({ workspace: { panes: [{ articleId: winter.id }] } })
    await note(program, lantern, 'So ends the account')
    await openPage(program)
    await choose('Everything')
    await userEvent.click(notebook().getByRole('button', { name: 'So ends the account' }))
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
    await expect
      .poll(() => findWords(articleIn(1).element(), 'So ends the account').getBoundingClientRect().bottom)
      .toBeLessThan(innerHeight)
  })

  it('does the same by keyboard; arrows go from card to card', async () => {
    await openShelf()
    await choose('Everything')
    await expect.poll(quotes).toEqual(everything)
    await userEvent.click(field())
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(notebook().getByRole('button', { name: 'two harbours' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(notebook().getByRole('button', { name: 'a beginning' })).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.element(notebook().getByRole('button', { name: 'forty days' })).toHaveFocus()
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}{Enter}')
    await expect.element(articleIn(1)).toHaveAccessibleName(harbour.title)
  })

  it('takes a note in place, also of an article that is not open', async () => {
    const { program } = await openShelf()
    await choose('Everything')
    await userEvent.click(notebook().getByRole('button', { name: 'He is colour-blind' }))
    await expect.element(notebook().getByRole('textbox', { name: 'Note' })).toHaveFocus()
    await userEvent.keyboard('!{Control>}{Enter}{/Control}')
    await expect
      .poll(() => program.storedAnnotations(harbour.id))
      .toMatchObject([{ note: 'He is colour-blind!' }])
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('stays while a note is written that its filter would not let through', async () => {
    const { program } = await openShelf()
    await choose('Everything')
    await userEvent.selectOptions(notebook().getByRole('combobox', { name: 'Notes' }), 'Without a note')
    await expect.poll(quotes).toEqual(['four pages', 'forty days'])
    await userEvent.click(notebook().getByRole('button', { name: 'forty days' }))
    const noteField = notebook().getByRole('textbox', { name: 'Note' })
    await userEvent.click(noteField)
    await userEvent.keyboard('Long')
    await expect.poll(() => program.storedAnnotations(winter.id)).toMatchObject([{ note: 'Long' }])
    await userEvent.keyboard(' indeed')
    await expect.poll(() => program.storedAnnotations(winter.id)).toMatchObject([{ note: 'Long indeed' }])
    await expect.element(noteField).toHaveFocus()
    await userEvent.click(notebook().getByRole('button', { name: 'four pages' }))
    await expect.poll(quotes).toEqual(['four pages'])
  })

  it.each([
    ['makes a highlight', (program: FakeProgram) => note(program, lantern, 'any hour', 'red')],
    [
      'takes the bundled articles out',
      ({ otherPage }: FakeProgram) => otherPage.removeCollection({ collectionId: 'bundled' }),
    ],
  ])('stays while a note is written, also where another page %s', async (_, act) => {
    const { program } = await openShelf()
    await choose('Everything')
    await userEvent.selectOptions(notebook().getByRole('combobox', { name: 'Notes' }), 'Without a note')
    await userEvent.click(notebook().getByRole('button', { name: 'forty days' }))
    const noteField = notebook().getByRole('textbox', { name: 'Note' })
    await userEvent.click(noteField)
    await userEvent.keyboard('Long')
    await expect.poll(() => program.storedAnnotations(winter.id)).toMatchObject([{ note: 'Long' }])
    await act(program)
    await userEvent.keyboard(' indeed')
    await expect.poll(() => program.storedAnnotations(winter.id)).toMatchObject([{ note: 'Long indeed' }])
    await expect.element(noteField).toHaveFocus()
  })

  it('of an article that was taken out of the library can still be written on', async () => {
    const { program } = await openShelf()
    await choose('Everything')
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await expect.poll(quotes).toHaveLength(4)
    await userEvent.click(notebook().getByRole('button', { name: 'forty days' }))
    await userEvent.click(notebook().getByRole('textbox', { name: 'Note' }))
    await userEvent.keyboard('Still here{Control>}{Enter}{/Control}')
    await expect.poll(() => program.storedAnnotations(winter.id)).toMatchObject([{ note: 'Still here' }])
  })
})

describe('the wider notebook', () => {
  it('follows what other pages do', async () => {
    const { program, lastId } = await openShelf()
    await choose('Everything')
    await expect.poll(quotes).toEqual(everything)
    await note(program, harbour, 'plain words', 'green')
    await expect.poll(quotes).toContain('plain words')
    await program.otherPage.deleteAnnotation({ id: lastId, articleId: winter.id, revision: 1 })
    await expect.poll(quotes).not.toContain('forty days')
    await expect.element(count()).toHaveTextContent('4 highlights')
  })

  it('comes back at the next start as it was left', async () => {
    const { program } = await openShelf()
    await choose('Everything')
    await userEvent.fill(field(), 'harb')
    await userEvent.selectOptions(notebook().getByRole('combobox', { name: 'Notes' }), 'With a note')
    await expect
      .poll(() => program.storedWorkspace()?.notebook)
      .toEqual({ scope: 'all', text: 'harb', colours: [], notes: 'with', tag: null, grouping: 'article' })
    const stored = program.storedWorkspace()
    await openPage(createFakeProgram(stored ? { workspace: stored } : {}))
    await expect.element(notebook().getByRole('radio', { name: 'Everything' }).last()).toBeChecked()
    await expect.element(field().last()).toHaveValue('harb')
  })

  it('says what is wrong where it cannot be read, and reads again', async () => {
    const { program } = await openShelf()
    program.failNext('listNotebook', { code: 'internal', reference: 'a1b2c3d4' })
    await choose('Everything')
    await expect.element(notebook().getByRole('alert')).toHaveTextContent(/a1b2c3d4/)
    await userEvent.click(notebook().getByRole('button', { name: 'Try again' }))
    await expect.poll(quotes).toEqual(everything)
    expect(notebook().getByRole('alert').query()).toBeNull()
  })

  it('says so where it takes over a second', async () => {
    const { program } = await openShelf()
    const held = program.hold('listNotebook')
    await choose('Everything')
    await expect.element(count()).toHaveTextContent('Looking…')
    held.stop()
    await expect.element(count()).toHaveTextContent('4 highlights')
  })

  it('says what to do where there is nothing yet', async () => {
    await openPage(createFakeProgram({ workspace }))
    await choose('Everything')
    await expect.element(notebook().getByText('No highlights yet')).toBeVisible()
    await choose('Open articles')
    await expect.element(notebook().getByText('No highlights in the open articles yet')).toBeVisible()
  })
})

describe('what is shown', () => {
  it('is copied as Markdown, however it is filtered', async () => {
    const written: string[] = []
    const { clipboard } = navigator
    const original = clipboard.writeText.bind(clipboard)
    clipboard.writeText = async (text) => void written.push(text)
    onTestFinished(() => {
      clipboard.writeText = original
    })
    await openShelf()
    await choose('Everything')
    await userEvent.fill(field(), 'harb')
    await expect.poll(quotes).toEqual(['two harbours'])
    await userEvent.click(notebook().getByRole('button', { name: 'Copy or export' }))
    await userEvent.click(page.getByRole('menuitem', { name: 'Copy as Markdown' }))
    await expect.element(page.getByText('1 highlight copied as Markdown')).toBeVisible()
    expect(written).toHaveLength(1)
    expect(written[0]).toMatch(
      /^# Notebook: everything\n\n## The lantern treaty\n\n> two harbours\n\nWhich ones\?\n\nClaim: “The lantern treaty”, Bookwheel corpus, ¶ 1, after .*\n$/,
    )
  })

  it('is saved as a file', async () => {
    const saved: { name: string; text: Promise<string> }[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) })
    })
    onTestFinished(() => void vi.restoreAllMocks())
    await openShelf()
    await expect.poll(quotes).toEqual(['two harbours', 'four pages'])
    await userEvent.click(notebook().getByRole('button', { name: 'Copy or export' }))
    await userEvent.click(page.getByRole('menuitem', { name: 'Export as Markdown' }))
    await expect.element(page.getByText('2 highlights written as Markdown')).toBeVisible()
    expect(saved.map(({ name }) => name)).toEqual(['bookwheel-notebook.md'])
    const text = await saved[0]?.text
    expect(text).toContain('> two harbours')
    expect(text).toContain('> four pages')
    expect(text).not.toContain('forty days')
  })
})
