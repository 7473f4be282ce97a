import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf, winter } from '../made-up-library.ts'
import { articleIn, openPage, results, searchbox } from '../open-page.tsx'

async function open() {
  const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] } })
  await program.otherPage.saveAnnotation({
    id: crypto.randomUUID(),
    revision: 0,
    articleId: lantern.id,
    contentHash: lantern.contentHash,
    ...placeOf(lantern, 'four pages'),
    colour: 'red',
    note: '',
  })
  return { program, state: await openPage(program) }
}

const list = () => page.getByRole('list', { name: 'Library' })
const titles = () =>
  list()
    .elements()
    .flatMap((element) => [...element.querySelectorAll('.row-title')].map(({ textContent }) => textContent))
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }))
const check = (name: string) => userEvent.click(page.getByRole('checkbox', { name }))

const read = () => list().getByText('Read', { exact: true })
const saved = () => page.getByRole('list', { name: 'Saved searches' })

describe('the list of the library', () => {
  it('is put in order, which is kept', async () => {
    const { program } = await open()
    await expect.poll(titles).toEqual([lantern.title, harbour.title, winter.title])
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Order' }), 'Oldest first')
    await expect.poll(titles).toEqual([winter.title, harbour.title, lantern.title])
    await expect.poll(() => program.storedWorkspace()?.listing.sort, { timeout: 2000 }).toBe('oldest')
  })

  it('is filtered by choices that say how many they would leave, each with a chip to take it away', async () => {
    const { program } = await open()
    await press('Filter the list')
    await check('Opinion: 1 article')
    await check('Explainer: 1 article')
    await expect.element(page.getByRole('status').filter({ hasText: '2 of 3' })).toBeVisible()
    await expect.element(page.getByRole('radio', { name: 'With highlights: 0 articles' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(titles).toEqual([harbour.title, winter.title])
    await expect.element(page.getByText('2 of 3 articles')).toBeVisible()
    await press('Take away the filter “Opinion”')
    await expect.poll(titles).toEqual([winter.title])
    await expect
      .poll(() => program.storedWorkspace()?.listing.filter.kinds, { timeout: 2000 })
      .toEqual(['explainer'])
    await press('Take away the filter “Explainer”')
    await expect.poll(titles).toHaveLength(3)
  })

  it('of nothing says so, and one press shows all again', async () => {
    const { state } = await open()
    state.workspace.changeListing({
      filter: { ...state.workspace.store.getState().listing.filter, from: '2031' },
    })
    await expect.element(page.getByText('No article is left')).toBeVisible()
    await press('Show all 3 articles')
    await expect.poll(titles).toHaveLength(3)
  })

  it('takes a date as it is typed, and says what is none', async () => {
    await open()
    await press('Filter the list')
    const from = page.getByRole('textbox', { name: 'From' })
    await userEvent.fill(from, '2026-13')
    await expect.element(from).toHaveAccessibleDescription('Write 2026, 2026-02 or 2026-02-01')
    await userEvent.fill(from, '2026')
    await expect.element(page.getByRole('status').filter({ hasText: '1 of 3' })).toBeVisible()
    await check('Undated ones as well')
    await expect.element(page.getByRole('status').filter({ hasText: '2 of 3' })).toBeVisible()
  })

  it('sifts results too, and offers what lies outside', async () => {
    const { state } = await open()
    await userEvent.fill(searchbox(), 'treaty')
    await expect.poll(() => results().length).toBe(2)
    const { filter } = state.workspace.store.getState().listing
    state.workspace.changeListing({ filter: { ...filter, kinds: ['opinion'] } })
    await expect.poll(() => results().length).toBe(1)
    state.workspace.changeListing({ filter: { ...filter, kinds: ['explainer'] } })
    await expect.element(page.getByText('Nothing within the filter')).toBeVisible()
    await press('Show all 2 without it')
    await expect.poll(() => results().length).toBe(2)
  })
})

describe('a search without a result', () => {
  it.each([
    ['"xylophone"', 'Search for xylophone', 'xylophone'],
    ['xylophone', 'Clear the search', ''],
  ])('%s says what was searched and offers to “%s”', async (query, offer, next) => {
    await open()
    await userEvent.fill(searchbox(), query)
    await expect
      .element(page.getByText(/^Titles, texts, sources, authors and tags of 3 articles/))
      .toBeVisible()
    await press(offer)
    await expect.element(searchbox()).toHaveValue(next)
  })
})

describe('what is read', () => {
  it('is marked by the key and in the menu of the pane, here and in other windows', async () => {
    const { program } = await open()
    await userEvent.keyboard('{Alt>}{Shift>}R{/Shift}{/Alt}')
    await expect.poll(() => read().length).toBe(1)
    expect(await program.otherPage.listReading({})).toMatchObject([{ articleId: lantern.id, read: true }])
    await press('More about pane 1')
    await userEvent.click(page.getByRole('menuitem', { name: /Mark as unread/ }))
    await expect.poll(() => read().length).toBe(0)
    await program.otherPage.markRead({ articleId: winter.id, read: true })
    await expect.poll(() => read().length).toBe(1)
  })

  it('is an article whose end was in sight for three seconds, and none that was only passed', async () => {
    const { state } = await open()
    const mark = vi.spyOn(state.reading, 'reachEnd')
    await expect.element(articleIn(1)).toBeVisible()
    const scroller = document.querySelector('.pane-scroll')
    if (!scroller) throw new Error('no article stands open')
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const scrollTo = async (top: number): Promise<void> => {
      const scrolled = new Promise((resolve) => scroller.addEventListener('scroll', resolve, { once: true }))
      scroller.scrollTop = top
      await scrolled
    }
    await scrollTo(scroller.scrollHeight)
    vi.advanceTimersByTime(2900)
    await scrollTo(0)
    vi.advanceTimersByTime(5000)
    expect(mark).not.toHaveBeenCalled()
    await scrollTo(scroller.scrollHeight)
    vi.advanceTimersByTime(3000)
    expect(mark).toHaveBeenCalledExactlyOnceWith(lantern.id)
  })

  it('is what a reader has come to the end of, unless it was marked by hand before', async () => {
    const { state, program } = await open()
    await state.reading.reachEnd(lantern.id)
    await state.reading.mark(harbour.id, false)
    await state.reading.reachEnd(harbour.id)
    await expect.poll(() => read().length).toBe(1)
    const records = await program.otherPage.listReading({})
    expect(records.filter((record) => record.read)).toMatchObject([{ articleId: lantern.id }])
  })

  it('knows what was opened, and lists it first where that is the order', async () => {
    const { state } = await open()
    state.workspace.changeListing({ sort: 'recent' })
    await userEvent.click(list().getByRole('button', { name: winter.title, exact: true }))
    await expect.poll(() => titles()[0]).toBe(winter.title)
  })
})

describe('saved searches', () => {
  it('are saved from the field, run with one press, renamed, and deleted with a way back', async () => {
    const { program, state } = await open()
    expect(page.getByRole('button', { name: 'Save this search' }).query()).toBeNull()
    await userEvent.fill(searchbox(), 'treaty -ice')
    state.workspace.changeListing({
      filter: { ...state.workspace.store.getState().listing.filter, kinds: ['opinion'] },
    })
    await press('Save this search')
    const name = page.getByRole('textbox', { name: 'Name of the search' })
    await expect.element(name).toHaveValue('treaty -ice')
    await userEvent.fill(name, 'Opinions')
    await userEvent.keyboard('{Enter}')
    await expect.element(saved().getByRole('button', { name: 'Opinions', exact: true })).toBeVisible()

    await userEvent.fill(searchbox(), '')
    await press('Take away the filter “Opinion”')
    await press('Opinions')
    await expect.element(searchbox()).toHaveValue('treaty -ice')
    expect(state.workspace.store.getState().listing.filter.kinds).toEqual(['opinion'])

    await press('More about the search “Opinions”')
    await userEvent.click(page.getByRole('menuitem', { name: 'Rename' }))
    await userEvent.fill(name, 'What they think')
    await userEvent.keyboard('{Enter}')
    await expect.element(saved().getByRole('button', { name: 'What they think', exact: true })).toBeVisible()

    await press('More about the search “What they think”')
    await userEvent.click(page.getByRole('menuitem', { name: 'Delete' }))
    await expect.poll(() => saved().query()).toBeNull()
    await press('Undo')
    await expect.element(saved().getByRole('button', { name: 'What they think', exact: true })).toBeVisible()
    expect(await program.otherPage.listSavedSearches({})).toMatchObject([{ query: 'treaty -ice' }])
  })
})
