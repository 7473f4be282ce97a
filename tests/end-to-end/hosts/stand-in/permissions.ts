// Lets the program's answers about permissions hold in Chromium: what it grants is granted, what it denies is denied.
// Runs in the stand-in's process.
import type { WebContents } from 'electron'
import type { CDPSession } from 'playwright-core'
import type { Permission } from './session.ts'
import { isGranted } from './session.ts'

/** Chromium's names, with the names under which Electron asks the program. */
const permissions: readonly (readonly [chromium: string, electron: Permission])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['idle-detection', 'idle-detection'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['persistent-storage', 'persistent-storage'],
  ['background-sync', 'background-sync'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
]

/** Asks the program for each permission that Chromium can be told about, and tells it. `origin` is Chromium's own. */
export async function applyPermissions(
  session: CDPSession,
  contents: WebContents,
  origin: string,
): Promise<void> {
  for (const [name, permission] of permissions) {
    const setting = (await isGranted(contents, permission)) ? 'granted' : 'denied'
    await session.send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}
