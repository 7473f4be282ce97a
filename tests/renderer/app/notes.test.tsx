import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeProgram } from '../fake-program.ts'
import { lantern, winter } from '../made-up-library.ts'
import { articleIn, cards, notebook, openPage, searchbox, toolbar } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { selectWords } from '../reader-hands.ts'
import { watchStrayFailures } from '../stray-failures.ts'
import {
  draft,
  noteField,
  openNote,
  quote,
  status,
  typeNote,
  words,
  workspace,
  writeNote,
} from './one-note.ts'

/** Whether the page lets itself be closed without a question. */
const leavePage = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** Only tells the page of it: the browser itself pastes when keys are pressed. */
function pasteIntoNote(pasted: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', pasted)
  noteField()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
}

const toldCut = () => page.getByText('A note holds at most 100,000 characters: the rest was left out.')

describe('a note', () => {
  it('is opened by “Add note” beside a selection', async () => {
    const program = createFakeProgram({ workspace })
    await openPage(program)
    await selectWords(articleIn(1), words)
    await userEvent.click(toolbar().getByRole('button', { name: 'Add note' }))
    await expect.element(noteField()).toHaveFocus()
    await userEvent.keyboard('Why four?{Control>}{Enter}{/Control}')
    await expect.poll(() => program.storedAnnotations(lantern.id)).toMatchObject([{ note: 'Why four?' }])
  })

  it('says so where words that are pasted do not all fit', async () => {
    const { stored } = await openNote('x'.repeat(99_990))
    await typeNote('')
    pasteIntoNote('0123456\r\n89')
    await expect.element(noteField()).toHaveFocus()
    expect(toldCut().query()).toBeNull()
    pasteIntoNote('0123456789a')
    await expect.element(toldCut()).toBeVisible()
    expect(stored()).toHaveLength(99_990)
  })

  it('is opened by a press on its words, the caret at their end', async () => {
    const { stored } = await openNote('Why')
    await userEvent.click(cards().getByRole('button', { name: 'Why' }))
    await expect.element(noteField()).toHaveFocus()
    await userEvent.keyboard(' four?{Control>}{Enter}{/Control}')
    await expect.poll(stored).toBe('Why four?')
  })

  it('is said to be saved only after the program has answered', async () => {
    const { program, stored } = await openNote()
    const held = program.hold('saveAnnotation')
    await typeNote('Why four?')
    await expect.element(cards().getByText('Saving…')).toBeVisible()
    await expect.element(status('Saving…')).toBeVisible()
    await expect.poll(() => held.waiting()).toBe(1)
    expect(cards().getByText('Saved').query()).toBeNull()
    held.stop()
    await expect.element(cards().getByText('Saved')).toBeVisible()
    await expect.element(status('Saved on this laptop')).toBeVisible()
    expect(stored()).toBe('Why four?')
  })

  it('is saved at once when the field is left, and with Ctrl+Enter', async () => {
    const { program, stored } = await openNote()
    await writeNote('One')
    await expect.element(noteField()).not.toHaveFocus()
    expect(program.inputsOf('saveAnnotation')).toMatchObject([{ note: 'One' }])
    await expect.poll(stored).toBe('One')
    await typeNote(', two')
    await userEvent.click(searchbox())
    await expect.poll(() => program.inputsOf('saveAnnotation'), { timeout: 300 }).toHaveLength(2)
    await expect.poll(stored).toBe('One, two')
  })

  it('takes lines and leaves the page’s keys alone', async () => {
    const { stored } = await openNote()
    await writeNote('h1{Enter}/n')
    await expect.poll(stored).toBe('h1\n/n')
  })
})

