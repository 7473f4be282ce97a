import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Article } from '../../../electron/contract/article.ts'
import { placeBlocks } from '../../../electron/services/importing/place-blocks.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, madeUpArticles, placeOf, winter } from '../made-up-library.ts'
import { articleIn, notebook, openPage, pane, searchbox } from '../open-page.tsx'
import { paintedRanges, paintedText } from '../painted-text.ts'
import { clickWords, selectWords } from '../reader-hands.ts'

async function open(articleIds: string[], articles: readonly Article[] = madeUpArticles) {
  const panes = articleIds.map((articleId) => ({ articleId }))
  const program = createFakeProgram({ articles, workspace: { panes } })
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state }
}

const scroller = (number = 1): HTMLElement => {
  const element = pane(number).element().querySelector('.pane-scroll')
  if (!(element instanceof HTMLElement)) throw new Error(`pane ${number} has nothing that scrolls`)
  return element
}
const field = () => page.getByRole('textbox', { name: 'Find in this article' })
const count = () => pane(1).getByText(/^[\d,]+ of [\d,]+$|^Not found$/)

/** A mouse's further button, which no protocol of the browser presses here. */
function pressFurther(target: Element, button: number): void {
  for (const type of ['mousedown', 'mouseup'])
    target.dispatchEvent(new MouseEvent(type, { button, bubbles: true, cancelable: true }))
}

describe('the find bar of a pane', () => {
  it('counts, lights, steps, and gives the focus back to the article', async () => {
    await open([lantern.id, harbour.id])
    await userEvent.click(articleIn(1).getByRole('heading', { level: 1 }))
    await userEvent.keyboard('{Control>}f{/Control}')
    await expect.element(field()).toHaveFocus()
    await userEvent.keyboard('night')
    await expect.element(count()).toHaveTextContent('1 of 15')
    expect(paintedText('found')).toHaveLength(15)
    expect(
      pane(2)
        .element()
        .contains(paintedRanges('found')[0]?.startContainer ?? null),
    ).toBe(false)
    await userEvent.keyboard('{Enter}{Enter}{Shift>}{Enter}{/Shift}{F3}')
    await expect.element(count()).toHaveTextContent('3 of 15')
    expect(paintedRanges('current-found').map((range) => range.startOffset)).toHaveLength(1)
    await userEvent.click(page.getByRole('button', { name: 'Whole words' }))
    await userEvent.click(page.getByRole('button', { name: 'Match case' }))
    await expect.poll(() => new Set(paintedText('found'))).toEqual(new Set(['night']))
    await userEvent.fill(field(), 'no such words')
    await expect.element(count()).toHaveTextContent('Not found')
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(scroller())
    expect(field().query()).toBeNull()
    expect(paintedText('found')).toEqual([])
  })

  it('takes the selected words along', async () => {
    await open([lantern.id])
    await selectWords(articleIn(1), 'the two harbours')
    await userEvent.keyboard('{Control>}f{/Control}')
    await expect.element(field()).toHaveValue('the two harbours')
    await expect.element(count()).toHaveTextContent('1 of 1')
  })
})

describe('the ways through an article', () => {
  it('lead by its contents to a heading, back and forward', async () => {
    const { state } = await open([lantern.id, harbour.id])
    await userEvent.click(pane(1).getByRole('button', { name: 'Contents' }))
    const headings = page.getByRole('menuitemradio')
    expect(headings.elements().map(({ textContent }) => textContent)).toEqual([
      'What was signed',
      'In figures',
      'What was left out',
    ])
    await userEvent.click(headings.nth(2))
    const top = () => Math.round(scroller().scrollTop)
    await expect.poll(top).toBeGreaterThan(200)
    const there = top()
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull()
    await userEvent.click(pane(1).getByRole('button', { name: 'Contents' }))
    await expect.element(headings.nth(2)).toHaveAttribute('aria-checked', 'true')
    await userEvent.keyboard('{Escape}')
    scroller().focus()
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await expect.poll(top).toBe(0)
    pressFurther(scroller(), 4)
    await expect.poll(top).toBe(there)
    pressFurther(scroller(), 3)
    await expect.poll(top).toBe(0)
    expect(state.workspace.store.getState().panes[0]?.forward).toHaveLength(1)
  })

  it('lead back to the article that stood there, at its place', async () => {
    const { state } = await open([lantern.id])
    scroller().scrollTo({ top: 600 })
    const stood = () => state.workspace.store.getState().panes[0]?.topOffset ?? 0
    await expect.poll(stood).toBeGreaterThan(0)
    const before = stood()
    state.workspace.open(harbour.id, null)
    await expect.element(articleIn(1)).toHaveAccessibleName(harbour.title)
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
    await expect.poll(() => scroller().scrollTop).toBeGreaterThan(500)
    expect(Math.abs(stood() - before)).toBeLessThan(5)
  })
})

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }))
const boxes = () => [1, 2].map((number) => pane(number).element().getBoundingClientRect().left)
const choose = async (number: number, name: string) => {
  await userEvent.click(pane(number).getByRole('button', { name: /^More about/ }))
  await userEvent.click(page.getByRole('menuitem', { name }))
}

