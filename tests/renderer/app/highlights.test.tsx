import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf } from '../made-up-library.ts'
import { articleIn, cards, notebook, openPage, pane, searchbox, toolbar } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { clickWords, dragMouse, findWords, releaseMouse, selectWords } from '../reader-hands.ts'

/** Words that were highlighted before, with their colours; each has an empty note. */
type Made = Partial<Record<string, HighlightColour>>

/** The page with these articles open, and these words of the lantern treaty highlighted. */
async function open(made: Made = {}, articleIds = [lantern.id]) {
  const panes = articleIds.map((articleId) => ({ articleId }))
  const program = createFakeProgram({ workspace: { panes } })
  await Promise.all(
    Object.entries(made).map(([words, colour = 'yellow']) =>
      program.otherPage.saveAnnotation(draftOf(words, colour)),
    ),
  )
  const state = await openPage(program)
  await expect.poll(() => cards().length).toBe(Object.keys(made).length)
  await expect.element(articleIn(articleIds.length)).toBeVisible()
  return { program, state, stored: () => program.storedAnnotations(lantern.id) }
}

function draftOf(words: string, colour: HighlightColour) {
  const { id: articleId, contentHash } = lantern
  return {
    id: crypto.randomUUID(),
    articleId,
    contentHash,
    revision: 0,
    ...placeOf(lantern, words),
    colour,
    note: '',
  }
}

const colour = (name: string) => toolbar().getByRole('button', { name })

/** What is seen of the choice of a colour in a card: the radio button itself is hidden below it. */
function swatch(name: string): Element {
  const label = cards().getByRole('radio', { name }).element().closest('label')
  if (!label) throw new Error(`there is no swatch ${name}`)
  return label
}

/** Highlights words with the mouse. */
async function highlight(words: string, name = 'Yellow', to = words): Promise<void> {
  await selectWords(articleIn(1), words, to)
  await userEvent.click(colour(name))
  await expect.element(toolbar()).not.toBeInTheDocument()
}

/** The quotes of the notebook's cards, in its order. */
const quotes = (): (string | null)[] =>
  cards()
    .elements()
    .map((card) => card.querySelector('button')?.textContent ?? null)

