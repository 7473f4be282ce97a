import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PageState } from '../../../renderer/state/page-state.ts'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern } from '../made-up-library.ts'
import { articleIn, openPage, pane, searchbox, toolbar } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { selectWords } from '../reader-hands.ts'

async function open(options: FakeProgramOptions = {}) {
  const panes = [{ articleId: lantern.id }, { articleId: harbour.id }]
  const program = createFakeProgram({ workspace: { panes }, ...options })
  const state = await openPage(program)
  await expect.element(articleIn(2)).toBeVisible()
  return { program, state }
}

const palette = () => page.getByRole('dialog', { name: 'All commands' })
const options = () => palette().getByRole('option')
const titles = (): string[] =>
  options()
    .elements()
    .map((option) => option.querySelector('.palette-name')?.textContent ?? '')

/** The keys of a command in the dialog in which they are chosen. */
const keysIn = (title: string): string[] => {
  const rows = [...document.querySelectorAll('.key-row')]
  const row = rows.find((element) => element.querySelector('.key-title')?.textContent === title)
  return [...(row?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent ?? '')
}

async function openPalette(): Promise<void> {
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(palette()).toBeVisible()
}

/** Opens the palette and puts these letters in at once. */
async function look(letters: string): Promise<void> {
  await openPalette()
  await userEvent.fill(palette().getByRole('combobox'), letters)
}

/** Runs the first command that these letters find. */
async function run(letters: string, title: string): Promise<void> {
  await look(letters)
  expect(titles()[0]).toBe(title)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => palette().query()).toBeNull()
}

/** Asks for other keys of a command in the dialog in which they are chosen, and presses them. */
async function choose({ overlays }: PageState, title: string, keys: string): Promise<void> {
  overlays.show('choice of keys')
  await userEvent.fill(page.getByRole('searchbox', { name: 'Find a command' }), title)
  await userEvent.click(page.getByRole('button', { name: `${title}: ` }))
  await expect.element(page.getByRole('button', { name: `Press the new keys: ${title}` })).toHaveFocus()
  await userEvent.keyboard(keys)
}

describe('the palette', () => {
  it('finds a command by a few letters, runs it by Enter and leaves the focus where that leads', async () => {
    await open()
    await openPalette()
    await userEvent.keyboard('go pa 2')
    expect(titles()[0]).toBe('Go to pane 2')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => pane(2).element().contains(document.activeElement)).toBe(true)
    expect(palette().query()).toBeNull()
  })

  it('says why a command can do nothing, and does not run it', async () => {
    await open()
    await look('clear the search')
    expect(titles()).toEqual(['Clear the search'])
    await expect.element(options()).toHaveTextContent('Nothing is searched for')
    await expect.element(options()).toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Enter}')
    await expect.element(palette()).toBeVisible()
  })

  it('acts on the words that were selected before it opened, and leaves them selected where nothing is chosen', async () => {
    await open()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await openPalette()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.getSelection()?.toString()).toBe('four pages')
    await look('in red')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => paintedText('red')).toEqual(['four pages'])
  })

  it('goes through its rows with the arrow keys, round at the ends', async () => {
    await open()
    await look('theme')
    const selected = () =>
      options()
        .elements()
        .findIndex((option) => option.ariaSelected === 'true')
    const last = options().length - 1
    expect(selected()).toBe(0)
    await userEvent.keyboard('{ArrowUp}')
    expect(selected()).toBe(last)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(selected()).toBe(1)
    const field = palette().getByRole('combobox').element()
    expect(field.getAttribute('aria-activedescendant')).toBe(options().nth(1).element().id)
  })
})

describe('the sheet of keys', () => {
  it('shows the keys as they are now, and leads to where they are chosen', async () => {
    await open({ settings: { keys: { 'search.nextMatch': ['F4'] } } })
    await userEvent.keyboard('?')
    const sheet = page.getByRole('dialog', { name: 'All keys' })
    await expect.element(sheet).toBeVisible()
    const row = [...sheet.element().querySelectorAll('dl > div')].find(
      ({ firstChild }) => firstChild?.textContent === 'Next match',
    )
    expect(row?.querySelector('dd')?.textContent).toBe('F4')
    await userEvent.click(sheet.getByRole('button', { name: 'Choose other keys' }))
    await expect.element(page.getByRole('dialog', { name: 'Choose keys' })).toBeVisible()
  })
})

