import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern, placeOf, winter } from '../made-up-library.ts'
import { articleIn, cards, notebook, openPage, searchbox, toolbar } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { selectWords } from '../reader-hands.ts'
import { watchStrayFailures } from '../stray-failures.ts'

const workspace = { panes: [{ articleId: lantern.id }] }
const words = 'four pages'
const id = '0b9f3f0e-6f0b-4c3b-9a57-3a3c51f3a1d4'

const draft = {
  id,
  articleId: lantern.id,
  contentHash: lantern.contentHash,
  ...placeOf(lantern, words),
  colour: 'yellow' as const,
}

/** The page with one highlight, made before; `note` is its note. */
async function open(note = '', options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace, ...options })
  await program.otherPage.saveAnnotation({ ...draft, revision: 0, note })
  const state = await openPage(program)
  await expect.element(cards()).toBeVisible()
  return { program, state, stored: () => program.storedAnnotations(lantern.id)[0]?.note }
}

const quote = () => cards().getByRole('button', { name: words })
const field = () => cards().getByRole('textbox', { name: 'Note' })
const status = (text: string) => page.getByRole('status').filter({ hasText: text })

/** Opens the card and types at the end of its note. */
async function type(text: string): Promise<void> {
  await userEvent.click(quote())
  await userEvent.click(field())
  await userEvent.keyboard(`{End}${text}`)
}

/** Types and has it saved at once. */
async function write(text: string): Promise<void> {
  await type(`${text}{Control>}{Enter}{/Control}`)
}

/** Whether the page lets itself be closed without a question. */
const leavePage = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** A conflict: "theirs" was written elsewhere while "mine" stands on the page. */
async function openConflict() {
  const desk = await open('before')
  desk.program.goAway()
  await write(' and mine')
  await expect.element(cards().getByText('Not saved')).toBeVisible()
  await desk.program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs' })
  desk.program.comeBack()
  await expect.element(cards().getByRole('group', { name: 'Two versions of this note' })).toBeVisible()
  return desk
}

describe('a note', () => {
  it('is opened by “Add note” beside a selection', async () => {
    const program = createFakeProgram({ workspace })
    await openPage(program)
    await selectWords(articleIn(1), words)
    await userEvent.click(toolbar().getByRole('button', { name: 'Add note' }))
    await expect.element(field()).toHaveFocus()
    await userEvent.keyboard('Why four?{Control>}{Enter}{/Control}')
    await expect.poll(() => program.storedAnnotations(lantern.id)).toMatchObject([{ note: 'Why four?' }])
  })

  it('is opened by a press on its words, the caret at their end', async () => {
    const { stored } = await open('Why')
    await userEvent.click(cards().getByRole('button', { name: 'Why' }))
    await expect.element(field()).toHaveFocus()
    await userEvent.keyboard(' four?{Control>}{Enter}{/Control}')
    await expect.poll(stored).toBe('Why four?')
  })

  it('is said to be saved only after the program has answered', async () => {
    const { program, stored } = await open()
    const held = program.hold('saveAnnotation')
    await type('Why four?')
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
    const { program, stored } = await open()
    await write('One')
    await expect.element(field()).not.toHaveFocus()
    expect(program.inputsOf('saveAnnotation')).toMatchObject([{ note: 'One' }])
    await expect.poll(stored).toBe('One')
    await type(', two')
    await userEvent.click(searchbox())
    await expect.poll(() => program.inputsOf('saveAnnotation'), { timeout: 300 }).toHaveLength(2)
    await expect.poll(stored).toBe('One, two')
  })

  it('takes lines and leaves the page’s keys alone', async () => {
    const { stored } = await open()
    await write('h1{Enter}/n')
    await expect.poll(stored).toBe('h1\n/n')
  })
})

