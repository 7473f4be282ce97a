import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import { articleIn, cards, openPage } from '../open-page.tsx'

async function open() {
  const program = createFakeProgram({
    workspace: { panes: [{ articleId: lantern.id }, { articleId: harbour.id }] },
    settings: { theme: 'dark' },
  })
  const { id: articleId, contentHash } = lantern
  const save = (words: string, note: string) =>
    program.otherPage.saveAnnotation({
      id: crypto.randomUUID(),
      revision: 0,
      articleId,
      contentHash,
      ...placeOf(lantern, words),
      colour: 'red',
      note,
    })
  await save('no boat shall pass unseen', 'By day as well?')
  await save('four pages', 'Two in the draft')
  await save('any hour', '')
  const state = await openPage(program)
  await expect.poll(() => cards().length).toBe(3)
  return state
}

/** How many paragraphs on the paper have a number beside them. */
const numbers = () =>
  [...document.querySelectorAll('.print-article [data-number]')].filter(
    (paragraph) => getComputedStyle(paragraph, '::before').content !== 'none',
  ).length

const sheet = () => document.querySelector('.print-sheet')
/** What the browser does around every printing, whoever asked for it. */
function beginPrinting(): void {
  onTestFinished(() => void dispatchEvent(new Event('afterprint')))
  dispatchEvent(new Event('beforeprint'))
}

describe('the sheet that is printed', () => {
  it('is laid out at once: source, retelling note, the text with its numbers, and the notes below', async () => {
    await open()
    expect(sheet()).toBeNull()
    beginPrinting()
    const words = sheet()?.textContent ?? ''
    expect(words).toContain(`${lantern.title}Wire report · North Wire, Coast Press · undated`)
    expect(words).toContain('A retelling for this corpus: not to be cited as its outlet')
    expect(words).toContain('The treaty runs to four pages1. It says that “no boat shall pass unseen2” and')
    const notes = [...document.querySelectorAll('.endnotes li')].map(({ textContent }) => textContent)
    expect(notes).toEqual([
      '¶ 2“four pages”Two in the draft',
      '¶ 2“no boat shall pass unseen”By day as well?',
    ])
    expect(CSS.highlights.get('bookwheel-red')?.size).toBe(6)
    dispatchEvent(new Event('afterprint'))
    await expect.poll(sheet).toBeNull()
    expect(CSS.highlights.get('bookwheel-red')?.size).toBe(3)
  })

  it('numbers its paragraphs where notes name them, also where the page shows no numbers', async () => {
    const state = await open()
    await state.settings.change({ paragraphNumbers: false })
    beginPrinting()
    expect(numbers()).toBeGreaterThan(5)
    dispatchEvent(new Event('afterprint'))
    await expect.poll(sheet).toBeNull()
    state.printing.setWithNotes(false)
    beginPrinting()
    expect(sheet()).not.toBeNull()
    expect(numbers()).toBe(0)
  })

  it('leaves the text of the page as it was', async () => {
    await open()
    const before = articleIn(1).element().innerHTML
    beginPrinting()
    expect(articleIn(1).element().innerHTML).toBe(before)
  })

  it('has no dark ground', async () => {
    await open()
    beginPrinting()
    const paper = sheet() ?? document.body
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(getComputedStyle(paper).colorScheme).toBe('light')
  })

  it('is of the focused article, and of none where none is open', async () => {
    const state = await open()
    state.workspace.focusPane(1)
    beginPrinting()
    expect(sheet()?.querySelector('h1')?.textContent).toBe(harbour.title)
    expect(document.querySelector('.endnotes')).toBeNull()
    dispatchEvent(new Event('afterprint'))
    state.workspace.store.setState({ panes: [], focusedPane: 0 })
    beginPrinting()
    expect(sheet()).toBeNull()
  })
})

describe('Print', () => {
  it('asks whether notes go along, by key and in the menu of a pane', async () => {
    const state = await open()
    const print = vi.spyOn(window, 'print').mockImplementation(() => beginPrinting())
    onTestFinished(() => print.mockRestore())
    await userEvent.keyboard('{Control>}p{/Control}')
    const dialog = page.getByRole('dialog', { name: 'Print this article?' })
    await expect.element(dialog.getByText('3 highlights, underlined; 2 notes as endnotes')).toBeVisible()
    await userEvent.click(dialog.getByRole('checkbox'))
    await userEvent.click(dialog.getByRole('button', { name: 'Print…' }))
    expect(print).toHaveBeenCalledOnce()
    expect(sheet()?.textContent).toContain('runs to four pages. It')
    expect(document.querySelector('.endnotes')).toBeNull()
    dispatchEvent(new Event('afterprint'))

    state.workspace.focusPane(0)
    await userEvent.click(page.getByRole('button', { name: 'More about pane 2' }))
    await userEvent.click(page.getByRole('menuitem', { name: /Print/ }))
    await expect.element(dialog.getByText(harbour.title)).toBeVisible()
    await expect.element(dialog.getByText('There are none yet')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dialog.query()).toBeNull()
    expect(print).toHaveBeenCalledOnce()
  })
})
