import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { lantern } from '../made-up-library.ts'
import { articleIn, cards, searchbox } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { clickWords, findWords } from '../reader-hands.ts'
import { highlight, openDesk, quotes } from './highlight-desk.ts'

/** What is seen of the choice of a colour in a card: the radio button itself is hidden below it. */
function swatch(name: string): Element {
  const label = cards().getByRole('radio', { name }).element().closest('label')
  if (!label) throw new Error(`there is no swatch ${name}`)
  return label
}

describe('a click on highlights', () => {
  it('lists every one at that place', async () => {
    await openDesk({ 'treaty runs to four': 'yellow', 'four pages': 'red' })
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

  it('opens those of another place at once, while some are listed', async () => {
    await openDesk({ 'two harbours': 'yellow', 'four pages': 'red' })
    await clickWords(articleIn(1), 'four pages')
    const dialog = page.getByRole('dialog', { name: '1 highlight here' })
    await expect.element(dialog).toHaveTextContent(/four pages/)
    await clickWords(articleIn(1), 'two harbours')
    await expect.element(dialog).toHaveTextContent(/two harbours/)
    expect(dialog.length).toBe(1)
  })

  it('beside them closes the list, and so does a press on anything else', async () => {
    await openDesk({ 'four pages': 'yellow' })
    const dialog = page.getByRole('dialog')
    await clickWords(articleIn(1), 'four pages')
    await expect.element(dialog).toBeVisible()
    await clickWords(articleIn(1), 'two harbours')
    await expect.element(dialog).not.toBeInTheDocument()

    await clickWords(articleIn(1), 'four pages')
    await userEvent.click(searchbox())
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(searchbox()).toHaveFocus()

    await clickWords(articleIn(1), 'four pages')
    await expect.element(dialog).toBeVisible()
    // What takes no focus, too.
    await userEvent.click(page.getByRole('heading', { name: 'Bookwheel' }))
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it('is taken back by Escape, wherever the focus is', async () => {
    await openDesk({ 'four pages': 'yellow' })
    await clickWords(articleIn(1), 'four pages')
    const dialog = page.getByRole('dialog')
    await expect.element(dialog).toBeVisible()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it('gives way to the palette, which Escape then closes', async () => {
    await openDesk({ 'four pages': 'yellow' })
    await clickWords(articleIn(1), 'four pages')
    await expect.element(page.getByRole('dialog', { name: '1 highlight here' })).toBeVisible()
    await userEvent.keyboard('{Control>}k{/Control}')
    const palette = page.getByRole('dialog', { name: 'Commands' })
    await expect.element(palette).toBeVisible()
    await expect.element(page.getByRole('dialog', { name: '1 highlight here' })).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.element(palette).not.toBeInTheDocument()
  })

  it('elsewhere opens nothing', async () => {
    await openDesk({ 'four pages': 'yellow' })
    await clickWords(articleIn(1), 'any hour')
    expect(page.getByRole('dialog').query()).toBeNull()
  })

  it('can delete one there, which closes with its last and stays closed when it is brought back', async () => {
    const { stored } = await openDesk({ 'four pages': 'yellow' })
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
    await openDesk({ 'So ends the account': 'yellow' })
    await userEvent.click(cards().getByRole('button', { name: 'So ends the account' }))
    await expect.poll(() => paintedText('selected')).toEqual(['So ends the account'])
    await expect
      .poll(() => findWords(articleIn(1).element(), 'So ends the account').getBoundingClientRect().bottom)
      .toBeLessThan(innerHeight)
  })

  it('changes the colour', async () => {
    const { stored } = await openDesk({ 'four pages': 'yellow' })
    await userEvent.click(cards().getByRole('button', { name: 'four pages' }))
    await expect.element(cards().getByRole('radio', { name: 'Yellow' })).toBeChecked()
    await userEvent.click(swatch('Purple'))
    await expect.poll(() => paintedText('purple')).toEqual(['four pages'])
    expect(paintedText('yellow')).toEqual([])
    await expect.poll(stored).toMatchObject([{ colour: 'purple' }])
  })

  it('deletes, and the deletion is taken back where it is told', async () => {
    const { stored } = await openDesk({ 'four pages': 'yellow' })
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
  it('takes back the last highlight, and Ctrl+Shift+Z makes it again', async () => {
    await openDesk()
    await highlight('two harbours')
    await highlight('four pages')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => paintedText('yellow')).toEqual(['two harbours'])
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(() => paintedText('yellow')).toEqual(['two harbours', 'four pages'])
  })

  it('belongs to the text in a field', async () => {
    await openDesk()
    await highlight('two harbours')
    await userEvent.click(searchbox())
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(paintedText('yellow')).toEqual(['two harbours'])
  })
})

describe('the mark in the margin', () => {
  it('stands where a note is, and lists what is there', async () => {
    const { state } = await openDesk({ 'four pages': 'yellow', 'any hour': 'yellow' })
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

describe('the focus', () => {
  it('goes to the next card where a card takes itself away, and to something near where a hint does', async () => {
    await openDesk({ 'two harbours': 'yellow', 'four pages': 'red' })
    const first = cards().first().getByRole('button', { name: 'two harbours' })
    first.element().focus()
    await userEvent.keyboard('{Enter}')
    const bin = cards().first().getByRole('button', { name: 'Delete highlight and note' })
    await expect.element(bin).toBeVisible()
    bin.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(cards().getByRole('button', { name: 'four pages' })).toHaveFocus()

    page.getByRole('button', { name: 'Dismiss this hint' }).first().element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.closest('.library') !== null).toBe(true)
  })
})
