// Puts the reader's theme and typography on the page, and follows the system where that is the choice.
import { useEffect, useLayoutEffect, useState } from 'react'
import type { plainTypography } from '../../electron/contract/limits.ts'
import type { Settings } from '../../electron/contract/settings.ts'

/** Where the last theme is remembered, so that the page does not flash in another while settings are read. */
const memoryKey = 'bookwheel-theme'
const darkSystem = matchMedia('(prefers-color-scheme: dark)')

/** A theme as it is drawn. */
type DrawnTheme = Exclude<Settings['theme'], 'system'>

const drawn = (theme: string | null, systemIsDark: boolean): DrawnTheme =>
  theme === 'light' || theme === 'sepia' || theme === 'dark' ? theme : systemIsDark ? 'dark' : 'light'

/** Sets the remembered theme before anything is drawn. */
export function applyRememberedTheme(): void {
  document.documentElement.dataset['theme'] = drawn(localStorage.getItem(memoryKey), darkSystem.matches)
}

/** What of the settings the page's look depends on. */
export type Look = Pick<Settings, 'theme' | keyof typeof plainTypography>

/**
 * Keeps the page in the chosen theme and typography. `known` is false until the settings have been read: the remembered
 * theme stands till then.
 */
export function useTheme(look: Look, known: boolean): void {
  const { theme, face, textSize, leading, measure, paragraphNumbers } = look
  const [systemIsDark, setSystemIsDark] = useState(darkSystem.matches)

  useEffect(() => {
    const follow = (): void => setSystemIsDark(darkSystem.matches)
    darkSystem.addEventListener('change', follow)
    return () => darkSystem.removeEventListener('change', follow)
  }, [])

  useLayoutEffect(() => {
    if (!known) return
    document.documentElement.dataset['theme'] = drawn(theme, systemIsDark)
    localStorage.setItem(memoryKey, theme)
  }, [theme, systemIsDark, known])

  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    dataset['face'] = face
    dataset['measure'] = measure
    dataset['numbers'] = paragraphNumbers ? 'shown' : 'hidden'
    style.setProperty('--text-size', `${textSize}px`)
    style.setProperty('--leading', `${leading / 100}`)
  }, [face, textSize, leading, measure, paragraphNumbers])
}
