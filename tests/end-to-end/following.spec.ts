// The page follows the system while it runs: its theme, its wish for contrast and for calm, its own colours. Nothing is loaded anew.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { highlightColours } from '../../electron/contract/limits.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords } from './highlight-words.ts'
import type { StandInProgram } from './hosts/launch-stand-in.ts'
import { demandStandIn } from './hosts/launch-stand-in.ts'
import { articleIn, focusPane, paneOf, searchField } from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { findPlace } from './select-words.ts'
import { desktopOwnShell } from './shells.ts'

const marked = [
  'new horizons',
  'boundless partnership',
  'three-way talks',
  'official neutrality',
  'most important trading partner',
] as const

/** A property of a part as the browser draws it now. */
const drawn = (part: Locator, property: string): (() => Promise<string>) => {
  return () => part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}

const theme = (page: Page) => (): Promise<string | null> => page.locator('html').getAttribute('data-theme')

/** Puts something on the page that a reload would take away. */
const leaveTrace = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.dataset['trace'] = 'here'
  })

const expectNoReload = async (page: Page): Promise<void> => {
  expect(await page.locator('html').getAttribute('data-trace')).toBe('here')
}

/** How light a colour of the page is to the eye, from 0 to 1: the luminance of WCAG, as the browser draws it. */
function readLuminance(element: Element, property: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('no canvas here')
  context.fillStyle = getComputedStyle(element).getPropertyValue(property)
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two tokens of the theme that the page is in. */
async function contrastOf(page: Page, front: string, behind: string): Promise<number> {
  const root = page.locator('html')
  const one = await root.evaluate(readLuminance, front)
  const other = await root.evaluate(readLuminance, behind)
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

// One program and one page, which is never loaded anew.
onEachShell('A page whose system changes', ({ launch }) => {
  let program: Program
  let page: Page

  beforeAll(async () => {
    program = await launch()
    ;({ page } = program)
    for (const [index, words] of marked.entries()) await highlightWords(page, 1, words, `${index + 1}`)
    await leaveTrace(page)
  })
  beforeEach(async () => {
    await program.call('changeSettings', { theme: 'system' })
    await page.emulateMedia({
      colorScheme: 'light',
      contrast: 'no-preference',
      forcedColors: 'none',
      reducedMotion: 'no-preference',
    })
    await page.locator('html[data-theme=light]').waitFor()
  })

  it('goes dark with it and light again, and stays as it is where a theme was chosen', async () => {
    const ground = drawn(page.locator('body'), 'background-color')
    const words = drawn(articleIn(page, 1), 'color')
    const light = [await ground(), await words()]
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(theme(page), patience).toBe('dark')
    const dark = [await ground(), await words()]
    expect(dark[0]).not.toBe(light[0])
    expect(dark[1]).not.toBe(light[1])
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(async () => [await ground(), await words()], patience).toEqual(light)

    await program.call('changeSettings', { theme: 'sepia' })
    await expect.poll(theme(page), patience).toBe('sepia')
    const chosen = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect([await theme(page)(), await ground()]).toEqual(['sepia', chosen])
    await expectNoReload(page)
  })

  it.each(['light', 'sepia', 'dark'])(
    'draws stronger words and lines where more contrast is wished for, in %s',
    async (name) => {
      await program.call('changeSettings', { theme: name })
      await expect.poll(theme(page), patience).toBe(name)
      const bounds = { '--ink': 12, '--soft': 8, '--accent': 7, '--line': 3, '--edge': 5 }
      const measure = async (): Promise<Record<string, number>> => {
        const front = [...Object.keys(bounds), ...highlightColours.map((colour) => `--line-${colour}`)]
        const ratios = await Promise.all(front.map((token) => contrastOf(page, token, '--paper')))
        return Object.fromEntries(front.map((token, index) => [token, ratios[index] ?? 0]))
      }
      const before = await measure()
      await page.emulateMedia({ contrast: 'more' })
      const after = await measure()
      const unchanged = Object.entries(before).filter(([token, ratio]) => (after[token] ?? 0) < ratio + 0.5)
      const weak = Object.entries(bounds).filter(([token, bound]) => (after[token] ?? 0) < bound)
      expect({ unchanged, weak }).toEqual({ unchanged: [], weak: [] })
      const onFills = await Promise.all(
        highlightColours.map((colour) => contrastOf(page, `--line-${colour}`, `--fill-${colour}`)),
      )
      expect(Math.min(...onFills)).toBeGreaterThan(4.5)
      await page.emulateMedia({ contrast: 'no-preference' })
      expect(await measure()).toEqual(before)
      await expectNoReload(page)
    },
  )

  it('takes the system’s own colours, and tells highlights apart by their lines', async () => {
    const article = articleIn(page, 1)
    const words = drawn(article, 'color')
    const own = await words()
    await page.emulateMedia({ forcedColors: 'active' })
    const canvasText = await page.evaluate(() => {
      const element = document.createElement('p')
      element.style.color = 'CanvasText'
      document.body.append(element)
      const { color } = getComputedStyle(element)
      element.remove()
      return color
    })
    await expect.poll(words, patience).toBe(canvasText)
    expect(canvasText).not.toBe(own)

    const lines = await article.evaluate(
      (element, colours) =>
        colours.map(
          (colour) => getComputedStyle(element, `::highlight(bookwheel-${colour})`).textDecorationStyle,
        ),
      highlightColours,
    )
    expect(new Set(lines).size).toBe(highlightColours.length)
    // A highlight is painted, and not only named: its ground differs from that of the words around it.
    const { x, y } = await findPlace(article, 'boundless partnership')
    const ground = (left: number): Promise<Buffer> =>
      page.screenshot({ clip: { x: left, y: y - 11, width: 1, height: 1 } })
    // Between the words and the ring of the focus.
    const beside = await article.evaluate((element) => element.getBoundingClientRect().left + 8)
    expect((await ground(x)).equals(await ground(beside))).toBe(false)
    await page.emulateMedia({ forcedColors: 'none' })
    await expect.poll(words, patience).toBe(own)
    await expectNoReload(page)
  })

  it('marks where the focus is in the system’s own colours too', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    await focusPane(page, 1)
    const number = (pane: number): Promise<string> =>
      drawn(paneOf(page, pane).locator('.pane-number'), 'background-color')()
    expect(await number(1)).not.toBe(await number(2))
    const box = page.locator('.search-box').first()
    expect(await drawn(box, 'outline-style')()).toBe('none')
    await searchField(page).click()
    await expect.poll(drawn(box, 'outline-style'), patience).toBe('solid')
    // Transparent where the colours are the program's own, and there a ring is drawn.
    expect(await drawn(box, 'outline-color')()).not.toMatch(/rgba\(.*, 0\)/)
  })

  it('stops moving where calm is wished for', async () => {
    await focusPane(page, 1)
    await paneOf(page, 1).locator('.pane-scroll').focus()
    await page.keyboard.press('Enter')
    const moving = drawn(page.locator('.reading-caret'), 'animation-name')
    await expect.poll(moving, patience).toBe('blink')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect.poll(moving, patience).toBe('none')
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await expect.poll(moving, patience).toBe('blink')
    await page.keyboard.press('Escape')
    await expectNoReload(page)
  })
})

onEachShell(
  'The desktop whose system changes',
  // Electron follows the real system, which no test may change; the stand-in has one of its own.
  ({ launch }) => {
    let program: StandInProgram
    const grounds = (): Promise<unknown[]> =>
      program.inHost(
        ({ journal }) =>
          journal.filter(({ name }) => name === 'window.setBackgroundColor').map(({ input }) => input[0]),
        null,
      )
    const darken = (isDark: boolean): Promise<void> =>
      program.inHost(({ darkenSystem }, wish) => darkenSystem(wish), isDark)
    const source = (): Promise<string> =>
      program.inElectron(({ nativeTheme }) => nativeTheme.themeSource, null)

    beforeAll(async () => {
      program = demandStandIn(await launch())
    })

    it('follows in all windows, and in what is seen before a page is drawn', async () => {
      const pages = [program.page, await program.openPage()]
      for (const page of pages) await leaveTrace(page)
      expect(await source()).toBe('system')
      await darken(true)
      for (const page of pages) await expect.poll(theme(page), patience).toBe('dark')
      await expect.poll(async () => (await grounds()).slice(-2), patience).toEqual(['#181512', '#181512'])
      await darken(false)
      for (const page of pages) await expect.poll(theme(page), patience).toBe('light')
      await expect.poll(async () => (await grounds()).at(-1), patience).toBe('#f3f0ea')
      for (const page of pages) await expectNoReload(page)
    })

    it('keeps the theme that the reader has chosen, with menus and dialogs to match', async () => {
      await program.call('changeSettings', { theme: 'dark' })
      await expect.poll(theme(program.page), patience).toBe('dark')
      expect(await source()).toBe('dark')
      await program.call('changeSettings', { theme: 'sepia' })
      await expect.poll(theme(program.page), patience).toBe('sepia')
      await darken(true)
      expect([await source(), await theme(program.page)()]).toEqual(['light', 'sepia'])
      await expect.poll(async () => (await grounds()).at(-1), patience).toBe('#f0e5d0')
      await program.call('changeSettings', { theme: 'system' })
      await expect.poll(theme(program.page), patience).toBe('dark')
    })
  },
  [desktopOwnShell],
)