describe('other keys', () => {
  it('act at once and are kept', async () => {
    const { program, state } = await open()
    await choose(state, 'Search the library', '{F4}')
    await expect.poll(() => keysIn('Search the library')).toEqual(['F4', '/'])
    expect(program.storedSettings().keys).toEqual({ 'search.library': ['F4', '/'] })
    state.overlays.close()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await userEvent.keyboard('{F4}')
    await expect.element(searchbox()).toHaveFocus()
  })

  it('that another command has are told, and can be swapped', async () => {
    const { program, state } = await open()
    await choose(state, 'Next match', '{F6}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('F6 belongs to “Next part of the page”.')
    expect(program.storedSettings().keys).toEqual({})
    await expect.element(page.getByRole('button', { name: 'Swap the two' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await userEvent.clear(page.getByRole('searchbox', { name: 'Find a command' }))
    await expect.poll(() => keysIn('Next match')).toEqual(['F6', 'Ctrl+G'])
    expect(keysIn('Next part of the page')).toEqual(['F3'])
    await userEvent.click(page.getByRole('button', { name: 'Give all commands their own keys back' }))
    await expect.poll(() => keysIn('Next match')).toEqual(['F3', 'Ctrl+G'])
    expect(program.storedSettings().keys).toEqual({})
  })

  it('that the browser keeps are refused with the reason', async () => {
    const { program, state } = await open()
    await choose(state, 'Next match', '{Control>}{Shift>}t{/Shift}{/Control}')
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/^Browsers keep Ctrl\+Shift\+T for themselves/)
    expect(program.storedSettings().keys).toEqual({})
  })

  it('are none where Esc is pressed instead, which leaves the settings open', async () => {
    const { program, state } = await open()
    await choose(state, 'Next match', '{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Choose keys' })).toBeVisible()
    expect(program.storedSettings().keys).toEqual({})
    expect(keysIn('Next match')).toEqual(['F3', 'Ctrl+G'])
  })

  it('take over from another window at once', async () => {
    const { program } = await open()
    await program.otherPage.changeSettings({ keys: { 'search.library': ['F4'] } })
    await expect
      .poll(async () => {
        await userEvent.keyboard('{F4}')
        return document.activeElement === searchbox().element()
      })
      .toBe(true)
  })
})

/** Presses the key of the search, perhaps while an input method is at work; answers whether nobody took it. */
const compose = (isComposing: boolean): boolean =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: '/',
      code: 'Slash',
      isComposing,
      bubbles: true,
      cancelable: true,
    }),
  )

describe('keys', () => {
  it('do nothing below a dialog, nor while an input method is at work', async () => {
    const { state } = await open()
    expect(compose(true)).toBe(true)
    expect(document.activeElement).not.toBe(searchbox().element())
    state.overlays.show('keys')
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('{Alt>}{Shift>}w{/Shift}{/Alt}')
    expect(compose(false)).toBe(true)
    expect(state.workspace.store.getState().panes).toHaveLength(2)
    state.overlays.close()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(compose(false)).toBe(false)
    await expect.element(searchbox()).toHaveFocus()
  })
})

describe('single letters', () => {
  it('do nothing once they are switched off; keys with Ctrl do', async () => {
    const { state } = await open()
    await state.settings.change({ singleKeys: false })
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('h/2')
    await expect.element(toolbar()).toBeVisible()
    expect(paintedText('yellow')).toEqual([])
    await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}')
    await expect.element(searchbox()).toHaveFocus()
  })
})

