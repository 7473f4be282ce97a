import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FakeProgram, FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import { cards, notebook, openPage } from '../open-page.tsx'

const workspace = { panes: [{ articleId: lantern.id }] }
const deletionTime = Date.UTC(2026, 10, 3, 12)

/** Makes a highlight and deletes it again, in another page. */
async function throwAway(program: FakeProgram, words: string, note = '', article = lantern): Promise<void> {
  const { id: articleId, contentHash } = article
  const { id, revision } = await program.otherPage.saveAnnotation({
    id: crypto.randomUUID(),
    articleId,
    contentHash,
    revision: 0,
    colour: 'yellow',
    note,
    ...placeOf(article, words),
  })
  await program.otherPage.deleteAnnotation({ id, articleId, revision })
}

async function open(options: FakeProgramOptions = {}) {
  let ticks = deletionTime
  const program = createFakeProgram({ workspace, clock: () => ++ticks, ...options })
  await throwAway(program, 'runs to four', 'Why four?')
  await throwAway(program, 'four pages')
  const state = await openPage(program)
  return { program, state }
}

const focusIs = (name: RegExp): boolean => name.test(document.activeElement?.getAttribute('aria-label') ?? '')

const dialog = () => page.getByRole('dialog', { name: 'Trash' })
const rows = () => dialog().getByRole('list', { name: 'Deleted entries' }).getByRole('listitem')
const row = (quote: string) => rows().filter({ hasText: quote })
const question = () => page.getByRole('alertdialog')
const status = (text: string) => page.getByRole('status').filter({ hasText: text })

async function openTrash(): Promise<void> {
  await userEvent.click(notebook().getByRole('button', { name: 'Trash' }))
  await expect.element(dialog()).toBeVisible()
}

describe('the trash', () => {
  it('lists what was deleted, the last first, with its article, its note and its dates', async () => {
    await open()
    await openTrash()
    await expect.poll(() => rows().length).toBe(2)
    await expect.element(rows().nth(0)).toHaveTextContent('four pages')
    const first = rows().nth(1)
    await expect.element(first).toHaveTextContent(lantern.title)
    await expect.element(first).toHaveTextContent('runs to four')
    await expect.element(first).toHaveTextContent('Why four?')
    await expect.element(first).toHaveTextContent('Deleted 3 November 2026')
    await expect.element(first).toHaveTextContent('goes for good after 3 December 2026')
  })

  it('opens from the settings too, and Esc closes it', async () => {
    await open()
    await userEvent.click(page.getByRole('button', { name: 'Settings' }))
    await userEvent.click(
      page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Trash' }),
    )
    await expect.poll(() => rows().length).toBe(2)
    // The settings, which close, give the focus back to their button first.
    await expect.poll(() => dialog().element().contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dialog().length).toBe(0)
  })

  it('says what it is for while it is empty', async () => {
    await openPage(createFakeProgram({ workspace }))
    await openTrash()
    await expect.element(dialog().getByText('The trash is empty')).toBeVisible()
  })

  it('shows what another page deletes or brings back while it is open', async () => {
    const { program } = await open()
    await openTrash()
    await throwAway(program, 'at any hour')
    await expect.poll(() => rows().length).toBe(3)
    const [stored] = program.storedAnnotations(lantern.id)
    if (!stored) throw new Error('nothing stored')
    const { id, articleId, revision } = stored
    await program.otherPage.restoreAnnotation({ id, articleId, revision })
    await expect.poll(() => rows().length).toBe(2)
  })

  it('says why it could not be read, and reads again', async () => {
    const { program } = await open()
    program.failNext('listTrash', { code: 'internal', reference: 'a1b2c3d4' })
    await openTrash()
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('a1b2c3d4')
    await userEvent.click(dialog().getByRole('button', { name: 'Try again' }))
    await expect.poll(() => rows().length).toBe(2)
  })
})

