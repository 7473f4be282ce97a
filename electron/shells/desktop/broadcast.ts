// Pushes events to the pages of all windows. Runs in Electron's main process.
import { BrowserWindow, nativeTheme } from 'electron'
import type { BookwheelEvent } from '../../contract/events.ts'
import type { Settings } from '../../contract/settings.ts'
import { eventChannel } from './ipc-channels.ts'
import { systemTheme, windowGround } from './window-theme.ts'

/** Lets menus, title bars and dialogs follow the page's theme, and what is seen of windows where their pages are not drawn yet. */
export function followTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = systemTheme(theme)
  layGrounds(theme)
}

/** Gives all windows the ground of the theme, in that of the system where the reader lets it decide. */
export function layGrounds(theme: Settings['theme']): void {
  const ground = windowGround(theme, nativeTheme.shouldUseDarkColors)
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed()) window.setBackgroundColor(ground)
}

/**
 * Tells one page of an event: that of the window with the focus, or else of the first. Answers false where no window
 * is open.
 */
export function tellOnePage(event: BookwheelEvent): boolean {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(eventChannel, event)
  return window !== undefined
}

/** Tells every open page of an event, and the system's own parts of a new theme. */
export function broadcast(event: BookwheelEvent): void {
  if (event.type === 'settings-changed') followTheme(event.settings.theme)
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    // A page that has crashed reads everything anew when it is loaded again.
    if (!webContents.isDestroyed() && !webContents.isCrashed()) webContents.send(eventChannel, event)
  }
}

/** Shows in the taskbar how far work is, from 0 to 1; -1 takes the bar away. */
export function showInTaskbar(share: number): void {
  for (const window of BrowserWindow.getAllWindows()) if (!window.isDestroyed()) window.setProgressBar(share)
}