describe('the places of panes', () => {
  it('are changed by the menu of a pane, the whole middle among them', async () => {
    await open([lantern.id, harbour.id])
    await choose(1, 'Move right')
    await expect.element(articleIn(2)).toHaveAccessibleName(lantern.title)
    await choose(2, 'Full width')
    expect(pane(1).query()).toBeNull()
    const strip = page.getByRole('group', { name: 'Open articles' })
    await userEvent.click(strip.getByRole('button', { name: harbour.title }))
    await expect.element(articleIn(1)).toHaveAccessibleName(harbour.title)
    await userEvent.click(articleIn(1).getByRole('heading', { level: 1 }))
    await userEvent.keyboard('{Escape}')
    await expect.element(articleIn(2)).toHaveAccessibleName(lantern.title)
    expect(strip.query()).toBeNull()
  })

  it('take an article that is dragged there, with a mark of what the drop does', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(1600, 800)
    await open([lantern.id])
    const row = page.getByRole('listitem').filter({ hasText: winter.title })
    const { left, top, width } = pane(1).element().getBoundingClientRect()
    const drag = new DataTransfer()
    const send = (target: Element, type: string, x: number) =>
      target.dispatchEvent(
        new DragEvent(type, {
          bubbles: true,
          cancelable: true,
          dataTransfer: drag,
          clientX: x,
          clientY: top + 300,
        }),
      )
    send(row.element(), 'dragstart', 0)
    send(scroller(), 'dragover', left + width - 20)
    await expect.element(page.getByText('Open beside', { exact: true })).toBeVisible()
    send(scroller(), 'dragover', left + width / 2)
    await expect.element(page.getByText('Open here')).toBeVisible()
    send(scroller(), 'dragover', left + 20)
    send(scroller(), 'drop', left + 20)
    await expect.element(articleIn(1)).toHaveAccessibleName(winter.title)
    await expect.element(articleIn(2)).toHaveAccessibleName(lantern.title)
    expect(document.querySelector('.drop-mark')).toBeNull()
  })

  it('take the article of a row by the number of the pane', async () => {
    await open([lantern.id, harbour.id])
    page.getByRole('list', { name: 'Library' }).getByRole('button', { name: winter.title }).element().focus()
    await userEvent.keyboard('2')
    await expect.element(articleIn(2)).toHaveAccessibleName(winter.title)
  })

  it('stay where they are in a narrow window, where the notebook takes the place of the library', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(960, 800)
    await open([lantern.id, harbour.id])
    const before = boxes()
    await press('Notebook')
    await expect.element(notebook()).toBeVisible()
    expect([boxes(), searchbox().query()]).toEqual([before, null])
    await press('Library')
    await expect.element(searchbox()).toBeVisible()
    expect(notebook().query()).toBeNull()
    await press('Library')
    expect(searchbox().query()).toBeNull()
  })
})

/** Where the highlighted words end in the window, in CSS pixels. */
const wordsBelow = () => paintedRanges('yellow')[0]?.getBoundingClientRect().bottom ?? 0

describe('the popover of a highlight', () => {
  it('follows its words when the page is laid out anew', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await open([lantern.id])
    await selectWords(articleIn(1), 'the two harbours')
    await userEvent.keyboard('h')
    await clickWords(articleIn(1), 'the two harbours')
    const dialog = page.getByRole('dialog', { name: '1 highlight here' })
    await expect.element(dialog).toBeVisible()
    /** How far below the words it hangs; while it comes in it moves by a few pixels. */
    const distance = () => dialog.element().getBoundingClientRect().top - wordsBelow()
    await expect.poll(() => Math.abs(distance() - 5)).toBeLessThan(5)
    const before = wordsBelow()
    document.documentElement.style.setProperty('--text-size', '30px')
    onTestFinished(() => void document.documentElement.style.removeProperty('--text-size'))
    await page.viewport(1240, 800)
    expect(wordsBelow()).toBeGreaterThan(before + 20)
    await expect.poll(() => Math.abs(distance() - 5)).toBeLessThan(5)
  })
})