describe('bringing back', () => {
  it('puts a highlight into the notebook again, and Undo takes it away', async () => {
    const { program } = await open()
    await openTrash()
    await userEvent.click(row('runs to four').getByRole('button', { name: 'Restore “runs to four”' }))
    await expect.poll(() => rows().length).toBe(1)
    await expect.element(status('Entry restored')).toBeVisible()
    expect(document.querySelector('.notebook')).toHaveTextContent('Why four?')
    await userEvent.click(page.getByRole('button', { name: 'Undo' }))
    await expect.poll(() => rows().length).toBe(2)
    expect(program.storedAnnotations(lantern.id).every(({ deletedAt }) => deletedAt !== null)).toBe(true)
  })

  it('is taken back by the key for undo as well', async () => {
    await open()
    await openTrash()
    await userEvent.click(row('runs to four').getByRole('button', { name: /^Restore/ }))
    await expect.poll(() => rows().length).toBe(1)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => cards().length).toBe(1)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => cards().length).toBe(0)
  })

  it('takes all that are chosen', async () => {
    const { program } = await open()
    await throwAway(program, 'at any hour')
    await openTrash()
    await expect.poll(() => rows().length).toBe(3)
    await userEvent.click(row('runs to four').getByRole('checkbox'))
    await userEvent.click(row('at any hour').getByRole('checkbox'))
    await expect.element(dialog().getByText('2 chosen')).toBeVisible()
    await userEvent.click(dialog().getByRole('button', { name: 'Restore', exact: true }))
    await expect.poll(() => rows().length).toBe(1)
    await expect.element(status('2 entries restored')).toBeVisible()
  })

  it('leaves what could not be brought back, and says so', async () => {
    const { program } = await open()
    await openTrash()
    program.failNext('restoreAnnotation', { code: 'disk-full', store: 'annotations/lantern' })
    await userEvent.click(row('runs to four').getByRole('button', { name: /^Restore/ }))
    await expect.element(status('An entry could not be brought back')).toBeVisible()
    await expect.poll(() => rows().length).toBe(2)
  })

  it('works for a collection, with the number of its notes', async () => {
    const { program } = await open()
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await openTrash()
    const taken = dialog().getByRole('list', { name: 'Taken out of the library' })
    await expect.element(taken).toHaveTextContent('3 articles, no entries on them')
    await userEvent.click(taken.getByRole('button', { name: 'Restore the bundled articles' }))
    await expect.poll(() => taken.length).toBe(0)
    expect((await program.otherPage.listLibrary({})).collections[0]?.removed).toBe(false)
  })
})

describe('deleting for good', () => {
  it('asks first, and Enter keeps', async () => {
    const { program } = await open()
    await openTrash()
    await userEvent.click(row('runs to four').getByRole('button', { name: /for good$/ }))
    await expect.element(question()).toHaveTextContent('Delete this entry for good?')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => question().length).toBe(0)
    expect(program.inputsOf('deleteForGood')).toEqual([])
    await expect.element(dialog()).toBeVisible()
  })

  it('removes what was asked about and nothing else', async () => {
    const { program } = await open()
    await openTrash()
    await userEvent.click(row('runs to four').getByRole('button', { name: /for good$/ }))
    await userEvent.click(question().getByRole('button', { name: 'Delete for good' }))
    await expect.poll(() => rows().length).toBe(1)
    await expect.element(status('Entry deleted for good')).toBeVisible()
    expect(program.storedAnnotations(lantern.id).map(({ anchor }) => anchor?.exact)).toEqual(['four pages'])
  })

  it('empties the trash', async () => {
    const { program } = await open()
    await throwAway(program, 'harbour', '', harbour)
    await openTrash()
    await expect.poll(() => rows().length).toBe(3)
    await userEvent.click(dialog().getByRole('button', { name: 'Empty the trash' }))
    await expect.element(question()).toHaveTextContent('Delete 3 entries for good?')
    await userEvent.click(question().getByRole('button', { name: 'Delete for good' }))
    await expect.element(dialog().getByText('The trash is empty')).toBeVisible()
    expect(program.storedAnnotations(lantern.id)).toEqual([])
  })

  it('leaves everything where the program cannot write, and says why', async () => {
    const { program } = await open()
    await openTrash()
    program.failNext('deleteForGood', { code: 'disk-full', store: 'annotations/lantern' })
    await userEvent.click(dialog().getByRole('button', { name: 'Empty the trash' }))
    await userEvent.click(question().getByRole('button', { name: 'Delete for good' }))
    await expect.element(status('The disk is full')).toBeVisible()
    await expect.poll(() => rows().length).toBe(2)
  })
})

describe('with the keyboard alone', () => {
  it('one can choose, restore and leave, and is back at the button', async () => {
    const { program } = await open()
    const button = notebook().getByRole('button', { name: 'Trash' })
    await expect.element(button).toBeVisible()
    button.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => rows().length).toBe(2)
    for (let presses = 0; presses < 12 && !focusIs(/^Choose “runs to four”/); presses += 1)
      await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect.element(dialog().getByText('1 chosen')).toBeVisible()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => rows().length).toBe(1)
    expect(program.inputsOf('restoreAnnotation')).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dialog().length).toBe(0)
    await expect.poll(() => document.activeElement).toBe(button.element())
  })
})