describe('selecting with the mouse', () => {
  it('brings up a toolbar with the five colours by name and “Add note”', async () => {
    await open()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    const names = toolbar()
      .getByRole('button')
      .elements()
      .map((button) => button.ariaLabel ?? button.textContent)
    expect(names).toEqual(['Yellow', 'Green', 'Blue', 'Purple', 'Red', 'Add note'])
  })

  it('shows the toolbar beside the selection, and only when the button is let go', async () => {
    await open()
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
    await open({}, [lantern.id, harbour.id])
    await selectWords(articleIn(1), 'So ends the account of the lantern treaty.')
    await expect.element(toolbar()).toBeVisible()
    const [place, room] = [toolbar(), pane(1)].map((part) => part.element().getBoundingClientRect())
    expect(place?.bottom).toBeLessThanOrEqual(room?.bottom ?? 0)
    expect(place?.right).toBeLessThanOrEqual(room?.right ?? 0)
  })

  it('leads with Tab to the toolbar, which works with the keyboard alone', async () => {
    const { stored } = await open()
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
    await open()
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
    const { stored } = await open()
    await highlight('four pages', 'Green')
    expect(paintedText('green')).toEqual(['four pages'])
    expect(quotes()).toEqual(['four pages'])
    await expect.poll(stored).toMatchObject([{ colour: 'green', anchor: { exact: 'four pages' } }])
    await expect.element(cards()).toHaveTextContent(/Green, Evidence · ¶ 2/)
  })

  it('stands in the notebook in text order', async () => {
    await open()
    for (const words of ['any hour', 'two harbours', 'four pages']) await highlight(words)
    expect(quotes()).toEqual(['two harbours', 'four pages', 'any hour'])
    await expect.element(notebook().getByText('3 highlights')).toBeVisible()
  })

  it('reaches across paragraphs', async () => {
    const { stored } = await open()
    await highlight('at any hour.', 'Blue', 'We do not count the boats')
    await expect
      .poll(stored)
      .toMatchObject([{ anchor: { exact: 'at any hour.\nWe do not count the boats' } }])
    expect(paintedText('blue')).toEqual(['at any hour.We do not count the boats'])
  })

  it('takes emphasis and strong words as they come', async () => {
    const { stored } = await open()
    await highlight('signed the lantern', 'Red', 'both towers lit')
    const exact = 'signed the lantern treaty, and the keepers of both towers lit'
    await expect.poll(stored).toMatchObject([{ anchor: { exact } }])
    expect(paintedText('red')).toEqual([exact])
  })

  it('holds a whole character where that is two units long', async () => {
    const { stored } = await open()
    await highlight('the other 🏮 at')
    await expect.poll(stored).toMatchObject([{ anchor: { exact: 'the other 🏮 at' } }])
  })

  it('lies within a table, across its cells', async () => {
    const { stored } = await open()
    await highlight('Second', 'Yellow', 'all three')
    await expect.poll(stored).toMatchObject([{ anchor: { exact: 'Second\t9\tall three' } }])
  })

  it('is the paragraph alone where that is selected by three clicks', async () => {
    const { stored } = await open()
    await clickWords(articleIn(1), 'We do not count', 3)
    await userEvent.click(colour('Yellow'))
    const exact = 'We do not count the boats; we count the nights on which none was lost.'
    await expect.poll(stored).toMatchObject([{ anchor: { exact } }])
  })

  it('begins with the text where the selection begins in the title', async () => {
    const { stored } = await open()
    await highlight('The lantern', 'Yellow', 'On the first night')
    await expect.poll(stored).toMatchObject([{ anchor: { start: 0, exact: 'On the first night' } }])
  })

  it('is not made of white space, nor of the title alone', async () => {
    await open()
    await selectWords(articleIn(1), 'The lantern')
    await expect.poll(() => document.getSelection()?.toString()).toBe('The lantern')
    expect(toolbar().query()).toBeNull()
  })

  it('is painted in every pane that shows its article', async () => {
    await open({}, [lantern.id, lantern.id])
    await highlight('four pages', 'Purple')
    await expect.poll(() => paintedText('purple')).toEqual(['four pages', 'four pages'])
    await userEvent.click(page.getByRole('button', { name: 'Close pane 2' }))
    await expect.poll(() => paintedText('purple')).toEqual(['four pages'])
  })

  it('is listed for the article of the focused pane', async () => {
    await open({ 'four pages': 'yellow' }, [lantern.id, harbour.id])
    await userEvent.click(articleIn(2))
    await expect.element(notebook()).toHaveTextContent(/No highlights in this article yet/)
    await userEvent.click(articleIn(1))
    await expect.poll(quotes).toEqual(['four pages'])
  })

  it('is there again after a new start, painted at the same words', async () => {
    const { program } = await open({ 'the other 🏮 at': 'red' })
    await openPage(program)
    await expect.poll(() => paintedText('red')).toEqual(['the other 🏮 at'])
    await expect.poll(quotes).toEqual(['the other 🏮 at'])
  })
})

