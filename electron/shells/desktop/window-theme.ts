// Gives the window the theme of its page, so that nothing flashes before the page is drawn. Pure.
import type { Settings } from '../../contract/settings.ts'

/** The page's ground in each theme: `--desk` of the page's tokens, which a window cannot read. */
const grounds = { light: '#f3f0ea', sepia: '#f0e5d0', dark: '#181512' } as const

/** The colour of a window before its page is drawn. */
export function windowGround(theme: Settings['theme'], systemIsDark: boolean): string {
  return grounds[theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme]
}

/** What the system's own parts (menus, title bar, dialogs) are to follow. */
export function systemTheme(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme
}