describe('a command of the native menu', () => {
  it('is run by the page that is told of it', async () => {
    const { program } = await open()
    program.deliver({ type: 'command-asked', command: 'search.library' })
    await expect.element(searchbox()).toHaveFocus()
    program.deliver({ type: 'command-asked', command: 'commands.keys' })
    await expect.element(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  })
})

describe('what buttons do', () => {
  it.each([
    ['what a search can', 'What a search can say', 'What a search can say'],
    ['filter the lib', 'Filter the library', 'Filter'],
  ])(
    '“%s” opens what its button opens, also while the library is folded away',
    async (letters, title, name) => {
      const { state } = await open()
      state.workspace.store.setState({ libraryOpen: false })
      await run(letters, title)
      await expect.element(page.getByRole('dialog', { name })).toBeVisible()
    },
  )

  it('the contents are those of the focused pane', async () => {
    const { state } = await open()
    state.workspace.focusPane(1)
    await look('contents')
    await expect.element(options().first()).toHaveTextContent('This article has no headings')
    await userEvent.keyboard('{Escape}')
    state.workspace.focusPane(0)
    await run('contents', 'Contents of the article')
    await expect.element(page.getByRole('menu', { name: 'Contents' })).toBeVisible()
    await expect.element(page.getByRole('menuitemradio', { name: 'What was signed' })).toBeVisible()
  })

  it('a search is saved, and says so where there is none to save', async () => {
    await open()
    await look('save this se')
    await expect.element(options().first()).toHaveTextContent('Nothing is searched for')
    await userEvent.keyboard('{Escape}')
    await userEvent.fill(searchbox(), 'treaty')
    await run('save this se', 'Save this search…')
    await expect.element(page.getByRole('textbox', { name: 'Name of the search' })).toHaveFocus()
  })

  it('C copies the selection with its citation', async () => {
    const written: string[] = []
    const { clipboard } = navigator
    const original = clipboard.writeText.bind(clipboard)
    clipboard.writeText = async (text) => void written.push(text)
    onTestFinished(() => {
      clipboard.writeText = original
    })
    await open()
    await selectWords(articleIn(1), 'four pages')
    await expect.element(toolbar()).toBeVisible()
    await userEvent.keyboard('c')
    await expect.poll(() => written).toEqual([expect.stringContaining('“four pages”')])
  })

  it('the open highlight has its ends moved and is deleted; without one both say why not', async () => {
    const { program, state } = await open()
    await look('delete the open')
    await expect.element(options().first()).toHaveTextContent('None stands open')
    await userEvent.keyboard('{Escape}')
    await selectWords(articleIn(1), 'four pages')
    await userEvent.keyboard('h')
    await expect.poll(() => program.storedAnnotations(lantern.id).length).toBe(1)
    state.annotations.select(program.storedAnnotations(lantern.id)[0]?.id ?? null)
    await run('move the ends', 'Move the ends of the open highlight')
    await expect.element(page.getByRole('group', { name: 'Ends of the highlight' })).toBeVisible()
    await run('delete the open', 'Delete the open highlight or note')
    await expect.poll(() => program.storedAnnotations(lantern.id)[0]?.deletedAt).not.toBeNull()
  })

  it('the notebook is grouped, cleared and copied, also while it is folded away', async () => {
    const { program, state } = await open()
    const written: string[] = []
    const { clipboard } = navigator
    const original = clipboard.writeText.bind(clipboard)
    clipboard.writeText = async (text) => void written.push(text)
    onTestFinished(() => {
      clipboard.writeText = original
    })
    await look('copy the notebook')
    await expect.element(options().first()).toHaveTextContent('The notebook shows nothing')
    await userEvent.keyboard('{Escape}')
    await selectWords(articleIn(1), 'four pages')
    await userEvent.keyboard('h')
    await expect.poll(() => program.storedAnnotations(lantern.id).length).toBe(1)
    state.workspace.changeNotebook({ scope: 'all', text: 'four' })
    await run('group notebook colour', 'Group the notebook by colour')
    expect(state.workspace.store.getState().notebook.grouping).toBe('colour')
    await run('clear filter notebook', 'Clear the filter of the notebook')
    expect(state.workspace.store.getState().notebook.text).toBe('')
    state.workspace.store.setState({ notebookOpen: false })
    await run('copy the notebook', 'Copy the notebook as Markdown')
    await expect.poll(() => written).toEqual([expect.stringContaining('> four pages')])
  })

  it.each([
    ['desktop', null],
    ['loopback', 'Only the desktop program can; its path can be copied'],
  ] as const)(
    'the data folder is shown by the program for the %s, or says why not',
    async (shell, whyNot) => {
      await open({ shell })
      await look('show data folder')
      expect(titles()[0]).toBe('Show the data folder')
      const why = options().first().element().querySelector('.palette-why')
      expect(why?.textContent ?? null).toBe(whyNot)
    },
  )

  it('the text is set', async () => {
    const { program } = await open()
    await run('lines further', 'Lines further apart')
    await run('typeface atk', 'Typeface: Atkinson Hyperlegible')
    await run('narrow lines', 'Narrow lines')
    await expect
      .poll(() => program.storedSettings())
      .toMatchObject({ leading: 170, face: 'atkinson', measure: 'narrow' })
    await run('reset text', 'Reset the text to the defaults')
    await expect
      .poll(() => program.storedSettings())
      .toMatchObject({ leading: 160, face: 'literata', measure: 'medium' })
  })
})
