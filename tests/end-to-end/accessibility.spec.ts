// Nothing that axe can find is wrong, on any screen, in any theme, wide or narrow.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { findViolations } from './check-accessibility.ts'
import { patience } from './patience.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords } from './highlight-words.ts'
import {
  articleIn,
  cards,
  highlightPopover,
  resultList,
  searchField,
  selectionToolbar,
} from './page-parts.ts'
import { resizeWindow } from './pictures/resize-window.ts'
import type { Program } from './program.ts'
import { clickWords, selectWords } from './select-words.ts'

const words = 'boundless partnership'

/** A state of the page. Each is reached from the one before, with everything closed that Esc closes. */
interface Screen {
  name: string
  /** Does what leads there, once. */
  prepare?: (page: Page) => Promise<void>
  /** Opens what a change of the window's width closes or hides. */
  open?: (page: Page) => Promise<unknown>
  /** What must be in sight while axe looks. */
  part: (page: Page) => Locator
}

const screens: readonly Screen[] = [
  {
    name: 'the first run',
    part: (page) => page.getByRole('button', { name: 'Dismiss this hint' }).first(),
  },
  {
    name: 'a selection and its toolbar',
    open: (page) => selectWords(page, articleIn(page, 1), words),
    part: selectionToolbar,
  },
  {
    name: 'cards with notes',
    async prepare(page) {
      await highlightWords(page, 1, 'new horizons', '2')
      await highlightWords(page, 1, words, 'n')
      await page.keyboard.type('Since when?')
    },
    open: (page) => page.getByRole('button', { name: 'Notebook', exact: true }).click(),
    part: (page) => cards(page).nth(1),
  },
  {
    name: 'the highlights under a click',
    async prepare(page) {
      await highlightWords(page, 1, 'declared a', '1')
      await highlightWords(page, 1, 'two countries declared', '4')
    },
    open: (page) => clickWords(page, articleIn(page, 1), 'declared'),
    part: highlightPopover,
  },
  {
    name: 'theme and text size',
    open: (page) => page.getByRole('button', { name: 'Settings' }).click(),
    part: (page) => page.getByRole('dialog', { name: 'Settings' }),
  },
  {
    name: 'what a search can say',
    open: (page) => page.getByRole('button', { name: 'What a search can say' }).click(),
    part: (page) => page.getByRole('dialog', { name: 'What a search can say' }),
  },
  {
    name: 'results, with words lit',
    prepare: (page) => searchField(page).fill('multipolar world'),
    part: resultList,
  },
  {
    name: 'a search without a result',
    prepare: (page) => searchField(page).fill('xylophone'),
    part: (page) => page.getByText('No article matches'),
  },
  {
    name: 'a query that cannot be read',
    async prepare(page) {
      await searchField(page).fill('treaty')
      await expect(resultList(page)).toBeShown()
      await searchField(page).fill('treaty "')
    },
    part: (page) => page.getByRole('alert').filter({ hasText: 'is not closed' }),
  },
  {
    name: 'an empty library and an empty desk',
    async prepare(page) {
      await searchField(page).fill('')
      await page.getByRole('button', { name: 'Close pane 1' }).click()
      await page.getByRole('button', { name: 'Close pane 1' }).click()
      await page.getByRole('button', { name: /^Bundled corpus/ }).click()
      await page.getByRole('menuitem', { name: 'Take out of the library' }).click()
    },
    part: (page) => page.getByText('The library is empty'),
  },
]

async function setTheme({ page, call }: Program, theme: string): Promise<void> {
  await call('changeSettings', { theme })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset['theme']), patience)
    .toBe(theme)
}

onEachShell('axe', ({ launch }) => {
  let program: Program
  beforeAll(async () => {
    program = await launch()
  })

  it.each(screens)('finds nothing wrong with $name', async ({ prepare, open, part }) => {
    const { page } = program
    await page.keyboard.press('Escape')
    await resizeWindow(page, { width: 1440, height: 900 })
    await prepare?.(page)
    const found: Record<string, string[]> = {}
    for (const width of [1440, 900]) {
      await resizeWindow(page, { width, height: width === 1440 ? 900 : 800 })
      if (open !== undefined && !(await part(page).isVisible())) await open(page)
      // Colours are the same at every width.
      for (const theme of width === 1440 ? ['light', 'sepia', 'dark'] : ['light']) {
        await setTheme(program, theme)
        await expect(part(page)).toBeShown()
        const violations = await findViolations(page, theme === 'light' ? 'all' : 'of colours')
        if (violations.length > 0) found[`${theme}, ${width} pixels wide`] = violations
      }
    }
    expect(found).toEqual({})
  })
})