describe('saved desks', () => {
  it('are saved, laid again and deleted in their popover', async () => {
    const { state } = await open([lantern.id, harbour.id])
    await userEvent.keyboard('{Alt>}{Shift>}D{/Shift}{/Alt}')
    await userEvent.fill(page.getByRole('textbox', { name: 'Name for what stands open' }), 'February')
    await userEvent.keyboard('{Enter}')
    const list = page.getByRole('list', { name: 'Desks' })
    await expect.element(list.getByText(`${lantern.title} · ${harbour.title}`)).toBeVisible()
    state.workspace.openIn(winter.id, 0)
    await userEvent.click(list.getByRole('button', { name: /^February/ }))
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
    await userEvent.click(page.getByRole('button', { name: 'Desks' }))
    await userEvent.click(page.getByRole('button', { name: 'Rename “February”' }))
    await userEvent.fill(page.getByRole('textbox', { name: 'New name of “February”' }), 'March')
    await userEvent.keyboard('{Enter}')
    await userEvent.click(page.getByRole('button', { name: 'Delete “March”' }))
    await expect.element(page.getByText('No desk is saved yet.', { exact: false })).toBeVisible()
  })
})

/** As long as a short book: the browser lays out only what is near the view. */
const long: Article = {
  ...harbour,
  id: 'a-long-log',
  title: 'The log of a hundred nights',
  contentHash: 'f'.repeat(64),
  blocks: placeBlocks(
    Array.from({ length: 100 }, (_, night) => ({
      kind: 'paragraph',
      text: `Night ${night + 1}. ${'The wind stood in the north and the lamps burned until morning. '.repeat(13)}`,
      spans: [],
    })),
  ),
}

/** Whether any of what was found is painted within the window. */
const inView = () =>
  paintedRanges('found').some((range) => {
    const { top } = range.getBoundingClientRect()
    return top > 100 && top < innerHeight
  })

describe('a long article', () => {
  it('is painted where it is near the view, found everywhere, and comes back to where it was left', async () => {
    const { program, state } = await open([long.id], [long])
    expect(document.querySelectorAll('.article-part').length).toBeGreaterThan(10)
    state.find.open(state.workspace.store.getState().panes[0]?.key ?? '', 'lamps')
    await expect.element(count()).toHaveTextContent('1 of 1,300')
    await expect.poll(() => paintedText('found').length).toBeGreaterThan(13)
    expect(paintedText('found').length).toBeLessThan(900)
    state.workspace.reveal(0, placeOf(long, 'Night 70'))
    await expect.poll(inView).toBe(true)
    const stored = () => program.storedWorkspace()?.panes[0]?.topOffset ?? 0
    await expect.poll(stored, { timeout: 2000 }).toBeGreaterThan(placeOf(long, 'Night 68').start)
    const left = stored()
    state.workspace.goThroughHistory(0, 'back')
    await expect.poll(() => scroller().scrollTop).toBeLessThan(1000)
    state.workspace.goThroughHistory(0, 'forward')
    await expect.poll(inView).toBe(true)
    await expect.poll(() => Math.abs(stored() - left), { timeout: 2000 }).toBeLessThan(100)
  })
})

describe('the way back to another article', () => {
  it.each([1, 2])('leads to its text in the same pane: %i', async (number) => {
    const { state } = await open([lantern.id, harbour.id])
    await userEvent.click(articleIn(number).getByRole('heading', { level: 1 }))
    state.workspace.open(winter.id, null)
    await expect.element(articleIn(number)).toHaveAccessibleName(winter.title)
    await userEvent.click(articleIn(number).getByRole('heading', { level: 1 }))
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await expect.element(articleIn(number)).toHaveAccessibleName((number === 1 ? lantern : harbour).title)
    expect(document.activeElement).toBe(scroller(number))
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await expect.element(articleIn(number)).toHaveAccessibleName(winter.title)
    expect(document.activeElement).toBe(scroller(number))
  })
})