describe('a note that could not be saved', () => {
  it('says so, keeps its words and can be tried again', async () => {
    const { program, stored } = await open()
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'annotations/lantern-treaty' })
    await write('Why four?')
    const mark = cards().getByText('Not saved')
    await expect.element(mark).toBeVisible()
    await expect.element(mark).toHaveAttribute('title', expect.stringContaining('The disk is full'))
    await expect.element(status('Not everything is saved')).toBeVisible()
    await expect.element(field()).toHaveValue('Why four?')

    await userEvent.click(cards().getByRole('button', { name: 'Try again' }))
    await expect.element(cards().getByText('Saved')).toBeVisible()
    expect(stored()).toBe('Why four?')
  })

  it('holds the page back from being closed', async () => {
    const { program } = await open()
    expect(leavePage()).toBe(true)
    program.goAway()
    await write('Why four?')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    expect(leavePage()).toBe(false)
  })

  it.each([
    ['goes with the page, or is not heard of again', false, false],
    ['stays behind and carries out what was sent', true, true],
  ])('on its way to a program that %s', async (_title, outlivesPage, mayLeave) => {
    const { program } = await open('', { outlivesPage })
    const held = program.hold('saveAnnotation')
    await write('Why four?')
    await expect.poll(() => held.waiting()).toBe(1)
    expect(leavePage()).toBe(mayLeave)
    // Newer words have to wait for the answer to the older ones.
    await type(' And why now?')
    expect(leavePage()).toBe(false)
    held.stop()
    await expect.poll(leavePage).toBe(true)
  })

  it('that has failed holds the page back whatever the program is like', async () => {
    const { program } = await open('', { outlivesPage: true })
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'annotations/lantern-treaty' })
    await write('Why four?')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    expect(leavePage()).toBe(false)
  })

  it('is sent when the page goes', async () => {
    const { program } = await open()
    await type('Why four?')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    // On a slow machine the rest in typing may have had a part of it saved before.
    expect(program.inputsOf('saveAnnotation').at(-1)).toMatchObject({ note: 'Why four?' })
  })
})

describe('two versions of a note', () => {
  it('are both shown, and the line at the foot says that not everything is saved', async () => {
    await openConflict()
    await expect.element(cards()).toHaveTextContent(/Neither version is lost/)
    await expect.element(cards()).toHaveTextContent(/mine/)
    await expect.element(cards()).toHaveTextContent(/theirs/)
    await expect.element(cards().getByText('Changed elsewhere')).toBeVisible()
    await expect.element(status('Not everything is saved')).toBeVisible()
  })

  it.each([
    ['Keep mine', 'before and mine'],
    ['Take the other', 'theirs'],
    ['Keep both', 'theirs\n\nbefore and mine'],
  ])('end with “%s”', async (choice, note) => {
    const { stored } = await openConflict()
    await userEvent.click(cards().getByRole('button', { name: choice }))
    await expect.poll(stored).toBe(note)
    await expect.element(cards().getByText('Saved')).toBeVisible()
  })

  it('leaves whoever writes in the field, and no letter becomes a command', async () => {
    const { program, stored } = await open('before')
    await type(' and')
    await program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs' })
    await expect.element(cards().getByRole('group', { name: 'Two versions of this note' })).toBeVisible()
    await userEvent.keyboard(' mine, h n /')
    await expect.element(field()).toHaveFocus()
    await expect.element(field()).toHaveValue('before and mine, h n /')
    expect(searchbox().element()).toHaveProperty('value', '')
    await userEvent.click(cards().getByRole('button', { name: 'Keep mine' }))
    await expect.poll(stored).toBe('before and mine, h n /')
  })

  it('of which one is a deletion can end with either', async () => {
    const { program, stored } = await open('before')
    program.goAway()
    await write('!')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    await program.otherPage.deleteAnnotation({ id, articleId: lantern.id, revision: 1 })
    program.comeBack()
    await expect.element(cards()).toHaveTextContent(/was deleted in another window/)
    expect(cards().getByRole('button', { name: 'Keep both' }).query()).toBeNull()
    await userEvent.click(cards().getByRole('button', { name: 'Keep mine' }))
    await expect.poll(stored).toContain('!')
    expect(program.storedAnnotations(lantern.id)[0]?.deletedAt).toBeNull()
  })
})

describe('a tag that was typed and not entered', () => {
  it('is kept where the page goes', async () => {
    const { program } = await open()
    await userEvent.click(quote())
    await userEvent.fill(cards().getByRole('combobox', { name: 'Add a tag' }), 'border')
    leavePage()
    window.dispatchEvent(new Event('pagehide'))
    await expect.poll(() => program.storedAnnotations(lantern.id)).toMatchObject([{ tags: ['border'] }])
  })
})

describe('a note that another window deletes while somebody writes in it', () => {
  it('takes its field away, and no letter becomes a command until one has rested', async () => {
    const { program } = await open('before')
    await type(' and')
    await expect.element(cards().getByText('Saved')).toBeVisible()
    await program.otherPage.deleteAnnotation({ id, articleId: lantern.id, revision: 2 })
    await expect.poll(() => cards().query()).toBeNull()
    await userEvent.keyboard(' a/ {Backspace}')
    expect(searchbox().element()).not.toBe(document.activeElement)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await userEvent.keyboard('/')
    await expect.element(searchbox()).toHaveFocus()
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
    const { program } = await open('before')
    await program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs', colour: 'red' })
    await expect.element(cards()).toHaveTextContent(/theirs/)
    await expect.element(cards()).toHaveTextContent(/Red, /)
  })
})
