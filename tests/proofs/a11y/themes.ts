// The themes that are looked at, and how a page is put into each. Runs in Node.
import type { Page } from 'playwright-core'

/** The three themes, and the system's own colours over two of them. */
export const drawnThemes = ['light', 'sepia', 'dark', 'forced, light', 'forced, dark'] as const
/** See {@link drawnThemes}. */
export type DrawnTheme = (typeof drawnThemes)[number]

/** Puts a page in a theme as its own settings would; a program that only reads, or has gone, keeps none. */
export async function showTheme(page: Page, theme: DrawnTheme): Promise<void> {
  const isForced = theme.startsWith('forced')
  const name = theme.replace('forced, ', '')
  await page.emulateMedia({
    forcedColors: isForced ? 'active' : 'none',
    colorScheme: name === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await page.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen
  }, name)
}
