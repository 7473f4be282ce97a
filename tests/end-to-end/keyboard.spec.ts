// The main job and the notebook without a mouse, step by step, with what a screen reader says at each.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { onEachShell } from './fixture.ts'
import { cards, notebook, panes, selectionToolbar } from './page-parts.ts'
import { patience } from './patience.ts'
import { readAloud } from './read-aloud.ts'
import type { ReadAloud } from './read-aloud.ts'
import { highlightPaints, readPainting } from './read-painting.ts'

// One program: each test goes on where the one before has left it.
onEachShell('Without a mouse', ({ launch }) => {
  let page: Page
  let reader: ReadAloud
  let quote: string

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const hearFocus = (words: string | RegExp) => expect.poll(reader.focus, patience).toMatch(words)
  const hear = (words: string | RegExp) =>
    expect.poll(async () => (await reader.live()).join('\n'), patience).toMatch(words)
  const painted = async () => (await readPainting(page, ...highlightPaints)).map(({ words }) => words)

  /** Goes on with Tab until the focus is where it is wanted; a person would give up earlier. */
  async function tabTo(words: RegExp, key = 'Tab'): Promise<void> {
    for (let step = 0; step < 30; step++) {
      if (words.test(await reader.focus())) return
      await press(key)
    }
    throw new Error(`Tab leads to ${await reader.focus()} and not to ${words.source}`)
  }

  beforeAll(async () => {
    ;({ page } = await launch())
    reader = await readAloud(page)
  })

  it('searches, and opens two results side by side', async () => {
    await press('/')
    await hearFocus('searchbox “Search library”')
    await page.keyboard.type('multipolar world')
    await hear(/\d of 5 articles/)
    await press('ArrowDown')
    await hearFocus(/^button “.+”$/)
    const first = await reader.focus()
    await press('Enter', 'End')
    await hearFocus(/^button “.+”$/)
    expect(await reader.focus()).not.toBe(first)
    await press('Control+Enter')
    await hear('The next pane was replaced')
    await press('Home')
    await hearFocus(first)
  })

  it('goes to a pane, sets the caret and hears where it is', async () => {
    await press('Alt+Shift+1')
    await hearFocus(/^group “.+”$/)
    await press('Control+Home', 'Enter')
    await hear('Reading caret set. Arrow keys move it, with Shift they select; Esc leaves.')
    await press('Control+Home', 'Control+ArrowRight')
    const [word = ''] = (await page.locator('.pane p[data-start]').first().innerText()).split(/[ ,]/)
    await expect.poll(reader.live, patience).toContain(word)
  })

  it('selects, highlights and writes a note', async () => {
    await press('Control+Home', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
    await selectionToolbar(page).waitFor()
    await hear(/^Selected: .+ .+$/m)
    const said = (await reader.live()).find((words) => words.startsWith('Selected: '))
    quote = said?.replace('Selected: ', '') ?? ''
    await press('n')
    await hearFocus('textbox “Note”')
    await page.keyboard.type('Who says so?')
    await press('Escape')
    await hearFocus(`button “${quote}”`)
    await hear('Saved on this laptop')
    expect(await painted()).toEqual([quote])
  })

  it('edits the note, deletes the highlight, and brings it back, without losing its place', async () => {
    await press('Enter')
    await tabTo(/^textbox “Note”$/)
    await press('End')
    await page.keyboard.type(' Wang.')
    await press('Control+Enter')
    await hearFocus(`button “${quote}”`)
    await tabTo(/^button “Delete/)
    await press('Enter')
    await hear('Highlight deleted')
    await expect.poll(painted, patience).toEqual([])
    await expect
      .poll(() => page.evaluate(() => document.activeElement !== document.body), patience)
      .toBe(true)
    await press('Control+z')
    await expect.poll(painted, patience).toEqual([quote])
    await hear('Saved on this laptop')
  })

  it('closes the pane and finds the highlight again in the notebook of everything', async () => {
    await press('Alt+Shift+1', 'Alt+Shift+w')
    await expect.poll(() => panes(page).count(), patience).toBe(1)
    await hearFocus(/^group “.+”$/)
    await press('Control+k')
    await hearFocus('combobox “Command”')
    await page.keyboard.type('notebook of every')
    await hear(/^1 command$/m)
    await press('Enter')
    await hearFocus('complementary “Notebook”')
    await expect.poll(() => cards(page).count(), patience).toBe(1)
    await tabTo(new RegExp(`^button “${quote}”$`))
    expect(await notebook(page).getByText('Who says so? Wang.').count()).toBe(1)
    await press('Enter')
    await expect
      .poll(() => readPainting(page, 'selected'), patience)
      .toMatchObject([{ paint: 'selected', words: quote }])
  })

  it('opens what is over the page, and comes back to where it was', async () => {
    await press('Alt+Shift+1')
    const before = await reader.focus()
    for (const [keys, dialog] of [
      ['?', /All keys/],
      ['Control+,', /Settings/],
      ['Control+k', /combobox “Command”/],
    ] as const) {
      await press(keys)
      await expect.poll(() => page.getByRole('dialog').count(), patience).toBe(1)
      await hearFocus(dialog)
      await press('Escape')
      await hearFocus(before)
    }
  })
})
