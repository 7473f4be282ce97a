import { describe, expect, it, onTestFinished } from 'vitest'
import type { Locator } from 'vitest/browser'
import { page, userEvent } from 'vitest/browser'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, winter } from '../made-up-library.ts'
import { articleIn, notebook, openPage, pane } from '../open-page.tsx'

async function open(articleIds: string[], options: FakeProgramOptions = {}) {
  const panes = articleIds.map((articleId) => ({ articleId }))
  const program = createFakeProgram({ workspace: { panes }, ...options })
  return { program, state: await openPage(program) }
}

const rowButton = (title: string) =>
  page.getByRole('list', { name: 'Library' }).getByRole('button', { name: title, exact: true })
const openBeside = (row: number) => page.getByRole('button', { name: 'Open beside' }).nth(row)
const close = (number: number) => page.getByRole('button', { name: `Close pane ${number}` })

const width = (part: Locator): number => part.element().getBoundingClientRect().width
const widthOf = (number: number): number => width(pane(number))

describe('the panes', () => {
  it('are regions by number, each with an article named by its title', async () => {
    await open([lantern.id, harbour.id])
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
    await expect.element(articleIn(2)).toHaveAccessibleName(harbour.title)
    expect(page.getByRole('region', { name: /^Pane/ }).length).toBe(2)
  })

  it('say of a retelling, and of nothing else, that it must not be cited as its outlet', async () => {
    await open([lantern.id, winter.id])
    const warning = 'A retelling for this corpus: not to be cited as its outlet'
    await expect.element(pane(1).getByText(warning)).toBeVisible()
    await expect.element(articleIn(1)).toHaveAccessibleDescription(warning)
    await expect.element(articleIn(2)).toBeVisible()
    expect(pane(2).getByText(warning).query()).toBeNull()
  })

  it('show every block as what it is', async () => {
    await open([lantern.id])
    await expect.element(articleIn(1).getByRole('heading', { level: 1 })).toHaveTextContent(lantern.title)
    expect(
      articleIn(1)
        .getByRole('heading', { level: 2 })
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(['What was signed', 'What was left out'])
    await expect.element(articleIn(1).getByRole('heading', { level: 3 })).toHaveTextContent('In figures')
    await expect.element(articleIn(1).getByRole('blockquote')).toHaveTextContent(/^We do not count/)
    expect(articleIn(1).getByRole('row').length).toBe(3)
    expect(articleIn(1).element().querySelectorAll('th').length).toBe(3)
    expect(articleIn(1).getByRole('list').length).toBe(2)
    expect(articleIn(1).getByRole('listitem').length).toBe(4)
    await expect.element(articleIn(1).getByRole('emphasis').first()).toBeVisible()
    await expect.element(articleIn(1)).toHaveAttribute('lang', 'en')
  })

  it('keep the date of a source that has too little room', async () => {
    await open([lantern.id])
    const [words, date] = pane(1).getByTitle(/ · /).first().getByText(/ · /).elements()
    const line = date?.parentElement
    if (!words || !date || !line) throw new Error('the head has no source')
    line.style.maxWidth = '110px'
    expect(words.scrollWidth).toBeGreaterThan(words.clientWidth)
    expect(words.clientWidth).toBeGreaterThan(0)
    expect(date.scrollWidth).toBe(Math.round(date.getBoundingClientRect().width))
    expect(date.getBoundingClientRect().right).toBeLessThanOrEqual(line.getBoundingClientRect().right)
  })

  it('take an article from the library into the focused pane', async () => {
    await open([lantern.id, harbour.id])
    await userEvent.click(articleIn(2))
    await userEvent.click(rowButton(winter.title))
    await expect.element(articleIn(2)).toHaveAccessibleName(winter.title)
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('go to the pane of an article that stands open already', async () => {
    const { state } = await open([lantern.id, harbour.id])
    await userEvent.click(rowButton(harbour.title))
    expect(state.workspace.store.getState().focusedPane).toBe(1)
    expect(page.getByRole('region', { name: /^Pane/ }).length).toBe(2)
    await expect.element(notebook()).toHaveTextContent(harbour.title)
  })

  it('make room for an article opened beside, and are never off the page meanwhile', async () => {
    await open([lantern.id])
    await expect.element(articleIn(1)).toBeVisible()
    const first = articleIn(1).element()
    await userEvent.click(openBeside(2))
    await expect.element(articleIn(2)).toHaveAccessibleName(winter.title)
    expect(Math.abs(widthOf(1) - widthOf(2))).toBeLessThan(2)
    // Between the sides, which must give way for it.
    expect(widthOf(1) + widthOf(2)).toBeGreaterThan(2 * 352)
    expect(articleIn(1).element()).toBe(first)
  })

  it('give one up where no more fit, and back with Undo', async () => {
    await open([lantern.id, harbour.id])
    await userEvent.click(openBeside(2))
    await expect.element(articleIn(2)).toHaveAccessibleName(winter.title)
    await expect.element(page.getByText('The next pane was replaced')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Undo' }))
    await expect.element(articleIn(2)).toHaveAccessibleName(harbour.title)
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('are three where the window has room for three', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(1600, 800)
    await open([lantern.id, harbour.id])
    await userEvent.click(page.getByRole('button', { name: 'Notebook', exact: true }))
    await expect.element(notebook()).not.toBeInTheDocument()
    await userEvent.click(openBeside(2))
    await expect.element(articleIn(2)).toHaveAccessibleName(winter.title)
    await expect.element(articleIn(3)).toHaveAccessibleName(harbour.title)
  })

  it('close, and say what to do when none is left', async () => {
    await open([lantern.id, harbour.id])
    await userEvent.click(close(1))
    await expect.element(articleIn(1)).toHaveAccessibleName(harbour.title)
    await userEvent.click(close(1))
    await expect.element(page.getByText('Nothing is open')).toBeVisible()
    await expect.element(page.getByText(/Choose an article in the library/)).toBeVisible()
    await expect.element(notebook()).toHaveTextContent(/No article is open/)
  })

  it('name an article while it is read, and so does the notebook', async () => {
    const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] } })
    const held = program.hold('readArticle')
    await openPage(program)
    await expect.element(pane(1).getByText(lantern.title)).toBeVisible()
    await expect.element(notebook().getByText(lantern.title)).toBeVisible()
    expect(notebook().getByText('No article is open').query()).toBeNull()
    held.stop()
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('say so where an article is not in the library', async () => {
    await open(['a-lost-article', winter.id])
    await expect.element(pane(1)).toHaveTextContent(/This article cannot be shown/)
    await expect.element(pane(1)).toHaveTextContent(/no article “a-lost-article” in the library/)
    await expect.element(notebook()).toHaveTextContent(/No article is open/)
    await expect.element(articleIn(2)).toHaveAccessibleName(winter.title)
    await userEvent.click(close(1))
    await expect.element(articleIn(1)).toHaveAccessibleName(winter.title)
  })

  it('get their articles once the program is back', async () => {
    const { program, state } = await open([winter.id])
    await expect.element(articleIn(1)).toBeVisible()
    program.goAway()
    state.workspace.open(harbour.id, null)
    await expect.element(pane(1)).toHaveTextContent(/does not answer/)
    program.comeBack()
    await expect.element(articleIn(1)).toHaveAccessibleName(harbour.title)
  })
})

/** CSS pixels of the library and the notebook. */
const sideWidths = () => ['library', 'notebook'].map((id) => document.getElementById(id)?.offsetWidth)

describe('the desk', () => {
  it('is kept as it changes and comes back at the next start', async () => {
    const { program } = await open([lantern.id])
    await userEvent.click(openBeside(1))
    await expect.element(articleIn(2)).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Library', exact: true }))
    await expect
      .poll(() => program.storedWorkspace(), { timeout: 2000 })
      .toMatchObject({ panes: [{ articleId: lantern.id }, { articleId: harbour.id }], libraryOpen: false })

    await openPage(program)
    await expect.element(articleIn(2)).toHaveAccessibleName(harbour.title)
    expect(page.getByRole('searchbox').query()).toBeNull()
  })

  it('folds its sides away and back, and says how they stand', async () => {
    await open([winter.id])
    const button = page.getByRole('button', { name: 'Notebook', exact: true })
    await expect.element(button).toHaveAttribute('aria-expanded', 'true')
    await userEvent.click(button)
    await expect.element(notebook()).not.toBeInTheDocument()
    await expect.element(button).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(button)
    await expect.element(notebook()).toBeVisible()
  })

  it('is divided anew with the arrow keys, and keeps that', async () => {
    const { program } = await open([lantern.id, harbour.id])
    await expect.element(articleIn(2)).toBeVisible()
    const separator = page.getByRole('separator', { name: 'Width of panes 1 and 2' })
    const before = widthOf(1)
    separator.element().focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => widthOf(1)).toBeGreaterThan(before + 5)
    await expect
      .poll(() => program.storedWorkspace()?.panes[0]?.size ?? 0, { timeout: 2000 })
      .toBeGreaterThan(50)
  })

  it('keeps the width of the side that was moved, not of one that had to give way', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(1264, 800)
    const { state } = await open([lantern.id, harbour.id])
    await expect.element(articleIn(2)).toBeVisible()
    const before = state.workspace.store.getState()
    expect(width(notebook())).toBeLessThan(before.notebookWidth - 10)
    page.getByRole('separator', { name: 'Width of the library' }).element().focus()
    await userEvent.keyboard('{ArrowLeft}')
    const library = page.getByRole('navigation', { name: 'Library and search' })
    await expect.poll(() => state.workspace.store.getState().libraryWidth).toBeLessThan(before.libraryWidth)
    await expect.poll(() => width(library)).toBeCloseTo(state.workspace.store.getState().libraryWidth, -0.5)
    expect(state.workspace.store.getState().notebookWidth).toBe(before.notebookWidth)
  })

  it('goes round its parts with F6', async () => {
    await open([lantern.id, harbour.id])
    await expect.element(articleIn(2)).toBeVisible()
    const stops = [page.getByRole('searchbox'), pane(1), pane(2), notebook()]
    for (const stop of [...stops, ...stops.slice(0, 2)]) {
      await userEvent.keyboard('{F6}')
      expect(stop.element().contains(document.activeElement)).toBe(true)
    }
    await userEvent.keyboard('{Shift>}{F6}{/Shift}')
    await expect.element(page.getByRole('searchbox')).toHaveFocus()
  })

  it.each([
    ['18 px', 18, '', 2],
    ['26 px', 26, '', 1],
    ['18 px where the browser’s own are larger', 18, '20px', 1],
  ])(
    'shows as many panes of 960 pixels as lines hold of letters of %s',
    async (_size, textSize, rem, count) => {
      onTestFinished(() => {
        document.documentElement.style.fontSize = ''
        return page.viewport(1280, 800)
      })
      await page.viewport(960, 800)
      document.documentElement.style.fontSize = rem
      await open([lantern.id, harbour.id], { settings: { textSize } })
      await expect.element(articleIn(1)).toBeVisible()
      await expect.poll(() => page.getByRole('region', { name: /^Pane/ }).length).toBe(count)
      const row = page.getByRole('group', { name: 'Open articles' })
      expect(row.elements().length).toBe(count === 1 ? 1 : 0)
    },
  )

  it('shows one pane under the names of all while the letters are too large for two', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    const { state } = await open([lantern.id, harbour.id])
    await expect.element(articleIn(2)).toBeVisible()
    await state.settings.change({ textSize: 40 })
    await expect.poll(() => page.getByRole('region', { name: /^Pane/ }).length).toBe(1)
    await userEvent.click(page.getByRole('group', { name: 'Open articles' }).getByText(harbour.title))
    await expect.element(articleIn(2)).toBeVisible()
    await state.settings.change({ textSize: 18 })
    await expect.poll(() => page.getByRole('region', { name: /^Pane/ }).length).toBe(2)
  })

  it('lets the sides give way before a pane does, and gives them their widths back', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(1440, 800)
    await open([lantern.id, harbour.id])
    await expect.element(articleIn(2)).toBeVisible()
    await expect.poll(sideWidths).toEqual([304, 312])
    await page.viewport(1180, 800)
    await expect.poll(sideWidths).toEqual([220, 240])
    expect([widthOf(1), widthOf(2)].every((each) => each >= 352)).toBe(true)
    await page.viewport(1440, 800)
    await expect.poll(sideWidths).toEqual([304, 312])
  })

  it('lays the notebook over the articles in a narrow window', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(960, 800)
    await open([lantern.id, harbour.id])
    await expect.element(articleIn(2)).toBeVisible()
    expect(notebook().query()).toBeNull()
    await userEvent.click(page.getByRole('button', { name: 'Notebook', exact: true }))
    await expect.element(notebook()).toBeVisible()
  })
})
