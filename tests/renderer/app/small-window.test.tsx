import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, winter } from '../made-up-library.ts'
import { articleIn, notebook, openPage, pane, results, searchbox } from '../open-page.tsx'

/** As small as WCAG 2.2 reflow asks for: 1280 pixels at 400%. */
async function openSmall() {
  onTestFinished(() => page.viewport(1280, 800))
  await page.viewport(320, 640)
  const program = createFakeProgram({
    workspace: { panes: [{ articleId: lantern.id }, { articleId: winter.id }] },
  })
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state }
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }))

/** What reaches beyond the window, but for what is moved out of sight on purpose. */
function widest(): { page: number; parts: string[] } {
  const parts = [...document.querySelectorAll('.app *, [role=dialog] *')].filter((part) => {
    const { left, right, width } = part.getBoundingClientRect()
    const inSight = part.closest('.table-scroll, .skip-link, .visually-hidden') === null
    return inSight && width > 0 && (right > innerWidth + 0.5 || left < -0.5)
  })
  return {
    page: document.documentElement.scrollWidth - innerWidth,
    parts: parts.map(({ outerHTML }) => outerHTML.slice(0, 90)),
  }
}

const nothingBeyond = { page: 0, parts: [] }

describe('in a window of 320 pixels', () => {
  it('one pane is shown, and the row above leads to the others', async () => {
    await openSmall()
    expect(pane(2).query()).toBeNull()
    const row = page.getByRole('group', { name: 'Open articles' })
    await userEvent.click(row.getByRole('button', { name: winter.title }))
    await expect.element(articleIn(2)).toBeVisible()
    expect(pane(1).query()).toBeNull()
    expect(widest()).toEqual(nothingBeyond)
  })

  it('library and notebook lie over it, one at a time, and are put away', async () => {
    await openSmall()
    await press('Library')
    await expect.element(searchbox()).toBeVisible()
    expect(widest()).toEqual(nothingBeyond)
    await press('Notebook')
    await expect.element(notebook()).toBeVisible()
    expect(searchbox().query()).toBeNull()
    expect(widest()).toEqual(nothingBeyond)
    await press('Notebook')
    expect(notebook().query()).toBeNull()
  })

  it('a search leads to an article: the library makes room for it', async () => {
    const { state } = await openSmall()
    await userEvent.keyboard('/')
    await expect.element(searchbox()).toHaveFocus()
    await userEvent.fill(searchbox(), 'treaty')
    await expect.poll(() => results().length).toBe(2)
    expect(widest()).toEqual(nothingBeyond)
    await userEvent.click(page.getByRole('button', { name: harbour.title, exact: true }))
    await expect.element(articleIn(1)).toHaveAccessibleName(harbour.title)
    expect(searchbox().query()).toBeNull()
    await expect.element(page.getByRole('button', { name: 'Next match' })).toBeVisible()
    expect(widest()).toEqual(nothingBeyond)
    expect(state.workspace.store.getState().libraryOpen).toBe(true)
  })

  it('the settings fit, with every section', async () => {
    await openSmall()
    await press('Settings')
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    await expect.element(dialog).toBeVisible()
    const { top, bottom } = dialog.element().getBoundingClientRect()
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(innerHeight)
    await userEvent.click(dialog.getByRole('button', { name: 'Your data' }))
    await expect.element(dialog.getByRole('button', { name: 'Back up now' })).toBeInViewport()
    expect(widest()).toEqual(nothingBeyond)
  })
})

describe('a window of 1280 pixels at 200%', () => {
  it('keeps everything within it: articles, library and notebook, with letters of any size', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(640, 400)
    const panes = [{ articleId: lantern.id }, { articleId: winter.id }]
    const state = await openPage(createFakeProgram({ workspace: { panes } }))
    await expect.element(articleIn(1)).toBeVisible()
    for (const textSize of [12, 18, 40]) {
      await state.settings.change({ textSize })
      await expect.element(articleIn(1)).toBeVisible()
      expect(widest(), `letters of ${textSize} pixels`).toEqual(nothingBeyond)
    }
    await expect.element(page.getByRole('group', { name: 'Open articles' })).toBeVisible()
    await press('Notebook')
    await expect.element(notebook()).toBeVisible()
    expect(widest()).toEqual(nothingBeyond)
    await press('Settings')
    await expect.element(page.getByRole('checkbox', { name: 'Show paragraph numbers' })).toBeInTheDocument()
    expect(widest()).toEqual(nothingBeyond)
  })
})

describe('letters of 40 pixels in a window of 320', () => {
  it('break where they must, and nothing leaves the window', async () => {
    const { state } = await openSmall()
    await state.settings.change({ textSize: 40, measure: 'wide' })
    await expect.element(articleIn(1)).toBeVisible()
    expect(widest()).toEqual(nothingBeyond)
    const scroller = document.querySelector('.pane-scroll')
    expect((scroller?.scrollWidth ?? 1) - (scroller?.clientWidth ?? 0)).toBe(0)
  })
})
