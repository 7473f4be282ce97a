// Refuses the page everything that a browser would ask its user for. Runs in Electron's main process.
import type { Session } from 'electron'

/** What the refusals are told to. */
export type PermissionDoors = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>

/** Denies every permission, device and screen, whoever asks. Without these handlers Electron grants what it is asked. */
export function denyPermissions(session: PermissionDoors): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
