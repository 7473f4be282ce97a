import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup } from 'vitest-browser-react/pure'
import { harbour, lantern } from '../made-up-library.ts'
import { articleIn, cards, notebook, openPage, pane, searchbox, toolbar } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { clickWords, dragMouse, findWords, releaseMouse, selectWords } from '../reader-hands.ts'
import { colour, highlight, openDesk, quotes } from './highlight-desk.ts'

describe('selecting with the mouse', () => {
  it('brings up a toolbar with the five colours by name, “Add note” and copying', async () => {
    await openDesk()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    const names = toolbar()
      .getByRole('button')
      .elements()
      .map((button) => button.ariaLabel ?? button.textContent)
    expect(names).toEqual(['Yellow', 'Green', 'Blue', 'Purple', 'Red', 'Add note', 'Copy with its citation'])
  })

  it('shows the toolbar beside the selection, and only when the button is let go', async () => {
    await openDesk()
    const box = findWords(articleIn(1).element(), 'four pages').getBoundingClientRect()
    const [from, to] = [box.left + 1, box.right - 1].map((x) => ({ x, y: box.top + box.height / 2 }))
    if (!from || !to) throw new Error('no words')
    await dragMouse(from, to, false)
    await expect.poll(() => document.getSelection()?.toString()).toBe('four pages')
    expect(toolbar().query()).toBeNull()
    await releaseMouse(to)
    await expect.element(toolbar()).toBeVisible()
    const place = toolbar().element().getBoundingClientRect()
    expect(place.top).toBeGreaterThanOrEqual(box.bottom)
    expect(place.top).toBeLessThan(box.bottom + 40)
  })

  it('keeps the toolbar within the pane at its foot', async () => {
    await openDesk({}, [lantern.id, harbour.id])
    await selectWords(articleIn(1), 'So ends the account of the lantern treaty.')
    await expect.element(toolbar()).toBeVisible()
    const [place, room] = [toolbar(), pane(1)].map((part) => part.element().getBoundingClientRect())
    expect(place?.bottom).toBeLessThanOrEqual(room?.bottom ?? 0)
    expect(place?.right).toBeLessThanOrEqual(room?.right ?? 0)
  })

  it('leads with Tab to the toolbar, which works with the keyboard alone', async () => {
    const { stored } = await openDesk()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('{Tab}')
    await expect.element(colour('Yellow')).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect.element(colour('Blue')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(stored).toMatchObject([{ colour: 'blue', anchor: { exact: 'four pages' } }])
  })

  it('is let go with Esc or a click', async () => {
    await openDesk()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(toolbar()).not.toBeInTheDocument()
    expect(document.getSelection()?.isCollapsed).toBe(true)

    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await clickWords(articleIn(1), 'at any hour')
    await expect.element(toolbar()).not.toBeInTheDocument()
  })
})

describe('a highlight', () => {
  it('is painted and listed as soon as a colour is chosen, and stored with its words', async () => {
    const { stored } = await openDesk()
    await highlight('four pages', 'Green')
    expect(paintedText('green')).toEqual(['four pages'])
    expect(quotes()).toEqual(['four pages'])
    await expect.poll(stored).toMatchObject([{ colour: 'green', anchor: { exact: 'four pages' } }])
    await expect.element(cards()).toHaveTextContent(/Green, Evidence · ¶ 2/)
  })

  it('stands in the notebook in text order', async () => {
    await openDesk()
    for (const words of ['any hour', 'two harbours', 'four pages']) await highlight(words)
    expect(quotes()).toEqual(['two harbours', 'four pages', 'any hour'])
    await expect.element(notebook().getByText('3 highlights')).toBeVisible()
  })

  it('reaches across paragraphs', async () => {
    const { stored } = await openDesk()
    await highlight('at any hour.', 'Blue', 'We do not count the boats')
    await expect
      .poll(stored)
      .toMatchObject([{ anchor: { exact: 'at any hour.\nWe do not count the boats' } }])
    expect(paintedText('blue')).toEqual(['at any hour.We do not count the boats'])
  })

  it('takes emphasis and strong words as they come', async () => {
    const { stored } = await openDesk()
    await highlight('signed the lantern', 'Red', 'both towers lit')
    const exact = 'signed the lantern treaty, and the keepers of both towers lit'
    await expect.poll(stored).toMatchObject([{ anchor: { exact } }])
    expect(paintedText('red')).toEqual([exact])
  })

  it('holds a whole character where that is two units long', async () => {
    const { stored } = await openDesk()
    await highlight('the other 🏮 at')
    await expect.poll(stored).toMatchObject([{ anchor: { exact: 'the other 🏮 at' } }])
  })

  it('lies within a table, across its cells', async () => {
    const { stored } = await openDesk()
    await highlight('Second', 'Yellow', 'all three')
    await expect.poll(stored).toMatchObject([{ anchor: { exact: 'Second\t9\tall three' } }])
  })

  it('is the paragraph alone where that is selected by three clicks', async () => {
    const { stored } = await openDesk()
    await clickWords(articleIn(1), 'We do not count', 3)
    await userEvent.click(colour('Yellow'))
    const exact = 'We do not count the boats; we count the nights on which none was lost.'
    await expect.poll(stored).toMatchObject([{ anchor: { exact } }])
  })

  it('begins with the text where the selection begins in the title', async () => {
    const { stored } = await openDesk()
    await highlight('The lantern', 'Yellow', 'On the first night')
    await expect.poll(stored).toMatchObject([{ anchor: { start: 0, exact: 'On the first night' } }])
  })

  it('is not made of white space, nor of the title alone', async () => {
    await openDesk()
    await selectWords(articleIn(1), 'The lantern')
    await expect.poll(() => document.getSelection()?.toString()).toBe('The lantern')
    expect(toolbar().query()).toBeNull()
  })

  it('is painted in every pane that shows its article', async () => {
    await openDesk({}, [lantern.id, lantern.id])
    await highlight('four pages', 'Purple')
    await expect.poll(() => paintedText('purple')).toEqual(['four pages', 'four pages'])
    await userEvent.click(page.getByRole('button', { name: 'Close pane 2' }))
    await expect.poll(() => paintedText('purple')).toEqual(['four pages'])
  })

  it('is listed for the article of the focused pane', async () => {
    await openDesk({ 'four pages': 'yellow' }, [lantern.id, harbour.id])
    await userEvent.click(articleIn(2))
    await expect.element(notebook()).toHaveTextContent(/No highlights in this article yet/)
    await userEvent.click(articleIn(1))
    await expect.poll(quotes).toEqual(['four pages'])
  })

  it('is there again after a new start, painted at the same words', async () => {
    const { program } = await openDesk({ 'the other 🏮 at': 'red' })
    await cleanup()
    expect(paintedText('red')).toEqual([])
    await openPage(program)
    await expect.poll(() => paintedText('red')).toEqual(['the other 🏮 at'])
    await expect.poll(quotes).toEqual(['the other 🏮 at'])
  })
})

describe('the keys of a selection', () => {
  it('H highlights in the colour chosen last', async () => {
    await openDesk()
    await highlight('two harbours', 'Blue')
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('h')
    await expect.poll(() => paintedText('blue')).toEqual(['two harbours', 'four pages'])
  })

  it('1 to 5 highlight in the colours in their order', async () => {
    await openDesk()
    for (const [key, name, words] of [
      ['2', 'green', 'four pages'],
      ['5', 'red', 'any hour'],
    ] as const) {
      await selectWords(articleIn(1), words)
      await expect.element(toolbar()).toBeVisible()
      await userEvent.keyboard(key)
      await expect.poll(() => paintedText(name)).toEqual([words])
    }
  })

  it('H follows a colour that was chosen by its number', async () => {
    await openDesk()
    await selectWords(articleIn(1), 'two harbours')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('2')
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('h')
    await expect.poll(quotes).toHaveLength(2)
    expect(paintedText('green')).toEqual(['two harbours', 'four pages'])
  })

  it('N highlights and leads into the note, without typing itself', async () => {
    const { stored } = await openDesk()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('n')
    const field = notebook().getByRole('textbox', { name: 'Note' })
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('Why four?{Escape}')
    await expect.poll(stored).toMatchObject([{ note: 'Why four?', colour: 'yellow' }])
  })

  it('do nothing without a selection, nor while somebody types', async () => {
    const { stored } = await openDesk()
    await clickWords(articleIn(1), 'four pages')
    await userEvent.keyboard('h2n')
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    searchbox().element().focus()
    await userEvent.keyboard('h2n')
    await expect.element(searchbox()).toHaveValue('h2n')
    expect(stored()).toEqual([])
  })
})