describe('the keys of a selection', () => {
  it('H highlights in the colour chosen last', async () => {
    await open()
    await highlight('two harbours', 'Blue')
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('h')
    await expect.poll(() => paintedText('blue')).toEqual(['two harbours', 'four pages'])
  })

  it('1 to 5 highlight in the colours in their order', async () => {
    await open()
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
    await open()
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
    const { stored } = await open()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('n')
    const field = notebook().getByRole('textbox', { name: 'Note' })
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('Why four?{Escape}')
    await expect.poll(stored).toMatchObject([{ note: 'Why four?', colour: 'yellow' }])
  })

  it('do nothing without a selection, nor while somebody types', async () => {
    const { stored } = await open()
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

describe('a click on highlights', () => {
  it('lists every one at that place', async () => {
    await open({ 'treaty runs to four': 'yellow', 'four pages': 'red' })
    await clickWords(articleIn(1), 'four')
    const dialog = page.getByRole('dialog', { name: '2 highlights here' })
    await expect.element(dialog).toBeVisible()
    expect(dialog.getByRole('listitem').length).toBe(2)
    await expect.element(dialog).toHaveTextContent(/treaty runs to four.*four pages/)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()

    await clickWords(articleIn(1), 'pages')
    await expect.element(page.getByRole('dialog', { name: '1 highlight here' })).toBeVisible()
  })

  it('elsewhere opens nothing', async () => {
    await open({ 'four pages': 'yellow' })
    await clickWords(articleIn(1), 'any hour')
    expect(page.getByRole('dialog').query()).toBeNull()
  })

  it('can delete one there, which closes with its last and stays closed when it is brought back', async () => {
    const { stored } = await open({ 'four pages': 'yellow' })
    await clickWords(articleIn(1), 'four pages')
    const dialog = page.getByRole('dialog')
    await userEvent.click(dialog.getByRole('button', { name: 'four pages' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Delete highlight and note' }))
    await expect.element(dialog).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('button', { name: 'Undo' }))
    await expect.poll(stored).toMatchObject([{ deletedAt: null }])
    await expect.poll(quotes).toEqual(['four pages'])
    expect(dialog.query()).toBeNull()
  })
})

describe('a card of the notebook', () => {
  it('leads to its words and marks them', async () => {
    await open({ 'So ends the account': 'yellow' })
    await userEvent.click(cards().getByRole('button', { name: 'So ends the account' }))
    await expect.poll(() => paintedText('selected')).toEqual(['So ends the account'])
    await expect
      .poll(() => findWords(articleIn(1).element(), 'So ends the account').getBoundingClientRect().bottom)
      .toBeLessThan(innerHeight)
  })

  it('changes the colour', async () => {
    const { stored } = await open({ 'four pages': 'yellow' })
    await userEvent.click(cards().getByRole('button', { name: 'four pages' }))
    await expect.element(cards().getByRole('radio', { name: 'Yellow' })).toBeChecked()
    await userEvent.click(swatch('Purple'))
    await expect.poll(() => paintedText('purple')).toEqual(['four pages'])
    expect(paintedText('yellow')).toEqual([])
    await expect.poll(stored).toMatchObject([{ colour: 'purple' }])
  })

  it('deletes, and the deletion is taken back where it is told', async () => {
    const { stored } = await open({ 'four pages': 'yellow' })
    await userEvent.click(cards().getByRole('button', { name: 'four pages' }))
    await userEvent.click(cards().getByRole('button', { name: 'Delete highlight and note' }))
    await expect.element(page.getByText('Highlight deleted')).toBeVisible()
    expect(paintedText('yellow')).toEqual([])
    await expect.poll(() => stored()[0]?.deletedAt).not.toBeNull()
    await userEvent.click(page.getByRole('button', { name: 'Undo' }))
    await expect.poll(() => paintedText('yellow')).toEqual(['four pages'])
    expect(quotes()).toEqual(['four pages'])
  })
})

describe('Ctrl+Z', () => {
  it('takes back the last highlight', async () => {
    await open()
    await highlight('two harbours')
    await highlight('four pages')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => paintedText('yellow')).toEqual(['two harbours'])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => paintedText('yellow')).toEqual(['two harbours', 'four pages'])
  })

  it('belongs to the text in a field', async () => {
    await open()
    await highlight('two harbours')
    await userEvent.click(searchbox())
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(paintedText('yellow')).toEqual(['two harbours'])
  })
})

describe('the mark in the margin', () => {
  it('stands where a note is, and lists what is there', async () => {
    const { state } = await open({ 'four pages': 'yellow', 'any hour': 'yellow' })
    const marks = articleIn(1).getByRole('button', { name: /note/ })
    expect(marks.query()).toBeNull()
    const [entry] = state.annotations.store.getState().byArticle[lantern.id] ?? []
    state.annotations.writeNote(entry?.id ?? '', 'Why four?')
    await userEvent.click(marks)
    await expect
      .element(page.getByRole('dialog', { name: '1 highlight here' }))
      .toHaveTextContent(/Why four\?/)
  })
})
