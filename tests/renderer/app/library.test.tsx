import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, winter } from '../made-up-library.ts'
import { findTitle } from '../../../renderer/features/library/row-keys.ts'
import { articleIn, drawPage, openPage, pane, results, searchbox } from '../open-page.tsx'

const workspace = { panes: [{ articleId: lantern.id }] }

async function open(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace, ...options })
  const state = await openPage(program)
  await expect.poll(() => program.inputsOf('listAnnotations').length).toBeGreaterThan(0)
  return { program, state }
}

const focusedTitle = () => document.activeElement?.textContent
const list = () => page.getByRole('list', { name: 'Library' })
const collection = (count: string) => page.getByRole('button', { name: `Bundled corpus · ${count}` })

async function takeOut(): Promise<void> {
  await userEvent.click(collection('3 articles'))
  await userEvent.click(page.getByRole('menuitem', { name: 'Take out of the library' }))
}

describe('the library', () => {
  it('lists its articles and counts them', async () => {
    await open()
    await expect.element(page.getByText('3 articles', { exact: true })).toBeVisible()
    const titles = list()
      .getByRole('listitem')
      .elements()
      .map((row) => row.querySelector('button')?.textContent)
    expect(titles).toEqual([lantern.title, harbour.title, winter.title])
  })

  it('is gone through by arrows, by Home and End and by the first letters of titles', async () => {
    await open()
    const first = list().getByRole('button', { name: lantern.title })
    await expect.element(first).toBeVisible()
    first.element().focus()
    await userEvent.keyboard('{End}')
    expect(focusedTitle()).toBe(winter.title)
    await userEvent.keyboard('{Home}{ArrowDown}')
    expect(focusedTitle()).toBe(harbour.title)
    await userEvent.keyboard('a')
    expect(focusedTitle()).toBe(winter.title)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
    await expect.element(searchbox()).toHaveFocus()
  })

  it('says what is under way while it is read', async () => {
    const program = createFakeProgram({ workspace })
    const held = program.hold('listLibrary')
    const { started } = await drawPage(program)
    await expect.element(page.getByRole('status').filter({ hasText: 'Opening the library…' })).toBeVisible()
    held.stop()
    await started
    await expect.element(list()).toBeVisible()
  })

  it('names each file that was left out, the field at fault and the reason', async () => {
    const problems = [
      { file: 'north.md', field: 'account.date', reason: 'there is no such day' },
      { file: 'south.md', field: null, reason: 'there is no front matter' },
    ]
    await open({ problems })
    await userEvent.click(page.getByText('2 problems: files were left out'))
    await expect.element(page.getByText('north.md, account.date: there is no such day')).toBeVisible()
    await expect.element(page.getByText('south.md: there is no front matter')).toBeVisible()
    expect(list().getByRole('listitem').length).toBe(3)
  })

  it('that cannot be read says why and can be asked again', async () => {
    const program = createFakeProgram({ workspace })
    program.failNext('listLibrary', { code: 'internal', reference: 'a1b2c3d4' })
    await openPage(program)
    await expect.element(page.getByText('The library could not be read')).toBeVisible()
    await expect.element(page.getByText(/under a1b2c3d4/)).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Try again' }))
    await expect.element(list()).toBeVisible()
  })
})

describe('a collection', () => {
  it('that is taken out leaves an empty library that says how to restore it', async () => {
    await open()
    await takeOut()
    await expect.element(page.getByText('The library is empty')).toBeVisible()
    await expect.element(page.getByText(/Your notes on them were kept/)).toBeVisible()
    await expect.element(pane(1)).toHaveTextContent(/This article cannot be shown/)

    await userEvent.click(page.getByRole('button', { name: 'Restore the bundled articles' }))
    await expect.element(list()).toBeVisible()
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('comes back with Undo', async () => {
    await open()
    await takeOut()
    await userEvent.click(page.getByRole('button', { name: 'Undo' }))
    await expect.element(list()).toBeVisible()
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('that is taken out elsewhere is followed here', async () => {
    const { program } = await open()
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await expect.element(page.getByText('The library is empty')).toBeVisible()
    await program.otherPage.restoreCollection({ collectionId: 'bundled' })
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
  })

  it('that cannot be taken out stays, and that is said', async () => {
    const { program } = await open()
    program.failNext('removeCollection', { code: 'disk-full', store: 'catalogue' })
    await takeOut()
    await expect.element(page.getByText('The library could not be changed')).toBeVisible()
    await expect.element(list()).toBeVisible()
  })

  it('that is taken out while a query stands leaves no count of what is gone', async () => {
    const { program } = await open()
    await userEvent.fill(searchbox(), 'treaty')
    await expect.poll(() => results().length).toBe(2)
    await program.otherPage.removeCollection({ collectionId: 'bundled' })
    await expect.element(page.getByText('No article matches')).toBeVisible()
  })
})

describe('the first letters of a title', () => {
  const titles = ['“Break new ground”', 'More than allied', 'The metaphor of spring', 'Beyond the harbour']

  it.each([
    ['b', 3, 0],
    ['b', 0, 3],
    ['be', 0, 3],
    ['the m', 0, 2],
    ['bb', 0, 3],
    ['x', 0, -1],
  ])('%j from row %i leads to row %i', (letters, here, found) => {
    expect(findTitle(titles, letters, here)).toBe(found)
  })
})
