import { describe, expect, it, onTestFinished } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern } from '../made-up-library.ts'
import { articleIn, drawPage, openPage } from '../open-page.tsx'
import { selectWords } from '../reader-hands.ts'

async function open(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] }, ...options })
  await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return program
}

const theme = (): string | undefined => document.documentElement.dataset['theme']
const letterSize = (): string => getComputedStyle(articleIn(1).element()).fontSize

/** Presses a choice of theme: its label, for the radio button itself is hidden. */
async function chooseTheme(name: string): Promise<void> {
  await userEvent.click(page.getByRole('radiogroup', { name: 'Theme' }).getByText(name))
}

/** What is put into the clipboard until the test ends. */
function watchClipboard(): string[] {
  const written: string[] = []
  const { clipboard } = navigator
  const original = clipboard.writeText.bind(clipboard)
  clipboard.writeText = async (text) => void written.push(text)
  onTestFinished(() => {
    clipboard.writeText = original
  })
  return written
}

async function emulateScheme(value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
}

/** Makes the system prefer a scheme until the test ends. */
async function preferScheme(value: 'light' | 'dark'): Promise<void> {
  onTestFinished(() => emulateScheme(''))
  await emulateScheme(value)
}

const dismiss = () => page.getByRole('button', { name: 'Dismiss this hint' })

describe('the theme', () => {
  it('changes at once, is kept, and stands again after a new start', async () => {
    const program = await open({ settings: { theme: 'dark' } })
    await userEvent.click(page.getByRole('button', { name: 'Settings' }))
    for (const [name, drawn] of [
      ['Light', 'light'],
      ['Dark', 'dark'],
      ['Sepia', 'sepia'],
    ] as const) {
      await chooseTheme(name)
      expect(theme()).toBe(drawn)
      await expect.poll(() => program.storedSettings().theme).toBe(drawn)
    }
    await openPage(program)
    await expect.poll(theme).toBe('sepia')
  })

  it('follows the system where that is the choice, also as it changes', async () => {
    await preferScheme('dark')
    await open({ settings: { theme: 'system' } })
    await expect.poll(theme).toBe('dark')
    await preferScheme('light')
    await expect.poll(theme).toBe('light')
  })

  it('does not flash in another while the settings are read', async () => {
    await preferScheme('light')
    localStorage.setItem('bookwheel-theme', 'dark')
    const program = createFakeProgram({ settings: { theme: 'dark' } })
    const held = program.hold('readSettings')
    const { started } = await drawPage(program)
    await expect.poll(() => held.waiting()).toBe(1)
    expect(theme()).toBe('dark')
    held.stop()
    await started
    await expect.poll(theme).toBe('dark')
  })
})

describe('the text size', () => {
  it('grows and shrinks by a pixel, shows at once and is kept', async () => {
    const program = await open()
    expect(letterSize()).toBe('18px')
    await userEvent.click(page.getByRole('button', { name: 'Settings' }))
    const larger = page.getByRole('button', { name: 'Larger text' })
    await userEvent.click(larger)
    await userEvent.click(larger)
    await expect.element(page.getByText('20 px')).toBeVisible()
    expect(letterSize()).toBe('20px')
    await userEvent.click(page.getByRole('button', { name: 'Smaller text' }))
    expect(letterSize()).toBe('19px')
    await expect.poll(() => program.storedSettings().textSize).toBe(19)
  })

  it.each([
    [12, 'Smaller text'],
    [40, 'Larger text'],
  ])('stops at %i px', async (textSize, name) => {
    await open({ settings: { textSize } })
    await userEvent.click(page.getByRole('button', { name: 'Settings' }))
    await expect.element(page.getByText(`${textSize} px`)).toBeVisible()
    await expect.element(page.getByRole('button', { name })).toBeDisabled()
  })
})

const look = () => {
  const { fontFamily, lineHeight, maxWidth, textAlign } = getComputedStyle(articleIn(1).element())
  return { family: fontFamily.split(',')[0], lineHeight, maxWidth, textAlign }
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name }))

describe('the typography', () => {
  it('shows each choice in the articles and in its preview, keeps it, and goes back to the defaults', async () => {
    const program = await open()
    const plain = look()
    expect(plain).toMatchObject({ lineHeight: '28.8px', maxWidth: '703.4px', textAlign: 'start' })
    await press('Settings')
    await userEvent.click(page.getByText('Atkinson Hyperlegible'))
    await userEvent.click(page.getByText('Narrow'))
    await press('Lines further apart')
    const changed = {
      family: '"Atkinson Hyperlegible Next Variable"',
      lineHeight: '30.6px',
      maxWidth: '590px',
    }
    expect(look()).toMatchObject(changed)
    const preview = getComputedStyle(page.getByText(/Agostino Ramelli/).element())
    expect(preview.fontFamily).toContain('Atkinson')
    expect(preview.lineHeight).toBe('30.6px')
    const kept = { face: 'atkinson', measure: 'narrow', leading: 170, textSize: 18 }
    await expect.poll(() => program.storedSettings()).toMatchObject(kept)
    await press('Reset the text to the defaults')
    expect(look()).toEqual(plain)
  })

  it('hyphenates what is in a known language, and gives Chinese more room between its lines', async () => {
    await open()
    const article = articleIn(1).element()
    const paragraph = article.querySelector('p') ?? article
    expect(getComputedStyle(paragraph).hyphens).toBe('auto')
    article.setAttribute('lang', 'und')
    expect(getComputedStyle(paragraph).hyphens).toBe('manual')
    article.setAttribute('lang', 'zh-Hans')
    expect(getComputedStyle(article).lineHeight).toBe('30.6px')
  })
})

