// How the notebook tells highlights, notes on articles and memos apart.
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { noArticleId } from '../../../electron/contract/limits.ts'
import type { FakeProgram } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import { articleIn, cards, notebook, openPage } from '../open-page.tsx'

/** The lantern treaty is open, with two highlights on it and one on another article. */
async function openShelf() {
  const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] } })
  for (const [article, words] of [
    [lantern, 'two harbours'],
    [lantern, 'four pages'],
    [harbour, 'a beginning'],
  ] as const) {
    await program.otherPage.saveAnnotation({
      id: crypto.randomUUID(),
      articleId: article.id,
      contentHash: article.contentHash,
      revision: 0,
      ...placeOf(article, words),
      colour: 'yellow',
      note: '',
    })
  }
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state }
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
const everything = ['two harbours', 'four pages', 'a beginning']

/** A memo, or a note on an article as a whole, by a page elsewhere. */
async function write(program: FakeProgram, articleId: string, note: string): Promise<void> {
  const onNoWords = { contentHash: null, start: 0, end: 0, colour: null, revision: 0 }
  await program.otherPage.saveAnnotation({ ...onNoWords, id: crypto.randomUUID(), articleId, note })
}

describe('the count', () => {
  it('names each kind, here and in the wider scopes', async () => {
    const { program } = await openShelf()
    await write(program, lantern.id, 'On the whole')
    await expect.element(count()).toHaveTextContent(/^2 highlights, 1 note on an article$/)
    await write(program, noArticleId, 'Read all again')
    await write(program, noArticleId, 'Ask the library')
    await choose('Everything')
    await expect.element(count()).toHaveTextContent(/^3 highlights, 1 note on an article, 2 memos$/)
    await userEvent.fill(field(), 'again')
    await expect.element(count()).toHaveTextContent('1 of 6 notes and highlights')
  })

  it('says what was copied, kind by kind', async () => {
    const { program } = await openShelf()
    await write(program, lantern.id, 'On the whole')
    await expect.element(count()).toHaveTextContent('2 highlights, 1 note on an article')
    await userEvent.click(notebook().getByRole('button', { name: 'Copy or export' }))
    await userEvent.click(page.getByRole('menuitem', { name: 'Copy as Markdown' }))
    const told = page.getByText('2 highlights, 1 note on an article copied as Markdown')
    await expect.element(told).toBeVisible()
  })
})

describe('a memo', () => {
  it('stands once while it is written, and in the list afterwards', async () => {
    const { program, state } = await openShelf()
    await choose('Everything')
    await expect.poll(quotes).toEqual(everything)
    state.selection.stop()
    await userEvent.click(notebook().getByRole('button', { name: 'Write a memo' }))
    await userEvent.keyboard('Read all again')
    await expect.poll(() => program.storedAnnotations(noArticleId).at(-1)?.note).toBe('Read all again')
    await expect.element(count()).toHaveTextContent('3 highlights, 1 memo')
    expect(notebook().getByText('Read all again').length).toBe(1)
    expect(headings()).not.toContain('Memos')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(quotes).toEqual(['Memo', ...everything])
    expect(notebook().getByText('Read all again').length).toBe(1)
    expect(headings()).toContain('Memos')
  })

  it('that is deleted is called one', async () => {
    const { program } = await openShelf()
    await write(program, noArticleId, 'Read all again')
    await choose('Everything')
    await expect.poll(quotes).toEqual(['Memo', ...everything])
    await userEvent.click(cards().first().getByRole('button', { name: 'Memo' }))
    await userEvent.click(cards().first().getByRole('button', { name: 'Delete note' }))
    await expect.element(page.getByText('Memo deleted')).toBeVisible()
  })
})
