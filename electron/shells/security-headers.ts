// The headers that every answer carries, page, data and refusal alike. Used by both shells.
import { contentSecurityPolicy } from './content-security-policy.ts'

/** Abilities of a browser that a reader of articles has no use for. Writing to the clipboard stays: notes are copied. */
const refusedAbilities = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Names in lower case; the values hold no secret and do not change while the program runs. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': refusedAbilities.map((ability) => `${ability}=()`).join(', '),
}