/** What stands before each numbered paragraph of the first pane. */
const numbersBeside = (): string[] =>
  [...articleIn(1).element().querySelectorAll('[data-number]')]
    .map((paragraph) => getComputedStyle(paragraph, '::before').content)
    .filter((content) => content !== 'none')

describe('the numbers of paragraphs', () => {
  it('are hidden and shown by a tick, kept, and come back with the defaults', async () => {
    const program = await open()
    const count = numbersBeside().length
    expect(count).toBeGreaterThan(5)
    await press('Settings')
    const tick = page.getByRole('checkbox', { name: 'Show paragraph numbers' })
    await expect.element(tick).toBeChecked()
    await userEvent.click(tick)
    expect(numbersBeside()).toEqual([])
    await expect.poll(() => program.storedSettings().paragraphNumbers).toBe(false)
    await press('Reset the text to the defaults')
    expect(numbersBeside().length).toBe(count)
    await expect.element(tick).toBeChecked()
  })

  it('go and come with a key, and are still cited when they are hidden', async () => {
    const program = await open({ settings: { paragraphNumbers: false } })
    await expect.poll(numbersBeside).toEqual([])
    const written = watchClipboard()
    await selectWords(articleIn(1), 'four pages')
    await press('Copy with its citation')
    await expect.poll(() => written).toEqual([expect.stringContaining('¶ 2')])
    await userEvent.keyboard('{Alt>}{Shift>}P{/Shift}{/Alt}')
    expect(numbersBeside().length).toBeGreaterThan(5)
    await expect.poll(() => program.storedSettings().paragraphNumbers).toBe(true)
  })
})

describe('the hints of the first run', () => {
  /** The first run has two accounts open; one of the hints speaks of them. */
  const workspace = { panes: [{ articleId: lantern.id }, { articleId: 'harbour-master' }] }

  it('are three, and each that is dismissed stays away', async () => {
    const program = await open({ workspace })
    await expect.poll(() => dismiss().length).toBe(3)
    for (const left of [2, 1, 0]) {
      await userEvent.click(dismiss().first())
      await expect.poll(() => dismiss().length).toBe(left)
    }
    expect(program.storedSettings().dismissedHints.toSorted()).toEqual(['beside', 'highlight', 'search'])
    await openPage(program)
    await expect.element(articleIn(1)).toBeVisible()
    expect(dismiss().length).toBe(0)
  })

  it('that were dismissed before do not show', async () => {
    await open({ workspace, settings: { dismissedHints: ['search', 'highlight'] } })
    await expect.poll(() => dismiss().length).toBe(1)
  })

  it('of two accounts side by side waits until there are two', async () => {
    await open({ settings: { dismissedHints: ['search', 'highlight'] } })
    expect(dismiss().length).toBe(0)
    await userEvent.click(page.getByRole('button', { name: 'Open beside' }).last())
    await expect.poll(() => dismiss().length).toBe(1)
  })

  it('of two accounts side by side is not shown where the window has room for one of them', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await page.viewport(640, 800)
    await open({ workspace, settings: { dismissedHints: ['search', 'highlight'] } })
    await expect.element(page.getByRole('group', { name: 'Open articles' })).toBeVisible()
    expect(dismiss().length).toBe(0)
    await page.viewport(1280, 800)
    await expect.poll(() => dismiss().length).toBe(1)
  })
})

describe('the names of the sections', () => {
  it('say which section is read, by a press and by scrolling', async () => {
    await open()
    await userEvent.click(page.getByRole('button', { name: 'Settings' }))
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    const current = (): (string | null)[] =>
      [...dialog.element().querySelectorAll('.settings-link[aria-current="true"]')].map(
        (link) => link.textContent,
      )
    expect(current()).toEqual(['Look'])
    await userEvent.click(dialog.getByRole('button', { name: 'Keys', exact: true }))
    await expect.poll(current).toEqual(['Keys'])
    await new Promise(requestAnimationFrame)
    dialog.element().querySelector('.settings-scroll')?.scrollTo(0, 0)
    await expect.poll(current).toEqual(['Look'])
    dialog.element().querySelector('.settings-scroll')?.scrollTo(0, 1e6)
    await expect.poll(current).toEqual(['About'])
  })
})