describe('a note that could not be saved', () => {
  it('says so, keeps its words and can be tried again', async () => {
    const { program, stored } = await openNote()
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'annotations/lantern-treaty' })
    await writeNote('Why four?')
    const mark = cards().getByText('Not saved')
    await expect.element(mark).toBeVisible()
    await expect.element(mark).toHaveAttribute('title', expect.stringContaining('The disk is full'))
    await expect.element(status('Not everything is saved')).toBeVisible()
    await expect.element(noteField()).toHaveValue('Why four?')

    await userEvent.click(cards().getByRole('button', { name: 'Try again' }))
    await expect.element(cards().getByText('Saved')).toBeVisible()
    expect(stored()).toBe('Why four?')
  })

  it('holds the page back from being closed', async () => {
    const { program } = await openNote()
    expect(leavePage()).toBe(true)
    program.goAway()
    await writeNote('Why four?')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    expect(leavePage()).toBe(false)
  })

  it.each([
    ['goes with the page, or is not heard of again', false, false],
    ['stays behind and carries out what was sent', true, true],
  ])('on its way to a program that %s', async (_title, outlivesPage, mayLeave) => {
    const { program } = await openNote('', { outlivesPage })
    const held = program.hold('saveAnnotation')
    await writeNote('Why four?')
    await expect.poll(() => held.waiting()).toBe(1)
    expect(leavePage()).toBe(mayLeave)
    // Newer words have to wait for the answer to the older ones.
    await typeNote(' And why now?')
    expect(leavePage()).toBe(false)
    held.stop()
    await expect.poll(leavePage).toBe(true)
  })

  it('that has failed holds the page back whatever the program is like', async () => {
    const { program } = await openNote('', { outlivesPage: true })
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'annotations/lantern-treaty' })
    await writeNote('Why four?')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    expect(leavePage()).toBe(false)
  })

  it('is sent when the page goes', async () => {
    const { program } = await openNote()
    await typeNote('Why four?')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    // On a slow machine the rest in typing may have had a part of it saved before.
    expect(program.inputsOf('saveAnnotation').at(-1)).toMatchObject({ note: 'Why four?' })
  })
})

describe('a tag that was typed and not entered', () => {
  it('is kept where the page goes', async () => {
    const { program } = await openNote()
    await userEvent.click(quote())
    await userEvent.fill(cards().getByRole('combobox', { name: 'Add a tag' }), 'border')
    leavePage()
    window.dispatchEvent(new Event('pagehide'))
    await expect.poll(() => program.storedAnnotations(lantern.id)).toMatchObject([{ tags: ['border'] }])
  })
})

const notReadYet = () => page.getByRole('alert').filter({ hasText: 'The notebook could not be read.' })

describe('highlights that have not been read yet', () => {
  it('are not said to be none', async () => {
    const program = createFakeProgram({ workspace })
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Why four?' })
    const held = program.hold('listAnnotations')
    await openPage(program)
    await expect.element(articleIn(1)).toBeVisible()
    await expect.element(notebook().getByText(lantern.title)).toBeVisible()
    expect(page.getByText('No highlights in this article yet').query()).toBeNull()
    held.stop()
    await expect.element(cards()).toHaveTextContent(/Why four/)
  })
})

describe('highlights that could not be read', () => {
  it('are not said to be none, and can be asked for again', async () => {
    const program = createFakeProgram({ workspace })
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Why four?' })
    program.failNext('listAnnotations', { code: 'program-unreachable' })
    await openPage(program)
    await expect.element(notReadYet()).toBeVisible()
    expect(page.getByText('No highlights in this article yet').query()).toBeNull()
    await userEvent.click(notReadYet().getByRole('button', { name: 'Try again' }))
    await expect.element(cards()).toHaveTextContent(/Why four/)
    await expect.element(notReadYet()).not.toBeInTheDocument()
  })

  it('of two panes are told of once', async () => {
    const program = createFakeProgram({
      workspace: { panes: [{ articleId: lantern.id }, { articleId: winter.id }] },
    })
    for (const code of ['program-unreachable', 'program-unreachable'] as const)
      program.failNext('listAnnotations', { code })
    await openPage(program)
    await expect.poll(() => program.inputsOf('listAnnotations').length).toBe(2)
    await expect.element(notReadYet()).toBeVisible()
    expect(page.getByText('Notes could not be read.').length).toBe(1)
  })

  it('come once the program is back, and the failure is not left lying about', async () => {
    const stray = watchStrayFailures()
    const program = createFakeProgram({ workspace })
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Why four?' })
    program.failNext('listAnnotations', { code: 'program-unreachable' })
    await openPage(program)
    await expect.element(articleIn(1)).toBeVisible()
    await expect.element(notReadYet()).toBeVisible()
    program.goAway()
    program.comeBack()
    await expect.poll(() => paintedText('yellow')).toEqual([words])
    await expect.element(notReadYet()).not.toBeInTheDocument()
    expect(stray).toEqual([])
  })
})

describe('another page', () => {
  it('that changes a note is followed here', async () => {
    const { program } = await openNote('before')
    await program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs', colour: 'red' })
    await expect.element(cards()).toHaveTextContent(/theirs/)
    await expect.element(cards()).toHaveTextContent(/Red, /)
  })
})
