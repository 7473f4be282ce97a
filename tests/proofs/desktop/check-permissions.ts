// Every permission that Electron knows, asked for in both ways. Runs in Node.
import type { StandInProgram } from '../../end-to-end/hosts/launch-stand-in.ts'
import type { Permission } from '../../end-to-end/hosts/stand-in/session.ts'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'

/** All of them: one that is missing here does not compile. */
const permissions: Readonly<Record<Permission, true>> = {
  ar: true,
  'automatic-fullscreen': true,
  'background-fetch': true,
  'background-sync': true,
  'captured-surface-control': true,
  'clipboard-read': true,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': true,
  'display-capture': true,
  fileSystem: true,
  fullscreen: true,
  geolocation: true,
  'geolocation-approximate': true,
  'hand-tracking': true,
  hid: true,
  'idle-detection': true,
  keyboardLock: true,
  'local-fonts': true,
  'local-network': true,
  'local-network-access': true,
  'loopback-network': true,
  media: true,
  mediaKeySystem: true,
  midi: true,
  midiSysex: true,
  nfc: true,
  notifications: true,
  openExternal: true,
  'payment-handler': true,
  'periodic-background-sync': true,
  'persistent-storage': true,
  pointerLock: true,
  'screen-wake-lock': true,
  sensors: true,
  serial: true,
  'smart-card': true,
  'speaker-selection': true,
  'storage-access': true,
  'system-wake-lock': true,
  'top-level-storage-access': true,
  unknown: true,
  usb: true,
  vr: true,
  'web-app-installation': true,
  'web-printing': true,
  'window-management': true,
}

function isPermission(name: string): name is Permission {
  return name in permissions
}

/** Asks the program's handlers for each permission, and the page's own Chromium for those that it can tell of. */
export async function checkPermissions(program: StandInProgram): Promise<Check[]> {
  const names = Object.keys(permissions).filter(isPermission)
  const answers = await program.inHost(
    ({ firstContents }, asked) => Promise.all(asked.map((name) => firstContents().mayUse(name))),
    names,
  )
  const seen = await readPagePermissions(program)
  return names.map((name, index) => {
    const granted = [answers[index], seen[name] ?? 'denied']
    return expectSame(name, granted, [false, 'denied'])
  })
}

/** What `navigator.permissions` says, by Electron's names. */
async function readPagePermissions(program: StandInProgram): Promise<Record<string, string>> {
  return program.page.evaluate(async () => {
    const names: readonly (readonly [PermissionName, string])[] = [
      ['geolocation', 'geolocation'],
      ['notifications', 'notifications'],
      ['camera', 'media'],
      ['microphone', 'media'],
      ['midi', 'midi'],
      ['persistent-storage', 'persistent-storage'],
      ['screen-wake-lock', 'screen-wake-lock'],
    ]
    const found: Record<string, string> = {}
    for (const [name, electronName] of names) {
      const { state } = await navigator.permissions.query({ name })
      if (found[electronName] === undefined || state !== 'denied') found[electronName] = state
    }
    return found
  })
}
